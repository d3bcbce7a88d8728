import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dryRun, dryRunView, leaving, leavingView } from '../../../src/core/review/index';
import { wiredJob } from '../../support/wired-job';

function views(source: string) {
  const { job, wiring } = wiredJob(source);
  assert.ok(wiring);
  return { leaves: leavingView(leaving(job, wiring)), steps: dryRunView(dryRun(job, wiring), 'demo') };
}

const client = (filters: string) => `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }],
  "task_result_filters": [{ "tasks": ["train"], "filters": [${filters}] }] }`;

test('how a message is judged', () => {
  const level = (filters: string) => views(client(filters)).leaves.apps[0]?.messages[0]?.level;
  assert.equal(level('{ "path": "nvflare.app_common.filters.exclude_vars.ExcludeVars" }'), 'good');
  assert.equal(level('{ "path": "nvflare.app_common.filters.convert_weights.ConvertWeights" }'), 'warning');
  assert.equal(level('{ "path": "mine.Guard" }'), 'open');
});

test('a filter that is not for what leaves says so', () => {
  const filter =
    '{ "path": "nvflare.app_common.filters.statistics_privacy_filter.StatisticsPrivacyFilter", "args": { "result_cleanser_ids": [] } }';
  const message = views(client(filter)).leaves.apps[0]?.messages[0];
  assert.deepEqual(
    message?.filters.map(({ text }) => text),
    ['StatisticsPrivacyFilter: statistics cleansers, but not for this kind of data'],
  );
  assert.equal(message?.level, 'warning');
});

test('the dry run of a job has steps, a drawing, and a text for mermaid', () => {
  const { workflows, svg, mermaid, who, certain } = views('').steps;
  assert.deepEqual([who, certain, workflows.length], ['all clients that are connected', true, 1]);
  assert.equal(workflows[0]?.title, 'scatter_and_gather (ScatterAndGather)');
  assert.match(svg, /<title>The order of tasks of demo<\/title>/);
  assert.match(mermaid, /loop rounds 0 to 1/);
});

test('a workflow of which the order is not known says what it sends', () => {
  const source = `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "id": "psi", "path": "nvflare.app_common.psi.dh_psi.dh_psi_controller.DhPSIController" }] }`;
  assert.equal(views(source).steps.workflows[0]?.unknown, 'The order of its steps is not known; it sends PSI.');
});
