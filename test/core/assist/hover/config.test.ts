import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverAt } from '../../../../src/core/assist/hover/hover';
import { wiredJob } from '../../../support/wired-job';

/** The hover at the mark of an example, as one text; its range must be the mark. */
function hover(source: string): string {
  const checked = wiredJob(source);
  const [mark] = checked.marks;
  assert.ok(mark, 'the example marks a place');
  const found = hoverAt(checked, mark.file, mark.start + 1);
  assert.ok(found, 'there is a hover');
  assert.deepEqual(found.range, { start: mark.start, end: mark.end });
  return found.paragraphs.join('\n');
}

const SERVER = `
--- app/config/config_fed_server.json
{
  "format_version": 2,
  "rounds": 3,
  "workflows": [
    { "id": "fedavg", "path": "nvflare.app_common.workflows.fedavg.FedAvg",
      "args": { "num_clients": 1, "num_rounds": "{rounds}", "task_name": "train", "persistor_id": "store" } }
  ],
  "components": [
    { "id": "store", "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor", "args": {} }
  ]
}`;

/** The server's configuration with one text marked, or with the mark at the `nth` of several. */
function marked(text: string, nth = 0): string {
  const parts = SERVER.split(text);
  assert.ok(parts.length > nth + 1, `the example has ${text}`);
  return `${parts.slice(0, nth + 1).join(text)}<|${text}|>${parts.slice(nth + 1).join(text)}`;
}

for (const [format, source] of [
  [
    'JSON',
    `--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": [<|"train"|>], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
  [
    'HOCON',
    `--- !app/config/config_fed_client.json
--- app/config/config_fed_client.conf
format_version = 2
executors = [{ tasks = [<|"train"|>], executor { path = "nvflare.app_common.np.np_trainer.NPTrainer" } }]`,
  ],
  [
    'YAML',
    `--- !app/config/config_fed_client.json
--- app/config/config_fed_client.yml
format_version: 2
executors:
  - tasks: [<|train|>]
    executor: { path: nvflare.app_common.np.np_trainer.NPTrainer }`,
  ],
] as const) {
  test(`a task says who sends it and who does it, in ${format}`, () => {
    assert.equal(
      hover(`${SERVER}\n${source}`),
      [
        '**`train`** · task',
        'Sent by:',
        '- `fedavg` in `app/config/config_fed_server.json`',
        'Done at clients by:',
        '- `NPTrainer` of app `app`',
      ].join('\n'),
    );
  });
}

for (const [format, source] of [
  ['JSON', `--- app/config/config_fed_server.json\n{ "workflows": [{ <|"path"|>: "x.Y" }] }`],
  ['HOCON', `--- !app/config/config_fed_server.json\n--- app/config/config_fed_server.conf\nworkflows = [{ <|path|> = "x.Y" }]`],
  ['YAML', `--- !app/config/config_fed_server.json\n--- app/config/config_fed_server.yml\nworkflows:\n  - <|path|>: x.Y`],
] as const) {
  test(`a key says what it is for, in ${format}`, () => {
    assert.match(hover(`\n${source}`), /^\*\*`path`\*\* · string\nThe class, by its whole path/);
  });
  test(`a class of custom code that is not there says so, in ${format}`, () => {
    const onClass = source
      .replace('<|', '')
      .replace('|>', '')
      .replace(/"?x\.Y"?/, '<|$&|>');
    assert.match(hover(`\n${onClass}`), /no module `x` in its custom code/);
  });
}

for (const [format, source] of [
  ['JSON', marked('rounds', 2)],
  [
    'HOCON',
    `
--- !app/config/config_fed_server.json
--- app/config/config_fed_server.conf
rounds = 3
workflows = [{ path = "x.Y", args { n = "{<|rounds|>}" } }]`,
  ],
  [
    'YAML',
    `
--- !app/config/config_fed_server.json
--- app/config/config_fed_server.yml
rounds: 3
workflows:
  - path: x.Y
    args: { n: "{<|rounds|>}" }`,
  ],
] as const) {
  test(`a variable says its value and where it is from, in ${format}`, () => {
    assert.equal(hover(source), '**`rounds`** · variable\nValue: `3`, from the top level of this file\nUsed once.');
  });
}

test('a class path shows kind, signature, bases and the module', () => {
  const text = hover(marked('"nvflare.app_common.workflows.fedavg.FedAvg"'));
  assert.match(text, /^\*\*`FedAvg`\*\* · controller of NVFLARE 2\.9\.\d/);
  assert.match(text, /class FedAvg\(\n(.*\n)* {4}num_rounds: int = 5,\n/);
  assert.match(text, /Inherits from `nvflare\.app_common\.workflows\.base_fedavg\.BaseFedAvg`/);
  assert.match(text, /Fires the events .*`_before_aggregation`/);
  assert.ok(!text.includes('Handles'), 'it handles none');
  const selector = hover(`
--- app/config/config_fed_server.json
{ "format_version": 2, "components": [{ "id": "s", "path": <|"nvflare.app_common.widgets.intime_model_selector.IntimeModelSelector"|> }] }`);
  assert.match(selector, /Handles the events .*`_before_aggregation`/);
  assert.match(selector, /Fires the event `_global_best_model_available`/);
  assert.match(text, /Defined in `nvflare\.app_common\.workflows\.fedavg`/);
});

test('a class of custom code shows what its file says, kinds by NVFLARE included', () => {
  const text = hover(`
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"net.Trainer"|> } }] }
--- app/custom/net.py
from nvflare.apis.executor import Executor

class Trainer(Executor):
    def __init__(self, epochs: int = 2, *, lr):
        super().__init__()
`);
  assert.match(text, /^\*\*`Trainer`\*\* · executor of the app's custom code/);
  assert.match(text, /class Trainer\(epochs: int = 2, lr\)/);
  assert.match(text, /Defined in `app\/custom\/net\.py`/);
});

test('an argument says its type, its default and what it holds', () => {
  assert.equal(
    hover(marked('"persistor_id"')),
    "**`persistor_id`** · `str` · argument of `FedAvg`\nDefault: `'persistor'`\nIt holds the id of a component, which must be a `LearnablePersistor`.",
  );
});

test('an argument that the class does not take says so', () => {
  assert.match(
    hover(SERVER.replace('"num_clients"', '<|"num_client"|>')),
    /`nvflare\.\S+\.FedAvg` has no parameter `num_client`\./,
  );
});

for (const [place, source] of [
  ['a reference', marked('"store"', 0)],
  ['the component itself', marked('"store"', 1)],
] as const) {
  test(`an id says what it is and who refers to it, on ${place}`, () => {
    const text = hover(source);
    assert.match(text, /^\*\*`store`\*\* · component `nvflare\.app_common\.np\.np_model_persistor\.NPModelPersistor`/);
    assert.match(text, /Referred to by:\n- `fedavg`, `persistor_id`$/);
  });
}

test('an id that is referred to by a default says so', () => {
  const text = hover(SERVER.replace(', "persistor_id": "store"', '').replace('"id": "store"', '"id": <|"persistor"|>'));
  assert.match(text, /- `fedavg`, `persistor_id` \(by default\)/);
});

test('an id that no component has says so', () => {
  assert.match(
    hover(SERVER.replace('"persistor_id": "store"', '"persistor_id": <|"stor"|>')),
    /no component of this configuration/,
  );
});

test('a task shows the filters on its way, and a pattern that takes it', () => {
  const text = hover(`${SERVER.replace('"train"', '<|"train"|>')}
--- app/config/config_fed_client.json
{ "format_version": 2,
  "executors": [{ "tasks": ["tr*"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }],
  "task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`);
  assert.match(text, /- `NPTrainer` of app `app`, by the pattern `tr\*`/);
  assert.match(text, /Filters on its way:\n- `SVTPrivacy` on the client \(task results, out\)/);
});

test('a system variable says what NVFLARE sets', () => {
  const text = hover(SERVER.replace('"{rounds}"', '"{<|SITE_NAME|>}"'));
  assert.match(text, /^\*\*`SITE_NAME`\*\* · system variable\nNVFLARE sets it: the name of the site/);
});

test('a timeout at the top level says its unit, default and since when', () => {
  const text = hover(
    '\n--- app/config/config_fed_client.json\n{ "format_version": 2, <|"get_task_timeout"|>: 30, "executors": [] }',
  );
  assert.match(text, /number, in seconds/);
  assert.match(text, /Default: `set by the system` · Since 2\.4 · Read by: client/);
});

test('nothing is said of configurations before the host has loaded what apps run', () => {
  const checked = wiredJob(marked('"store"'));
  const [mark] = checked.marks;
  assert.ok(mark);
  assert.equal(hoverAt({ job: checked.job }, mark.file, mark.start), undefined);
});
