import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildGraph } from '../../../src/core/graph/build';
import type { JobGraph } from '../../../src/core/graph/model';
import { wiredJob } from '../../support/wired-job';

function graphOf(source: string): JobGraph {
  const { job, wiring, findings } = wiredJob(source);
  const graph = buildGraph(job, wiring, findings);
  assert.deepEqual(JSON.parse(JSON.stringify(graph)), graph, 'the graph survives JSON');
  return graph;
}

/** Nodes as `kind title`, with `!` before those that have an error and `?` before those with a warning. */
function nodes({ nodes: list }: JobGraph): readonly string[] {
  return list.map(({ kind, title, severity }) => `${MARKS[severity ?? 'info']}${kind} ${title}`);
}

const MARKS = { error: '! ', warning: '? ', info: '' };

function edges({ nodes: list, edges: all }: JobGraph): readonly string[] {
  const title = (id: string) => list.find((node) => node.id === id)?.title ?? id;
  return all.map(({ from, to, label, severity }) => {
    const words = label === '' ? '→' : `-${label}→`;
    return `${MARKS[severity ?? 'info']}${title(from)} ${words} ${title(to)}`;
  });
}

const SAG = (more: string) =>
  `"workflows": [{ "id": "sag", "path": "nvflare.app_common.workflows.scatter_and_gather.ScatterAndGather", "args": { "min_clients": 1, ${more} } }]`;
const PERSISTOR = '{ "id": "persistor", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }';
const GENERATOR =
  '{ "id": "shareable_generator", "path": "nvflare.app_common.shareablegenerators.full_model_shareable_generator.FullModelShareableGenerator" }';
const AGGREGATOR =
  '{ "id": "aggregator", "path": "nvflare.app_common.aggregators.intime_accumulate_model_aggregator.InTimeAccumulateWeightedAggregator" }';
const TRAINER = '{ "path": "nvflare.app_common.np.np_trainer.NPTrainer" }';
const SVT = '{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }';
const EXCLUDE = '{ "path": "nvflare.app_common.filters.exclude_vars.ExcludeVars" }';

test('a workflow sends its task to the executor that is for it, and asks for components by id', () => {
  const graph = graphOf('');
  assert.deepEqual(
    graph.groups.map(({ title, detail }) => `${title}: ${detail}`),
    ['Server: app app', 'Clients: app app · every client'],
  );
  assert.deepEqual(
    edges(graph).filter((edge) => edge.includes(' → ')),
    ['scatter_and_gather → train', `train → ${graph.nodes.find(({ kind }) => kind === 'executor')?.title}`],
  );
  assert.deepEqual(
    edges(graph).filter((edge) => edge.startsWith('scatter_and_gather -')),
    [
      'scatter_and_gather -aggregator_id→ aggregator',
      'scatter_and_gather -persistor_id→ persistor',
      'scatter_and_gather -shareable_generator_id→ shareable_generator',
    ],
  );
  assert.equal(
    graph.nodes.some(({ severity }) => severity === 'error'),
    false,
  );
});

test('an id that nothing has is drawn as missing, with what the rule says of it', () => {
  const graph = graphOf(`
--- app/config/config_fed_server.json
{ "format_version": 2, ${SAG('"persistor_id": "presistor"')}, "components": [${PERSISTOR}, ${GENERATOR}, ${AGGREGATOR}] }`);
  assert.ok(nodes(graph).includes('! missing presistor'), nodes(graph).join('\n'));
  assert.ok(edges(graph).includes('! sag -persistor_id→ presistor'), edges(graph).join('\n'));
  assert.match(graph.nodes.find(({ kind }) => kind === 'missing')?.problems[0] ?? '', /is "persistor" meant\?/);
});

test('an id of the wrong kind is drawn as a wrong connection', () => {
  const graph = graphOf(`
--- app/config/config_fed_server.json
{ "format_version": 2, ${SAG('"persistor_id": "aggregator"')}, "components": [${GENERATOR}, ${AGGREGATOR}] }`);
  assert.ok(edges(graph).includes('! sag -persistor_id→ aggregator'), edges(graph).join('\n'));
});

test('a task that no executor is for ends at a missing one', () => {
  const graph = graphOf(`
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["trian"], "executor": ${TRAINER} }] }`);
  assert.ok(nodes(graph).includes('! missing no executor for train'), nodes(graph).join('\n'));
  assert.ok(edges(graph).includes('train → no executor for train'));
  assert.ok(edges(graph).includes('trian → NPTrainer'));
});

test('filters stand on the way of their task, data before results, on both sides', () => {
  const graph = graphOf(`
--- app/config/config_fed_server.json
{ "format_version": 2, ${SAG('"train_task_name": "train"')}, "components": [${PERSISTOR}, ${GENERATOR}, ${AGGREGATOR}],
  "task_result_filters": [{ "tasks": ["train"], "filters": [${SVT}] }],
  "task_data_filters": [{ "tasks": ["train"], "filters": [${EXCLUDE}, ${SVT}] }] }
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": ${TRAINER} }],
  "task_result_filters": [{ "tasks": ["train"], "filters": [${SVT}] }] }`);
  const filters = graph.nodes.filter(({ kind }) => kind === 'filters');
  assert.deepEqual(
    filters.map(({ group, filters: list }) => `${group}: ${list.map(({ way, title }) => `${way} ${title}`).join(', ')}`),
    ['server/app: data ExcludeVars, data SVTPrivacy, results SVTPrivacy', 'client/app: results SVTPrivacy'],
  );
  assert.deepEqual(
    edges(graph).filter((edge) => edge.includes(' → ')),
    ['filters of train → train', 'sag → filters of train', 'train → filters of train', 'filters of train → NPTrainer'],
  );
});

test('filters in the direction that NVFLARE never asks for, or for no task, are drawn apart', () => {
  const graph = graphOf(`
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": ${TRAINER} }],
  "task_data_filters": [{ "tasks": ["train"], "direction": "out", "filters": [${SVT}] }],
  "task_result_filters": [{ "tasks": ["validate"], "filters": [${SVT}] }, { "tasks": ["train"], "direction": "inout", "filters": [${EXCLUDE}] }] }`);
  const idle = graph.nodes.filter(({ kind, isDisabled }) => kind === 'filters' && isDisabled);
  assert.deepEqual(
    idle.map(({ title }) => title),
    ['filters of train', 'filters of validate'],
  );
  assert.ok(edges(graph).includes('train → filters of train'), 'the other chain is on the way');
});

test('before 2.4 filters have no directions', () => {
  const graph = graphOf(`
--- target 2.3
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": ${TRAINER} }],
  "task_result_filters": [{ "tasks": ["train"], "direction": "in", "filters": [${SVT}] }] }`);
  assert.equal(
    graph.nodes.some(({ kind, isDisabled }) => kind === 'filters' && isDisabled),
    false,
  );
});

test('components that are built in place hang on their argument', () => {
  const graph = graphOf(`
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "id": "e", "path": "my.Exec", "args": { "net": { "path": "my.Net" } } } }] }`);
  assert.ok(edges(graph).includes('e -net→ Net'), edges(graph).join('\n'));
});

test('every app of clients has a group of its own, and the tasks are between them', () => {
  const client = `{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": ${TRAINER} }] }`;
  const graph = graphOf(`
--- meta.json
{ "name": "two", "deploy_map": { "app": ["server"], "a": ["site-1", "site-2"], "b": ["site-3"] } }
--- a/config/config_fed_client.json
${client}
--- b/config/config_fed_client.json
${client}`);
  assert.deepEqual(
    graph.groups.map(({ title, detail }) => `${title}: ${detail}`),
    ['Server: app app', 'Clients: app a · 2 sites', 'Clients: app b · site-3'],
  );
  assert.equal(edges(graph).filter((edge) => edge === 'train → NPTrainer').length, 2);
});

test('what a workflow of its own sends is not known, and that is said', () => {
  const graph = graphOf(`
--- app/config/config_fed_server.json
{ "format_version": 2, "workflows": [{ "id": "mine", "path": "mine.Controller" }] }`);
  assert.match(graph.notes.join('\n'), /More tasks may be sent than are drawn/);
});

test('a file that cannot be read is named, and draws nothing', () => {
  const graph = graphOf('\n--- app/config/config_fed_server.json\n[]');
  assert.match(graph.notes.join('\n'), /config_fed_server\.json could not be read/);
  assert.deepEqual(
    graph.groups.map(({ side }) => side),
    ['client'],
  );
});
