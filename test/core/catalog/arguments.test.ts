import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalog } from '../../../src/core/catalog/catalog';
import { lookupClass } from '../../../src/core/catalog/catalog';
import { catalogOf } from './catalogs';
import { IDS_OF_2_8, IDS_OF_2_9, TASKS_OF_2_9 } from './known-arguments';

/** Where the code itself says no more than a base class, or nothing; the reader's own knowledge said more. */
const UNSAID = new Set(['DeviceManager', 'ModelManager', 'AttributesExportable']);

function rowsOf(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
}

function checkIds(catalog: Catalog, table: string): void {
  const wrong: string[] = [];
  for (const [path = '', name, fallback, kind = ''] of rowsOf(table)) {
    const found = lookupClass(catalog, `nvflare.${path}`);
    const id = found?.ids.find((each) => each.name === name);
    const parameter = found?.signature.parameters.find((each) => each.name === name);
    const last = id?.classes.map((each) => each.split('.').at(-1)) ?? [];
    if (!id) wrong.push(`${path} ${name}: not found`);
    else if ((parameter?.default ?? '-') !== fallback)
      wrong.push(`${path} ${name}: default ${parameter?.default}, not ${fallback}`);
    else if (kind !== '-' && !UNSAID.has(kind) && !last.includes(kind))
      wrong.push(`${path} ${name}: ${last.join()}, not ${kind}`);
  }
  assert.deepEqual(wrong, []);
}

test('arguments that hold ids are all in the catalogue of 2.9', () => checkIds(catalogOf('2.9'), IDS_OF_2_9));

test('arguments that hold ids and are gone in 2.9 are all in the catalogue of 2.8', () => checkIds(catalogOf('2.8'), IDS_OF_2_8));

test('arguments that name tasks are all in the catalogue of 2.9', () => {
  const wrong = rowsOf(TASKS_OF_2_9).filter(([path, name = '', fallback]) => {
    const found = lookupClass(catalogOf('2.9'), `nvflare.${path}`);
    const parameter = found?.signature.parameters.find((each) => each.name === name);
    return !found?.taskParameters.includes(name) || (parameter?.default ?? '-') !== fallback;
  });
  assert.deepEqual(wrong, []);
});

/** Names of tasks that classes send whatever the job says. */
const SENT: Readonly<Record<string, readonly string[]>> = {
  'app_common.workflows.cross_site_eval.CrossSiteEval': ['submit_model', 'validate'],
  'app_common.workflows.scaffold.Scaffold': ['train'],
  'app_common.workflows.cyclic.Cyclic': ['train'],
  'app_common.workflows.fedavg.FedAvg': ['{task_name}'],
  'app_common.workflows.statistics_controller.StatisticsController': ['fed_stats', 'fed_stats_pre_run'],
  'app_common.workflows.hierarchical_statistics_controller.HierarchicalStatisticsController': ['fed_stats', 'fed_stats_pre_run'],
  'app_common.psi.dh_psi.dh_psi_controller.DhPSIController': ['PSI'],
  'app_common.ccwf.swarm_server_ctl.SwarmServerController': ['{task_name_prefix}_config', '{task_name_prefix}_start'],
  'app_common.workflows.model_controller.ModelController': [],
};

test('names of tasks that are sent', () => {
  const sent = Object.keys(SENT).map((path) => [path, lookupClass(catalogOf('2.9'), `nvflare.${path}`)?.sends]);
  assert.deepEqual(Object.fromEntries(sent), SENT);
});
