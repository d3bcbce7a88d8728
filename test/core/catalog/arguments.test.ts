import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Catalog } from '../../../src/core/catalog/catalog';
import { classPaths, isKindOf, lookupClass } from '../../../src/core/catalog/catalog';
import type { CatalogClass } from '../../../src/core/catalog/catalog-class';
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

/** Of what the catalogue has besides, why people's tables do not have it. */
const BESIDES: Readonly<Record<string, string>> = {
  'apis.impl.job_def_manager.SimpleJobDefManager job_store_id': 'of the server itself, which jobs do not name',
  'app_opt.confidential_computing.cc_manager.CCManager cc_verifier_ids': 'of a site itself, which jobs do not name',
  'app_common.ccwf.client_controller_executor.ClientControllerExecutor controller_id_list': 'a list, gone through in a loop',
};
/** Its constructors pass what they do not know on to this one; the tables say so in a sentence. */
const PASSING_ON = 'nvflare.app_common.workflows.model_controller.ModelController';

function besides(release: string, tables: string, namesOf: (found: CatalogClass) => readonly string[]): readonly string[] {
  const catalog = catalogOf(release);
  const known = new Set(rowsOf(tables).map(([path, name]) => `${path} ${name}`));
  return [...classPaths(catalog)].flatMap((path) => {
    const found = lookupClass(catalog, path);
    if (!found || isKindOf(catalog, path, PASSING_ON)) return [];
    return namesOf(found)
      .map((name) => `${path.slice('nvflare.'.length)} ${name}`)
      .filter((row) => !known.has(row));
  });
}

test('arguments of the catalogue that hold ids are those that people found, but for a few with reasons', () => {
  const idsOf = ({ ids }: CatalogClass) => ids.map(({ name }) => name);
  assert.deepEqual([...besides('2.9', IDS_OF_2_9, idsOf)].sort(), Object.keys(BESIDES).sort());
  assert.deepEqual([...besides('2.8', IDS_OF_2_9 + IDS_OF_2_8, idsOf)].sort(), Object.keys(BESIDES).sort());
});

test('arguments of the catalogue that name tasks are those that people found', () => {
  assert.deepEqual(
    besides('2.9', TASKS_OF_2_9, ({ taskParameters }) => taskParameters),
    [],
  );
});

test('workflows that pass their arguments on take the id of a persistor', () => {
  const catalog = catalogOf('2.9');
  const passing = [...classPaths(catalog)].filter((path) => isKindOf(catalog, path, PASSING_ON) && path !== PASSING_ON);
  assert.ok(passing.length >= 11);
  for (const path of passing)
    assert.ok(
      lookupClass(catalog, path)?.ids.some(({ name }) => name === 'persistor_id'),
      path,
    );
});

test('arguments that hold ids in older releases only', () => {
  const idsOf = (release: string, path: string) =>
    lookupClass(catalogOf(release), `nvflare.${path}`)?.ids.map(({ name }) => name);
  const converters = ['from_nvflare_converter_id', 'to_nvflare_converter_id'];
  const launchers = [
    'app_common.executors.launcher_executor.LauncherExecutor',
    'app_common.executors.client_api_launcher_executor.ClientAPILauncherExecutor',
    'app_opt.pt.client_api_launcher_executor.PTClientAPILauncherExecutor',
    'app_opt.tf.client_api_launcher_executor.TFClientAPILauncherExecutor',
  ];
  for (const path of launchers) {
    for (const release of ['2.4', '2.5', '2.6']) {
      const ids = idsOf(release, path);
      if (ids) assert.deepEqual(ids.filter((name) => name.endsWith('_converter_id')).sort(), converters, `${release} ${path}`);
    }
    // Still taken then, but nobody looks for the component.
    for (const release of ['2.7', '2.8'])
      assert.deepEqual(
        idsOf(release, path)?.filter((name) => name.endsWith('_converter_id')),
        [],
      );
  }
  assert.deepEqual(idsOf('2.6', 'app_common.executors.ham.HierarchicalAggregationManager'), ['learner_id', 'aggregator_id']);
  const persistor = lookupClass(catalogOf('2.4'), PASSING_ON)?.signature.parameters.find(({ name }) => name === 'persistor_id');
  assert.equal(persistor?.default, "''");
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
