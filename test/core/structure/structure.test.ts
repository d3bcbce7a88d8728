import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoconFolds } from '../../../src/core/formats/hocon/folds';
import { linksOf } from '../../../src/core/structure/links';
import { jobNames } from '../../../src/core/structure/names';
import { outlineOf } from '../../../src/core/structure/outline';
import type { OutlineNode } from '../../../src/core/structure/outline-node';
import { selectionAt } from '../../../src/core/structure/selection';
import { TEST_FORMATS } from '../../support/formats';
import { unmark } from '../../support/marked';
import { wiredJob } from '../../support/wired-job';

const CODE = `
--- app/custom/own.py
class Flow:
    def __init__(self, rounds, store):
        pass
--- app/custom/src/train.py
print()
`;

/** One job in each format. */
const JOBS = {
  json: `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1"] }, "mandatory_clients": ["site-1"],
  "resource_spec": { "site-1": { "num_of_gpus": 1 } } }
--- app/config/config_fed_server.json
{ "format_version": 2, "n": 3,
  "workflows": [{ "id": "w", "path": "own.Flow", "args": { "rounds": "{n}", "store": { "path": "own.Store", "args": {} } } }],
  "components": [{ "id": "c", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }
--- app/config/config_fed_client.json
{ "format_version": 2,
  "executors": [{ "tasks": ["train", "val"], "executor": { "path": "own.Do", "args": { "task_script_path": "custom/train.py" } } }],
  "task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "own.Hide" }] }] }${CODE}`,
  hocon: `
--- meta.conf
name = demo, deploy_map { app = [server, site-1] }, mandatory_clients = [site-1]
resource_spec { site-1 { num_of_gpus = 1 } }
--- !app/config/config_fed_server.json
--- app/config/config_fed_server.conf
format_version = 2, n = 3
workflows = [{ id = w, path = own.Flow, args { rounds = "{n}", store { path = own.Store, args {} } } }]
components = [{ id = c, path = nvflare.app_common.np.np_model_persistor.NPModelPersistor }]
--- !app/config/config_fed_client.json
--- app/config/config_fed_client.conf
format_version = 2
executors = [{ tasks = [train, val], executor { path = own.Do, args { task_script_path = "custom/train.py" } } }]
task_result_filters = [{ tasks = [train], filters = [{ path = own.Hide }] }]${CODE}`,
  yaml: `
--- meta.yml
name: demo
deploy_map: { app: [server, site-1] }
mandatory_clients: [site-1]
resource_spec: { site-1: { num_of_gpus: 1 } }
--- !app/config/config_fed_server.json
--- app/config/config_fed_server.yml
format_version: 2
n: 3
workflows:
  - { id: w, path: own.Flow, args: { rounds: "{n}", store: { path: own.Store, args: {} } } }
components:
  - { id: c, path: nvflare.app_common.np.np_model_persistor.NPModelPersistor }
--- !app/config/config_fed_client.json
--- app/config/config_fed_client.yml
format_version: 2
executors:
  - { tasks: [train, val], executor: { path: own.Do, args: { task_script_path: custom/train.py } } }
task_result_filters:
  - { tasks: [train], filters: [{ path: own.Hide }] }${CODE}`,
} as const;

const ENDINGS = { json: '.json', hocon: '.conf', yaml: '.yml' } as const;
const FORMATS = ['json', 'hocon', 'yaml'] as const;

/** The outline as indented lines. */
function lines(nodes: readonly OutlineNode[], indent = ''): readonly string[] {
  return nodes.flatMap(({ kind, name, detail, children }) => [
    `${indent}${kind} ${name}${detail === '' ? '' : ` (${detail})`}`,
    ...lines(children, `${indent}  `),
  ]);
}

const OUTLINES: readonly (readonly [stem: string, expected: readonly string[]])[] = [
  [
    'meta',
    [
      'setting name (demo)',
      'section Apps (deploy_map)',
      '  app app (2 sites)',
      '    site server',
      '    site site-1',
      'section Mandatory sites (mandatory_clients)',
      '  site site-1',
      'section Resources (resource_spec)',
      '  site site-1 (num_of_gpus)',
      '    setting num_of_gpus (1)',
    ],
  ],
  [
    'app/config/config_fed_server',
    [
      'setting format_version (2)',
      'variable n (3)',
      'section Workflows',
      '  workflow w (Flow)',
      '    argument rounds (3)',
      '    component store (Store)',
      'section Components',
      '  component c (NPModelPersistor)',
    ],
  ],
  [
    'app/config/config_fed_client',
    [
      'setting format_version (2)',
      'section Executors',
      '  executor train, val (Do)',
      '    argument task_script_path (custom/train.py)',
      'section Filters of task results',
      '  filter Hide (train)',
    ],
  ],
];

for (const format of FORMATS) {
  for (const [stem, expected] of OUTLINES) {
    test(`the outline of ${stem} is in FLARE's words (${format})`, () => {
      assert.deepEqual(lines(outlineOf(wiredJob(JOBS[format]), stem + ENDINGS[format])), expected);
    });
  }

  test(`apps, classes and scripts are links (${format})`, () => {
    const checked = wiredJob(JOBS[format]);
    const found = OUTLINES.flatMap(([stem]) => {
      const file = stem + ENDINGS[format];
      const source = checked.job.sources.texts.get(file);
      const text = source?.kind === 'text' ? source.text : '';
      return linksOf(checked, file).map(({ range, target }) => {
        const to = target.kind === 'folder' ? `${target.folder}/` : `${target.file}:${target.range.start}`;
        return `${text.slice(range.start, range.end)} -> ${to}`;
      });
    });
    assert.deepEqual(found, ['app -> app/', 'own.Flow -> app/custom/own.py:6', 'train.py -> app/custom/src/train.py:0']);
  });

  test(`names are found by their letters (${format})`, () => {
    const search = (query: string) => [...jobNames(wiredJob(JOBS[format]), query)].map(({ kind, name }) => `${kind} ${name}`);
    assert.deepEqual(search('s1'), ['site site-1']);
    assert.deepEqual(search('TRA'), ['task train']);
    assert.deepEqual(search('').sort(), [
      'app app',
      'component c',
      'component w',
      'job demo',
      'site server',
      'site site-1',
      'task train',
      'task val',
    ]);
  });
}

test('an app that goes nowhere has an outline as well', () => {
  const source = JOBS.json.replace('"app": ["server", "site-1"]', '"app": ["server"]');
  assert.equal(lines(outlineOf(wiredJob(source), 'app/config/config_fed_client.json'))[1], 'section Executors');
});

test('a part is selected inside of itself, whatever comes by references', () => {
  const source = `
--- meta.conf
all = [server, site-1]
deploy_map { app = \${all} }
deploy_map { b = [x] }`;
  const check = (nodes: readonly OutlineNode[]): void => {
    for (const { range, selection, children } of nodes) {
      assert.ok(range.start <= selection.start && selection.end <= range.end);
      check(children);
    }
  };
  check(outlineOf(wiredJob(source), 'meta.conf'));
});

const SELECTIONS: readonly (readonly [format: keyof typeof TEST_FORMATS, source: string, expected: readonly string[]])[] = [
  ['hocon', 'a { b = ["x<||>y"] }', ['xy', '"xy"', '["xy"]', 'b = ["xy"]', ' b = ["xy"] ', '{ b = ["xy"] }', 'a { b = ["xy"] }']],
  ['hocon', 'a { "b<||>" = 1 }', ['b', '"b"', '"b" = 1', ' "b" = 1 ', '{ "b" = 1 }', 'a { "b" = 1 }']],
  ['yaml', 'a:\n  b: [x<||>]\n', ['x', '[x]', 'b: [x]', 'a:\n  b: [x]', 'a:\n  b: [x]\n']],
  ['json', '{ "a": [1<||>] }', ['1', '[1]', '"a": [1]', ' "a": [1] ', '{ "a": [1] }']],
];

for (const [format, source, expected] of SELECTIONS) {
  test(`the selection grows around ${JSON.stringify(source)} (${format})`, () => {
    const { text, marks } = unmark(source);
    const read = TEST_FORMATS[format]?.read(text);
    assert.ok(read && marks[0]);
    assert.deepEqual(
      selectionAt(read, marks[0].start).map(({ start, end }) => text.slice(start, end)),
      expected,
    );
  });
}

test('braces, brackets and comments of HOCON fold, also of objects that are merged', () => {
  const text = '# one\n# two\na {\n  b = [\n    1\n  ]\n}\na {\n  c = 2 # beside\n}\n';
  assert.deepEqual(
    hoconFolds(text).map(({ kind, start, end }) => `${kind} ${JSON.stringify(text.slice(start, end))}`),
    [
      'comment "# one\\n# two"',
      'value "{\\n  b = [\\n    1\\n  ]\\n}"',
      'value "[\\n    1\\n  ]"',
      'value "{\\n  c = 2 # beside\\n}"',
    ],
  );
});
