import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaving } from '../../../src/core/leaving/leaving';
import { leavingLenses } from '../../../src/core/leaving/lenses';
import { pathSummary } from '../../../src/core/leaving/path';
import { payloadText } from '../../../src/core/leaving/payload';
import { wiredJob } from '../../support/wired-job';

const FILTERS = 'nvflare.app_common.filters';
const SVT = `{ "path": "${FILTERS}.svt_privacy.SVTPrivacy" }`;
const CONVERT = `{ "path": "${FILTERS}.convert_weights.ConvertWeights", "args": { "direction": "weight_to_diff" } }`;
const TRAIN = '{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }';

/** A client's configuration around what is of interest. */
function client(parts: string, executors = TRAIN): string {
  return `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [${executors}]${parts === '' ? '' : `, ${parts}`} }`;
}

function read(source: string) {
  const { job, wiring } = wiredJob(source);
  assert.ok(wiring);
  return { job, wiring, ...leaving(job, wiring) };
}

/** What leaves, a line for each message. */
function lines(source: string): readonly string[] {
  return read(source).apps.flatMap(({ app, sites, paths }) =>
    paths.map(
      (path) =>
        `${app} at ${sites.join(', ')}: ${path.task} ${path.message} by ${path.by} to ${path.to}: ${payloadText(path.payload)}: ${pathSummary(path)}`,
    ),
  );
}

test('without filters', () => {
  assert.deepEqual(lines(client('')), ['app at @ALL: train result by NPTrainer to server: model weights: no filter']);
});

test('filters in order, with the privacy filter among them', () => {
  const chain = `"task_result_filters": [{ "tasks": ["train"], "filters": [${CONVERT}, ${SVT}] }]`;
  const { apps } = read(client(chain));
  assert.deepEqual(
    apps[0]?.paths[0]?.filters.map(({ name, privacy }) => [name, privacy.kind]),
    [
      ['ConvertWeights', 'none'],
      ['SVTPrivacy', 'privacy'],
    ],
  );
  assert.deepEqual(lines(client(chain)), [
    'app at @ALL: train result by NPTrainer to server: model weights: 2 filters · differential privacy',
  ]);
});

test('filters that are there, but none for privacy', () => {
  const chain = `"task_result_filters": [{ "tasks": ["train"], "filters": [${CONVERT}, ${CONVERT}, ${CONVERT}] }]`;
  assert.match(lines(client(chain))[0] ?? '', /3 filters · no privacy filter$/);
});

test('the direction decides, and task data of a client is what comes in', () => {
  const chain = (section: string, direction: string) =>
    lines(client(`"${section}": [{ "tasks": ["train"], "direction": "${direction}", "filters": [${SVT}] }]`))[0];
  assert.match(chain('task_result_filters', 'OUT') ?? '', /1 filter · differential privacy$/);
  assert.match(chain('task_result_filters', 'inout') ?? '', /1 filter · differential privacy$/);
  assert.match(chain('task_result_filters', 'in') ?? '', /: no filter$/);
  assert.match(chain('task_data_filters', 'out') ?? '', /: no filter$/);
});

test('a pattern in the tasks of filters is no pattern', () => {
  assert.match(lines(client(`"task_result_filters": [{ "tasks": ["*"], "filters": [${SVT}] }]`))[0] ?? '', /: no filter$/);
});

test('a privacy filter for other kinds of data does nothing', () => {
  const statistics = `{ "path": "${FILTERS}.statistics_privacy_filter.StatisticsPrivacyFilter", "args": { "result_cleanser_ids": [] } }`;
  const { apps } = read(client(`"task_result_filters": [{ "tasks": ["train"], "filters": [${statistics}] }]`));
  assert.equal(apps[0]?.paths[0]?.filters[0]?.acts, 'no');
  assert.deepEqual(apps[0]?.paths[0]?.privacy, { kind: 'none' });
});

test('an argument narrows the kinds of data that a filter acts on', () => {
  const narrow = `{ "path": "${FILTERS}.svt_privacy.SVTPrivacy", "args": { "data_kinds": ["WEIGHT_DIFF"] } }`;
  const { apps } = read(client(`"task_result_filters": [{ "tasks": ["train"], "filters": [${narrow}] }]`));
  assert.deepEqual(apps[0]?.paths[0]?.privacy, { kind: 'none' });
});

test('a filter of the job itself is judged by what it inherits from', () => {
  const own = `"task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "guard.Guard" }] }]`;
  const guard = (base: string, module: string) => `
--- app/custom/guard.py
from ${module} import ${base}

class Guard(${base}):
    pass`;
  assert.match(lines(client(own) + guard('ExcludeVars', `${FILTERS}.exclude_vars`))[0] ?? '', /1 filter · excluded variables$/);
  assert.match(lines(client(own) + guard('DXOFilter', 'nvflare.apis.dxo_filter'))[0] ?? '', /what Guard does is not known$/);
  assert.match(lines(client(own))[0] ?? '', /what Guard does is not known$/);
});

test('filters on the way in and on arrival', () => {
  const chain = (section: string) => `"${section}": [{ "tasks": ["train"], "filters": [${CONVERT}] }]`;
  const server = `
--- app/config/config_fed_server.json
{ "format_version": 2, ${chain('task_data_filters')}, ${chain('task_result_filters')},
  "workflows": [{ "id": "w", "path": "nvflare.app_common.workflows.fedavg.FedAvg" }] }`;
  const path = read(server + client(chain('task_data_filters'))).apps[0]?.paths[0];
  assert.deepEqual(
    path?.incoming.map(({ file }) => file),
    ['app/config/config_fed_server.json', 'app/config/config_fed_client.json'],
  );
  assert.deepEqual(
    path?.onArrival.map(({ name }) => name),
    ['ConvertWeights'],
  );
  assert.deepEqual(path?.filters, []);
});

const SWARM = `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "id": "swarm", "path": "nvflare.app_common.ccwf.SwarmServerController", "args": { "num_rounds": 2 } }] }`;
const SWARM_CLIENT = `${TRAIN}, { "tasks": ["swarm_*"], "executor": { "path": "nvflare.app_common.ccwf.SwarmClientController" } }`;

test('swarm learning sends requests to other clients, for which filters of task data count', () => {
  const chain = `"task_data_filters": [{ "tasks": ["swarm_report_learn_result"], "direction": "out", "filters": [${SVT}] }]`;
  assert.deepEqual(lines(SWARM + client(chain, SWARM_CLIENT)), [
    'app at @ALL: swarm_config result by SwarmClientController to server: only an answer: only an answer',
    'app at @ALL: swarm_start result by SwarmClientController to server: only an answer: only an answer',
    'app at @ALL: swarm_learn result by SwarmClientController to clients: only an answer: only an answer',
    'app at @ALL: swarm_report_final_result result by SwarmClientController to clients: only an answer: only an answer',
    'app at @ALL: swarm_report_learn_result result by SwarmClientController to clients: only an answer: only an answer',
    'app at @ALL: swarm_learn request by SwarmClientController to clients: model weights: no filter',
    'app at @ALL: swarm_report_final_result request by SwarmClientController to clients: a whole model: no filter',
    'app at @ALL: swarm_report_learn_result request by SwarmClientController to clients: differences of model weights or model weights, as the code decides: 1 filter · differential privacy',
  ]);
});

test('filters for a task that is handed over inside a client never run', () => {
  const chain = `"task_result_filters": [{ "tasks": ["train"], "filters": [${SVT}] }]`;
  const { apps } = read(SWARM + client(chain, SWARM_CLIENT));
  assert.deepEqual(
    apps[0]?.idle.map(({ task, filters }) => [task, filters]),
    [['train', ['SVTPrivacy']]],
  );
});

test('what streams beside the tasks', () => {
  const component = (path: string, args: string) => `{ "id": "${path}", "path": "nvflare.${path}", "args": ${args} }`;
  const parts = `"components": [
    ${component('app_common.widgets.convert_to_fed_event.ConvertToFedEvent', '{ "events_to_convert": ["analytix_log_stats"] }')},
    ${component('app_common.logging.job_log_streamer.JobLogStreamer', '{ "log_file_name": "error_log.txt" }')},
    ${component('app_opt.tracking.mlflow.mlflow_receiver.MLflowReceiver', '{ "tracking_uri": "https://mlflow.example" }')},
    ${component('app_opt.tracking.tb.tb_receiver.TBAnalyticsReceiver', '{}')}]`;
  const server = `
--- app/config/config_fed_server.json
{ "format_version": 2, "components": [${component('app_opt.tracking.tb.tb_receiver.TBAnalyticsReceiver', '{}')}],
  "workflows": [{ "id": "w", "path": "nvflare.app_common.workflows.fedavg.FedAvg" }] }`;
  const { apps } = read(server + client(parts));
  assert.deepEqual(
    apps[0]?.streams.map(({ what, text, to, takenBy }) => `${what}: ${text} (${to}, taken by ${takenBy.length})`),
    [
      'metrics: the metrics that the code logs (server, taken by 1)',
      'log: the file error_log.txt, as it is written (server, taken by 0)',
      'metrics: the metrics that the code logs, to MLflow at https://mlflow.example (elsewhere, taken by 0)',
    ],
  );
});

test('a trainer in its own process has its metrics sent on', () => {
  const executor = (mode: string) =>
    `{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.executors.client_api_executor.ClientAPIExecutor",
      "args": { "execution_mode": "${mode}", "task_script_path": "train.py", "params_transfer_type": "DIFF" } } }`;
  const streams = (mode: string) => read(client('', executor(mode))).apps[0]?.streams.map(({ what }) => what);
  assert.deepEqual(streams('external_process'), ['metrics']);
  assert.deepEqual(streams('in_process'), []);
  assert.match(
    lines(client('', executor('in_process')))[0] ?? '',
    /: differences of model weights, as the code decides: no filter$/,
  );
});

test('the scope that the job asks for', () => {
  const { scope } = read(`
--- meta.json
{ "name": "demo", "scope": "strict", "deploy_map": { "app": ["@ALL"] } }`);
  assert.equal(scope?.name, 'strict');
});

test('a workflow that cannot be known leaves it open', () => {
  const own = `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "id": "w", "path": "mine.Flow" }] }`;
  const result = read(own);
  assert.equal(result.certain, false);
  assert.deepEqual(
    result.apps[0]?.paths.map(({ task }) => task),
    ['train'],
  );
});

test('lenses stand at the tasks of executors', () => {
  const executors = `{ "tasks": ["train", "submit_model"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }`;
  const workflows = `
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [
  { "id": "a", "path": "nvflare.app_common.workflows.fedavg.FedAvg" },
  { "id": "b", "path": "nvflare.app_common.workflows.cross_site_model_eval.CrossSiteModelEval" }] }`;
  const chain = `"task_result_filters": [{ "tasks": ["train"], "filters": [${SVT}] }]`;
  const { job, wiring } = read(workflows + client(chain, executors));
  const file = 'app/config/config_fed_client.json';
  const lenses = leavingLenses(job, wiring, file);
  assert.deepEqual(
    lenses.map(({ text }) => text),
    ['train: 1 filter · differential privacy; submit_model: no filter'],
  );
  const text = job.sources.texts.get(file);
  assert.ok(text?.kind === 'text' && lenses[0]);
  assert.equal(text.text.slice(lenses[0].range.start, lenses[0].range.end), '"tasks"');
  assert.deepEqual(leavingLenses(job, wiring, 'app/config/config_fed_server.json'), []);
});
