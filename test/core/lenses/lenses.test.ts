import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultHints, type Hint, valueHints } from '../../../src/core/lenses/hints';
import { lensesOf } from '../../../src/core/lenses/lenses';
import { exampleIn, FORMAT_NAMES } from '../../support/three-formats';
import { wiredJob } from '../../support/wired-job';

/** The lenses of a file: the title, the text that it stands above, and the texts that it leads to. */
function lenses(source: string, file: string): readonly string[] {
  const analysis = wiredJob(source);
  const text = (at: string, start: number, end: number) => {
    const read = analysis.job.sources.texts.get(at);
    return read?.kind === 'text' ? read.text.slice(start, end) : '';
  };
  return lensesOf(analysis, file).map(({ range, title, action }) => {
    const leads =
      action.kind === 'show' ? action.places.map((place) => text(place.file, place.range.start, place.range.end)) : [action.kind];
    return `${text(file, range.start, range.start + 12).split('\n')[0]} | ${title} | ${leads.join(' ')}`;
  });
}

const NAMED = `
--- meta.json
{ "name": "demo", "min_clients": 1, "deploy_map": { "app": ["server", "site-1", "site-2"] } }`;

test('a meta file says where the job goes', () => {
  assert.deepEqual(lenses(NAMED, 'meta.json'), [
    '{ "name": "d | server and 2 clients · 1 app | "deploy_map"',
    '{ "name": "d | Preview | preview',
    '{ "name": "d | Check | check',
  ]);
  assert.match(lenses('', 'meta.json')[0] ?? '', /all sites · 1 app/);
});

test('a configuration says which sites get it, and its components who uses them', () => {
  const found = lenses(NAMED, 'app/config/config_fed_server.json');
  assert.deepEqual(found, [
    '{ | app "app" · deployed to server, site-1, site-2 | "app"',
    '{ "id": "per | used by scatter_and_gather.persistor_id | "persistor"',
    '{ | used by scatter_and_gather.shareable_generator_id | "shareable_generator"',
    '{ | used by scatter_and_gather.aggregator_id | "aggregator"',
  ]);
});

test('a file that is no configuration of the job has none', () => {
  assert.deepEqual(lenses(NAMED, 'app/custom/train.py'), []);
});

/** The text with the hints in it. */
function hinted(source: string, hintsOf: (analysis: ReturnType<typeof wiredJob>, file: string) => readonly Hint[]): string {
  const analysis = wiredJob(source);
  const config = analysis.job.apps.get('app')?.client;
  assert.ok(config);
  let { text } = config.document;
  for (const { offset, label } of [...hintsOf(analysis, config.file)].sort((a, b) => b.offset - a.offset)) {
    text = `${text.slice(0, offset)}‹${label}›${text.slice(offset)}`;
  }
  return text;
}

const CLIENT = `
--- app/config/config_fed_client.json
{ "format_version": 2, "name": "train", "executors": [{ "tasks": ["{name}"], "executor": {
  "path": "nvflare.app_common.np.np_trainer.NPTrainer", "args": { "sleep_time": 1 } } }] }`;

test('arguments that are not given are shown with their defaults', () => {
  assert.match(
    hinted(CLIENT, defaultHints),
    /"sleep_time": 1‹delta = 1, train_task_name = .*, submit_model_task_name = .*(?:more\))?›/,
  );
});

for (const format of FORMAT_NAMES) {
  test(`${format}: a variable is shown with its value`, () => {
    assert.match(hinted(exampleIn(format, CLIENT), valueHints), /\{name\}"‹= train›/);
  });
}

test('HOCON shows what a reference leads to', () => {
  const source = `
--- !app/config/config_fed_client.json
--- app/config/config_fed_client.conf
format_version = 2
seconds = 3
executors = [{ tasks = ["train"], executor { path = "nvflare.app_common.np.np_trainer.NPTrainer", args { sleep_time = \${seconds} } } }]`;
  assert.match(hinted(source, valueHints), /sleep_time = \$\{seconds\}‹= 3›/);
});

test('what only a site knows is not shown', () => {
  assert.doesNotMatch(hinted(CLIENT.replace('{name}', '{WORKSPACE}'), valueHints), /‹/);
});

test('executors say what filters stand on the way of their results', () => {
  const filtered = `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }],
  "task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`;
  assert.deepEqual(lenses(filtered, 'app/config/config_fed_client.json').slice(1), [
    '"tasks": ["t | results: 1 filter · differential privacy | leaving',
  ]);
});
