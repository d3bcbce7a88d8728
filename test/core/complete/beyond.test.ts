import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../../src/core/analyze';
import type { FormatName } from '../../../src/core/formats/document';
import { ALL_RULES } from '../../support/all-rules';
import { type Caret, caretIn, completionsFor, jobAfter } from '../../support/completing';
import { ENDINGS, FORMAT_NAMES, textIn } from '../../support/three-formats';

const SERVER = 'app/config/config_fed_server';
const CLIENT = 'app/config/config_fed_client';
const META = 'meta';
const TRAINER = `--- app/custom/mine.py
from nvflare.apis.executor import Executor
class Mine(Executor):
    def __init__(self, rate=0.1): ...
`;
const NP_TRAINER = '{"path": "nvflare.app_common.np.np_trainer.NPTrainer"}';

/** A place at which offers need something in another file, and other files of the job; `"|"` alone is the caret. */
const PLACES: readonly (readonly [
  what: string,
  file: string,
  json: string,
  beside: Readonly<Record<string, string>>,
  least: number,
])[] = [
  ['a workflow, with no executor', SERVER, workflows('"|"'), { [CLIENT]: client('') }, 25],
  [
    'a workflow, with an own executor',
    SERVER,
    workflows('"|"'),
    { [CLIENT]: client(executor('"train"', '{"path": "mine.Mine"}')) },
    30,
  ],
  [
    'a workflow, with an executor for all',
    SERVER,
    workflows('"|"'),
    { [CLIENT]: client(executor('"*"', '{"path": "mine.Mine"}')) },
    30,
  ],
  [
    'a workflow, with an executor of known tasks',
    SERVER,
    workflows('"|"'),
    { [CLIENT]: client(executor('"train"', NP_TRAINER)) },
    30,
  ],
  [
    'a class of a workflow',
    SERVER,
    workflows('{"id": "w", "path": "|"}'),
    { [CLIENT]: client(executor('"train"', NP_TRAINER)) },
    30,
  ],
  ['an executor', CLIENT, client('"|"'), { [SERVER]: workflows('') }, 20],
  ['a class of an executor', CLIENT, client(executor('"a"', '{"path": "|"}')), { [SERVER]: workflows('') }, 20],
  [
    'a site for an app that has no file for the server',
    META,
    '{"name": "demo", "deploy_map": {"app": ["|"]}}',
    { [SERVER]: '' },
    2,
  ],
  ['a site for an app that has no file for clients', META, '{"name": "demo", "deploy_map": {"app": ["|"]}}', { [CLIENT]: '' }, 2],
  ['sites for an app that has no file', META, '{"name": "demo", "deploy_map": {"app": "|"}}', { [SERVER]: '', [CLIENT]: '' }, 2],
  ['a site where 50 are asked for', META, '{"name": "demo", "min_clients": 50, "deploy_map": {"app": ["|"]}}', {}, 2],
  ['sites where 50 are asked for', META, '{"name": "demo", "min_clients": 50, "deploy_map": {"app": "|"}}', {}, 2],
];

function workflows(items: string): string {
  return `{"format_version": 2, "workflows": [${items}], "components": []}`;
}

function client(items: string): string {
  return `{"format_version": 2, "executors": [${items}], "components": []}`;
}

function executor(tasks: string, of: string): string {
  return `{"tasks": [${tasks}], "executor": ${of}}`;
}

/** Sixty sites of a project: more than the fifty that some jobs ask for. */
const SITES = Array.from({ length: 60 }, (_, index) => ({
  name: `clinic-${index + 1}`,
  from: 'project.yml',
  isProvisioned: true,
}));

for (const [what, file, json, beside, least] of PLACES) {
  for (const format of FORMAT_NAMES) {
    test(`whatever is accepted for ${what}, the job has no error, ${format}`, () => {
      const caret = caretOf(file, json, beside, format);
      const { items } = completionsFor(caret, SITES);
      assert.ok(items.length >= least, `only ${items.map(({ label }) => label).join(', ')}`);
      for (const item of items) {
        const after = jobAfter(caret.analysis, caret.file, caret.text, item);
        const { findings } = analyze(after, { target: caret.analysis.job.target, ...ALL_RULES });
        // A client that has nothing to do had nothing to do before.
        const errors = findings.filter(({ severity, code }) => severity === 'error' && code !== 'config/nothing-to-run');
        const texts = [...after.texts].map(([name, text]) => (text.kind === 'text' ? `${name}\n${text.text}` : name));
        assert.deepEqual(
          errors.map(({ code, message }) => `${code}: ${message}`),
          [],
          `${item.label} (${item.brings})\n${texts.join('\n')}`,
        );
      }
    });
  }
}

test('a site is not offered alone where fifty are asked for, but all that are known are', () => {
  const labels = (json: string) => completionsFor(caretOf(META, json, {}, 'json'), SITES).items.map(({ label }) => label);
  const job = (sites: string) => `{"name": "demo", "min_clients": 50, "deploy_map": {"app": ${sites}}}`;
  assert.deepEqual(labels(job('["|"]')), ['@ALL', 'all 61 sites']);
  assert.deepEqual(labels(job('"|"')), ['["@ALL"]', '@ALL', 'all 61 sites']);
  assert.ok(labels(job('["server", "clinic-1", "|"]')).includes('clinic-2'), 'what is too few already is no new mistake');
});

test('what is written in another file is shown before', () => {
  const caret = caretOf(SERVER, workflows('"|"'), { [CLIENT]: client(executor('"train"', '{"path": "mine.Mine"}')) }, 'json');
  const item = completionsFor(caret).items.find(({ label }) => label === 'StatisticsController');
  assert.equal(item?.brings, 'with an executor in app/config/config_fed_client.json');
  assert.deepEqual(item.about?.().slice(-1), [
    'Adds an executor for "fed_stats", "fed_stats_pre_run" in `app/config/config_fed_client.json`:\n\n```json\n{\n  "tasks": ["fed_stats", "fed_stats_pre_run"],\n  "executor": {\n    "path": "nvflare.app_common.executors.statistics.statistics_executor.StatisticsExecutor",\n    "args": {\n      "generator_id": ""\n    }\n  }\n}\n```',
  ]);
});

/** The caret in a file of a job in one format; a file of no text is not there. */
function caretOf(file: string, json: string, beside: Readonly<Record<string, string>>, format: FormatName): Caret {
  const written = (text: string) => (format === 'json' ? `${JSON.stringify(JSON.parse(text), null, 2)}\n` : textIn(format, text));
  // The caret that stands for a whole element has no quotes.
  const marked = written(json).replace(/(^|[[:]\s*|- )"\|"(?=\s*[\]},]|\s*$)/m, file === META ? '$&' : '$1|');
  const others = Object.entries(beside).map(([name, text]) =>
    text === '' ? `--- !${name}.json\n` : `--- !${name}.json\n--- ${name}${ENDINGS[format]}\n${written(text)}`,
  );
  return caretIn(`--- !${file}.json\n--- ${file}${ENDINGS[format]}\n${marked}${others.join('')}${TRAINER}`);
}
