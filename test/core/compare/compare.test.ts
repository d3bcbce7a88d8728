import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareJobs } from '../../../src/core/compare/compare';
import { wiredJob } from '../../support/wired-job';

/** What is otherwise in the second job, with its group. */
function told(before: string, after: string): readonly string[] {
  const [a, b] = [wiredJob(before), wiredJob(after)];
  assert.ok(a.wiring && b.wiring);
  return compareJobs({ job: a.job, wiring: a.wiring }, { job: b.job, wiring: b.wiring }).map(
    ({ group, text }) => `${group}: ${text}`,
  );
}

const meta = (parts: string) => `
--- meta.json
{ "name": "demo", ${parts} }`;

const SVT = '{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy", "args": { "fraction": 0.1 } }';
const client = (parts: string, name = 'app') => `
--- ${name}/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }]${parts} }`;
const filtered = (filters: string) => `, "task_result_filters": [{ "tasks": ["train"], "filters": [${filters}] }]`;

const server = (args: string, more = '') => `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "id": "sag", "path": "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather", "args": { ${args} } }]${more} }`;

test('a job and itself', () => assert.deepEqual(told('', ''), []));

test('a filter without a class is the same filter in both', () => {
  const job = client(filtered('{ "args": { "a": 1 } }, {}'));
  assert.deepEqual(told(job, job), []);
});

test('removed protection is told first, and by site', () => {
  const map = '"deploy_map": { "app": ["server", "site-1"], "app2": ["site-2"] }';
  const more = '"deploy_map": { "app": ["server", "site-1", "site-3"], "app2": ["site-2"] }';
  const before = meta(map) + client(filtered(SVT)) + client(filtered(SVT), 'app2') + server('"num_rounds": 10');
  const after = meta(more) + client(filtered(SVT)) + client('', 'app2') + server('"num_rounds": 50');
  assert.deepEqual(told(before, after), [
    'Protection: privacy filter SVTPrivacy removed from site-2, result of train',
    'Sites: site-3 added (app)',
    'Server, app app: workflow sag: rounds 10 → 50',
  ]);
  assert.deepEqual(told(after, before), [
    'Protection: privacy filter SVTPrivacy added to site-2, result of train',
    'Sites: site-3 removed (app)',
    'Server, app app: workflow sag: rounds 50 → 10',
  ]);
});

test('the same at all sites is told once', () => {
  const map = meta('"deploy_map": { "app": ["server", "site-1", "site-2"] }');
  assert.deepEqual(told(map + client(filtered(SVT)), map + client('')), [
    'Protection: privacy filter SVTPrivacy removed from all 2 clients, result of train',
  ]);
});

test('a privacy filter that no longer acts on what leaves is gone', () => {
  const narrow = SVT.replace('0.1 }', '0.1, "data_kinds": ["WEIGHT_DIFF"] }');
  const [first, second] = told(client(filtered(SVT)), client(filtered(narrow)));
  assert.equal(first, 'Protection: privacy filter SVTPrivacy removed from all clients, result of train');
  assert.match(
    second ?? '',
    /^Clients: filters for the results of train: SVTPrivacy: data_kinds null by default → \["WEIGHT_DIFF"\]$/,
  );
});

test('how strong a privacy filter is', () => {
  assert.deepEqual(told(client(filtered(SVT)), client(filtered(SVT.replace('0.1', '0.9')))), [
    'Clients: filters for the results of train: SVTPrivacy: fraction 0.1 → 0.9',
  ]);
});

test('streams and scopes are about protection', () => {
  const relay =
    ', "components": [{ "id": "c", "path": "nvflare.app_common.widgets.convert_to_fed_event.ConvertToFedEvent", "args": { "events_to_convert": ["analytix_log_stats"] } }]';
  assert.deepEqual(told(client(''), client(relay)), [
    'Protection: now streamed from all clients: the metrics that the code logs',
    'Clients: component c (ConvertToFedEvent) added',
  ]);
  const map = '"deploy_map": { "app": ["@ALL"] }';
  assert.deepEqual(told(meta(`"scope": "strict", ${map}`), meta(map)), [
    'Protection: privacy scope "strict" → the default one of each site',
  ]);
});

test('meta: numbers, lists, and blocks of sites', () => {
  const rest = '"deploy_map": { "app": ["@ALL"] }';
  const before = meta(
    `"min_clients": 2, "mandatory_clients": ["site-1"], "resource_spec": { "site-1": { "num_of_gpus": 1 } }, ${rest}`,
  );
  const after = meta(
    `"min_clients": 3, "mandatory_clients": ["site-2"], "resource_spec": { "site-1": { "num_of_gpus": 2 }, "site-2": { "num_of_gpus": 1 } }, ${rest}`,
  );
  assert.deepEqual(told(before, after), [
    'Job: min_clients 2 → 3',
    'Job: mandatory_clients: "site-1" removed',
    'Job: mandatory_clients: "site-2" added',
    'Job: resource_spec of site-1: num_of_gpus 1 → 2',
    'Job: resource_spec of site-2: {"num_of_gpus":1} added',
  ]);
});

test('the order of sites does not count, a site with another app does', () => {
  const both = (a: string, b: string) => meta(`"deploy_map": { "app": ["server", ${a}], "app2": [${b}] }`) + client('', 'app2');
  assert.deepEqual(
    told(meta('"deploy_map": { "app": ["server", "site-1"] }'), meta('"deploy_map": { "app": ["site-1", "server"] }')),
    [],
  );
  assert.deepEqual(told(both('"a", "b"', '"c"'), both('"a"', '"c", "b"')), ['Sites: b: app app → app2']);
});

test('defaults of classes are values, too', () => {
  assert.deepEqual(told(server('"min_clients": 1'), server('"min_clients": 1, "num_rounds": 7')), [
    'Server: workflow sag: rounds 5 by default → 7',
  ]);
  // Written out, the default is no difference, and is told as one of the text where there is no other.
  assert.deepEqual(told(server('"min_clients": 1'), server('"min_clients": 2, "num_rounds": 5')), [
    'Server: workflow sag: least clients 1 → 2',
  ]);
  assert.deepEqual(told(server('"min_clients": 1'), server('"min_clients": 1, "num_rounds": 5')), [
    'Server: workflows.#1.args.num_rounds: 5 added',
  ]);
});

test('components are known by their ids, and by what they are where ids changed', () => {
  const list = (...ids: string[]) =>
    server(
      '',
      `, "components": [${ids.map((id) => `{ "id": "${id}", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }`).join(', ')}]`,
    );
  assert.deepEqual(told(list('a', 'b'), list('b', 'a')), ['Server: components in another order']);
  assert.deepEqual(told(list('a'), list('a', 'b')), ['Server: component b (NPModelPersistor) added']);
  assert.deepEqual(told(list('a'), list('z')), ['Server: component a: id "a" → "z"']);
});

test('values count as NVFLARE puts them in, not how they are written', () => {
  const direct = server('"num_rounds": 10');
  const variable = server('"num_rounds": "{rounds}"', ', "rounds": 10');
  assert.deepEqual(told(direct, variable), ['Server: rounds: 10 added']);
  const more = variable.replace('"rounds": 10', '"rounds": 50');
  assert.deepEqual(told(variable, more), ['Server: workflow sag: rounds 10 → 50', 'Server: rounds 10 → 50']);
});

test('what only a site knows is compared as it is written', () => {
  const named = (text: string) => server('"min_clients": 1', `, "where": "${text}"`);
  assert.deepEqual(told(named('{SITE_NAME}'), named('{SITE_NAME}')), []);
  assert.deepEqual(told(named('{SITE_NAME}'), named('{JOB_ID}')), ['Server: where {SITE_NAME} → {JOB_ID}']);
});

test('an executor for another task, and another class', () => {
  const before = client('');
  const after = before.replace('["train"]', '["train", "validate"]').replace('NPTrainer', 'NPValidator');
  assert.deepEqual(told(before, after), [
    'Clients: executor of train: tasks: "validate" added',
    'Clients: executor of train: class NPTrainer → NPValidator',
  ]);
});

test('custom code: files, and that there is any', () => {
  assert.deepEqual(told('', '--- app/custom/net.py\nx = 1'), [
    'Protection: the job now brings code of its own',
    'Custom code: app/custom/net.py added',
  ]);
  assert.deepEqual(told('--- app/custom/net.py\nx = 1', '--- app/custom/net.py\nx = 2'), [
    'Custom code: app/custom/net.py changed',
  ]);
});

test('a file that is a text no longer', () => {
  assert.deepEqual(told('--- app/model.bin\nabc', '--- not-utf8 app/model.bin'), ['Other files: app/model.bin changed']);
});

test('the one app of a side is compared under whatever name', () => {
  const named = (app: string, rounds: number) => `
--- !app
--- meta.json
{ "name": "demo", "deploy_map": { "${app}": ["@ALL"] } }
--- ${app}/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "id": "w", "path": "nvflare.app_common.workflows.fedavg.FedAvg", "args": { "num_rounds": ${rounds} } }] }${client('', app)}`;
  const lines = told(named('a', 1), named('b', 2));
  assert.ok(lines.includes('Server, app b: workflow w: rounds 1 → 2'), lines.join('\n'));
});

test('what Git keeps for itself is no part of the job', () => {
  assert.deepEqual(told('', '--- .git/HEAD\nref: refs/heads/main'), []);
});

test('another format is no difference', () => {
  const conf = `--- !app/config/config_fed_client.json
--- app/config/config_fed_client.conf
executors = [{ executor { args {}, path = "nvflare.app_common.np.np_trainer.NPTrainer" }, tasks = ["train"] }]
components = []
format_version = 2`;
  assert.deepEqual(told('', conf), []);
});

test('an integer and a float are not the same for NVFLARE', () => {
  assert.deepEqual(told(server('"num_rounds": 10'), server('"num_rounds": 10.0')), ['Server: workflow sag: rounds 10 → 10.0']);
});

test('a meta file that cannot be read', () => {
  assert.deepEqual(told('', '--- meta.json\n[1]').slice(-1).length, 1);
  assert.ok(told('', '--- meta.json\n[1]').some((line) => line.startsWith('Job: the meta file changed')));
});

test('very many sites do not make a list of very many lines', () => {
  const map = (count: number) =>
    meta(`"deploy_map": { "app": ${JSON.stringify(['server', ...Array.from({ length: count }, (_, i) => `site-${i + 1}`)])} }`);
  const lines = told(map(2) + client(filtered(SVT)), map(5000) + client(''));
  assert.deepEqual(lines.slice(0, 1), ['Protection: privacy filter SVTPrivacy removed from all 2 clients, result of train']);
  assert.match(lines[1] ?? '', /^Sites: 4998 sites, site-3, .* and 4986 more added$/);
  assert.equal(lines.length, 2);
});
