import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthyJobs } from '../support/healthy-tree';
import { runCli } from '../support/memory-host';

const TREE = healthyJobs('demo');
const CLIENT = 'demo/app/config/config_fed_client.json';

test('steps: the order of a job', async () => {
  const { code, out, err } = await runCli(['steps', 'demo'], TREE);
  assert.deepEqual([code, err], [0, '']);
  assert.equal(
    out,
    `demo demo/meta.json, with all clients that are connected, for NVFLARE 2.9

scatter_and_gather (ScatterAndGather)  demo/app/config/config_fed_server.json:6:15
  the server loads the initial model
  the server begins the workflow
  rounds 0 to 1
    the server begins the round
    the server sends train to all clients, until all have answered, or 10 s after 1 of them
    the server aggregates the results
    the server puts the result into the model
    the server saves the model
  the server ends the workflow
  Time
    train, each round: no limit, train_timeout is 0, so a round waits until all have answered, or 10 s after 1 of them
`,
  );
});

test('steps: events stand below the steps', async () => {
  const { out } = await runCli(['steps', '--events', 'demo'], TREE);
  assert.match(out, /^ {6}the server, for each client: _before_train_task _before_task_data_filter _after_task_data_filter$/m);
});

test('steps: as JSON, mermaid and SVG', async () => {
  const json = JSON.parse((await runCli(['steps', '-f', 'json', 'demo'], TREE)).out);
  assert.equal(json.version, 1);
  assert.equal(json.workflows[0].class, 'ScatterAndGather');
  assert.deepEqual(json.workflows[0].at.range.start, { line: 5, character: 14 });
  assert.match((await runCli(['steps', '-f', 'mermaid', 'demo'], TREE)).out, /^sequenceDiagram\n/);
  assert.match((await runCli(['steps', '-f', 'svg', 'demo'], TREE)).out, /^<svg [\s\S]*<\/svg>\n$/);
});

test('steps: workflows of the job itself are not known', async () => {
  const tree = {
    ...TREE,
    'demo/app/config/config_fed_server.json': '{ "format_version": 2, "workflows": [{ "id": "mine", "path": "mine.Flow" }] }',
  };
  const { code, out } = await runCli(['steps', 'demo'], tree);
  assert.equal(code, 1);
  assert.match(out, /The order of its steps is not known/);
});

test('leaves: what leaves a site', async () => {
  const { code, out, err } = await runCli(['leaves', 'demo', '--site', 'site-1'], TREE);
  assert.deepEqual([code, err], [0, '']);
  assert.equal(
    out,
    `demo demo/meta.json, for NVFLARE 2.9
A site may put filters first by its own privacy policy; those are not in the job.

site-1  app app
  result of train to the server: model weights, from NPTrainer  ${CLIENT}:4:17
    no filter
`,
  );
});

test('leaves: as JSON', async () => {
  const tree = {
    ...TREE,
    [CLIENT]: `{ "format_version": 2,
  "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }],
  "task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.exclude_vars.ExcludeVars" }] }] }`,
  };
  const shown = JSON.parse((await runCli(['leaves', '--format', 'json', 'demo'], tree)).out);
  const [message] = shown.apps[0].messages;
  assert.deepEqual([message.task, message.privacy, message.summary], ['train', 'filtered', '1 filter · excluded variables']);
  assert.equal(message.filters[0].privacy, 'excluded variables');
});

test('leaves: a site without an app', async () => {
  const tree = { ...TREE, 'demo/meta.json': '{ "name": "demo", "deploy_map": { "app": ["server", "site-1"] } }' };
  const { code, err } = await runCli(['leaves', 'demo', '--site', 'site-2'], tree);
  assert.equal(code, 1);
  assert.match(err, /no app for a client goes to "site-2"; did you mean site-1\?/);
});

const REFUSED = { ...TREE, 'demo/meta.json': '{ "name": "x", "min_clients": 9, "deploy_map": { "app": ["server", "site-1"] } }' };

for (const argv of [['show'], ['show', '--site', 'site-1'], ['leaves'], ['steps'], ['schedule'], ['manifest']]) {
  test(`${argv.join(' ')}: of a job that the server would refuse, it is said first`, async () => {
    const [first, second] = (await runCli([...argv, 'demo'], REFUSED)).out.split('\n');
    assert.match(first ?? '', /, for NVFLARE 2\.9$/);
    assert.equal(second, 'the server would refuse this job; flare-jobs check says why');
    assert.doesNotMatch((await runCli([...argv, 'demo'], TREE)).out, /would refuse/);
  });
}
