import assert from 'node:assert/strict';
import { test } from 'node:test';
import { definitionAt } from '../../../src/core/assist/definition';
import { highlightsAt, referencesAt } from '../../../src/core/assist/references';
import { JOBS } from '../../support/job-in-formats';
import { wiredJob } from '../../support/wired-job';

/** Files and texts of places, `file: text`, for the place at the first mark of an example. */
function at(source: string) {
  const checked = wiredJob(source);
  const [mark] = checked.marks;
  assert.ok(mark, 'the example marks a place');
  const offset = mark.start + 1;
  const textOf = ({
    file,
    range,
  }: {
    readonly file: string;
    readonly range: { readonly start: number; readonly end: number };
  }) => {
    const read = checked.job.sources.texts.get(file);
    assert.equal(read?.kind, 'text');
    const text = read?.kind === 'text' ? read.text : '';
    const line = text.slice(0, range.start).split('\n').length;
    return `${file.slice(file.lastIndexOf('/') + 1)}:${line} ${text.slice(range.start, range.end)}`;
  };
  return {
    definition: () => (definitionAt(checked, mark.file, offset)?.places ?? []).map(textOf),
    references: () =>
      (referencesAt(checked, mark.file, offset)?.places ?? []).map(
        (place) => textOf(place) + (place.isDefinition ? ' (definition)' : ''),
      ),
    highlights: () => highlightsAt(checked, mark.file, offset).map(textOf),
  };
}

const JOB = `
--- meta.json
{
  "name": "demo",
  "deploy_map": { "app": ["server", "site-1"] },
  "mandatory_clients": ["site-1"]
}
--- app/config/config_fed_server.json
{
  "format_version": 2,
  "rounds": 3,
  "workflows": [
    { "id": "fedavg", "path": "nvflare.app_common.workflows.fedavg.FedAvg",
      "args": { "num_rounds": "{rounds}", "task_name": "train", "persistor_id": "store" } }
  ],
  "components": [
    { "id": "store", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }
  ]
}
--- app/config/config_fed_client.json
{
  "format_version": 2,
  "executors": [
    { "tasks": ["train"], "executor": { "path": "net.Trainer", "args": { "lr": 1 } } }
  ]
}
--- app/custom/net.py
class Trainer:
    def __init__(self, lr):
        pass
`;

/** The example with the `nth` place of a text marked. */
function marked(text: string, nth = 0): string {
  const parts = JOB.split(text);
  assert.ok(parts.length > nth + 1, `the example has ${text}`);
  return `${parts.slice(0, nth + 1).join(text)}<|${text}|>${parts.slice(nth + 1).join(text)}`;
}

const DEFINITIONS: readonly (readonly [what: string, source: string, expected: readonly string[]])[] = [
  ['a class of custom code leads into its file', marked('"net.Trainer"'), ['net.py:1 Trainer']],
  ['an argument leads to its parameter', marked('"lr"'), ['net.py:2 lr']],
  ['an id leads to its component', marked('"store"', 0), ['config_fed_server.json:9 "store"']],
  ['a variable leads to its key', marked('rounds', 2), ['config_fed_server.json:3 "rounds"']],
  ['a task leads to its executor', marked('"train"', 0), ['config_fed_client.json:4 "train"']],
  ['the task of an executor leads to who sends it', marked('"train"', 1), ['config_fed_server.json:6 "train"']],
  ['a site leads to its other places', marked('"site-1"', 0), ['meta.json:4 "site-1"']],
  ['an app leads to its configurations', marked('"app"'), ['config_fed_server.json:1 ', 'config_fed_client.json:1 ']],
];

for (const [what, source, expected] of DEFINITIONS) {
  test(what, () => {
    assert.deepEqual(at(source).definition(), expected);
  });
}

const REFERENCES: typeof DEFINITIONS = [
  ['an id', marked('"store"', 1), ['config_fed_server.json:9 "store" (definition)', 'config_fed_server.json:6 "store"']],
  ['a task', marked('"train"', 1), ['config_fed_client.json:4 "train" (definition)', 'config_fed_server.json:6 "train"']],
  ['a variable', marked('"rounds"'), ['config_fed_server.json:3 "rounds" (definition)', 'config_fed_server.json:6 rounds']],
  ['a site', marked('"site-1"', 1), ['meta.json:3 "site-1" (definition)', 'meta.json:4 "site-1"']],
];

for (const [what, source, expected] of REFERENCES) {
  test(`${what} has all its places`, () => {
    assert.deepEqual([...at(source).references()].sort(), [...expected].sort());
  });
}

test('a pattern of an executor is a reference of the tasks that it takes', () => {
  const source = marked('"train"', 0).replace('"tasks": ["train"]', '"tasks": ["t?ai*"]');
  assert.deepEqual(at(source).references(), [
    'config_fed_server.json:6 "train"',
    'config_fed_client.json:4 "t?ai*" (definition)',
  ]);
  assert.deepEqual(at(source).definition(), ['config_fed_client.json:4 "t?ai*"']);
});

test('places in other files are no highlights', () => {
  assert.deepEqual(at(marked('"train"', 0)).highlights(), ['config_fed_server.json:6 "train"']);
});

test('a place that names nothing has neither definition nor references', () => {
  const checked = at(marked('"format_version"', 0));
  assert.deepEqual([checked.definition(), checked.references(), checked.highlights()], [[], [], []]);
});

test('a configuration of an app that goes nowhere is gone through as well', () => {
  const source = marked('"net.Trainer"').replace('"app": ["server", "site-1"]', '"app": ["server"]');
  assert.deepEqual(at(source).definition(), ['net.py:1 Trainer']);
  assert.deepEqual(at(source).references(), ['config_fed_client.json:4 "net.Trainer"']);
});

const SCRIPT = `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "own.Do", "args": { "task_script_path": <|"train.py"|> } } }],
  "components": [{ "id": "l", "path": "own.Launch", "args": { "script": "python3 custom/train.py" } }] }
--- app/custom/src/train.py
print()
`;

test('a script leads to its file, and has all its places', () => {
  assert.deepEqual(at(SCRIPT).definition(), ['train.py:1 ']);
  assert.deepEqual(at(SCRIPT).references(), [
    'config_fed_client.json:1 "train.py"',
    'config_fed_client.json:2 "python3 custom/train.py"',
  ]);
});

/** What leads where in the job that stands there in each format; quotes and endings of files are left away. */
const EVERYWHERE: readonly (readonly [
  what: string,
  text: RegExp,
  definition: readonly string[],
  references: readonly string[],
])[] = [
  ['a class', /net\.Trainer/, ['net.py Trainer'], ['client net.Trainer']],
  ['an argument', /(?<=args[": ={]+)lr/, ['net.py lr'], []],
  ['an id', /(?<=persistor_id[": =]+)store/, ['server store'], ['server store', 'server store']],
  ['a variable', /(?<=\{)rounds/, ['server rounds'], ['server rounds', 'server rounds', 'server rounds']],
  ['a task', /(?<=task_name[": =]+)train/, ['client train'], ['client train', 'server train', 'server train']],
  [
    'a site',
    /site-1/,
    ['meta site-1', 'meta site-1', 'meta site-1'],
    ['meta site-1', 'meta site-1', 'meta site-1', 'meta site-1'],
  ],
  ['an app', /(?<=deploy_map[": ={\n]+)app/, ['server ', 'client '], ['meta app']],
];

const plain = (place: string) =>
  place
    .replaceAll(/["']| \(definition\)/g, '')
    .replace(/:\d+/, '')
    .replace(/^(?:config_fed_)?(\w+)\.(?:json|conf|yml)/, '$1');

for (const [format, source] of Object.entries(JOBS)) {
  for (const [what, text, definition, references] of EVERYWHERE) {
    test(`${what} leads to its places (${format})`, () => {
      const found = text.exec(source);
      assert.ok(found, `the example has ${text}`);
      const { index, 0: name } = found;
      const checked = at(`${source.slice(0, index)}<|${name}|>${source.slice(index + name.length)}`);
      assert.deepEqual(checked.definition().map(plain), definition);
      assert.deepEqual(checked.references().map(plain).sort(), references);
    });
  }
}
