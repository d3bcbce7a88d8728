import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renamed } from '../../support/edited-job';

const meta = (text: string) => `\n--- meta.json\n${text}`;
const server = (text: string) => `\n--- app/config/config_fed_server.json\n${text}`;
const client = (text: string) => `\n--- app/config/config_fed_client.json\n${text}`;

const NUMPY = '"path": "nvflare.app_common.np.np_trainer.NPTrainer"';
const FEDAVG = '"path": "nvflare.app_common.workflows.fedavg.FedAvg"';

const REFUSED: readonly (readonly [what: string, source: string, newName: string, reason: RegExp])[] = [
  ['the server', meta('{ "deploy_map": { "app": [<|"server"|>, "a"] } }'), 'x', /goes by no other name/],
  ['all sites', meta('{ "deploy_map": { "app": [<|"@ALL"|>] } }'), 'x', /is no site/],
  [
    'a site to a name that no site has',
    meta('{ "deploy_map": { "app": ["server", <|"a"|>] } }'),
    'a b',
    /only letters, digits, "-" and "_"/,
  ],
  [
    'a site to the name of another',
    meta('{ "deploy_map": { "app": ["server", <|"a"|>, "b"] } }'),
    'b',
    /already names a site "b"/,
  ],
  [
    'a site to the name of one that gets no app',
    meta('{ "deploy_map": { "app": ["server", <|"a"|>] }, "resource_spec": { "b": {} } }'),
    'b',
    /already names a site "b"/,
  ],
  ['a site to "server"', meta('{ "deploy_map": { "app": ["server", <|"a"|>] } }'), 'server', /name of the server alone/],
  [
    'a site to "default"',
    meta('{ "deploy_map": { "app": ["server", <|"a"|>] } }'),
    'default',
    /stands for all sites in launcher_spec/,
  ],
  [
    'an app to a name that the server refuses',
    meta('{ "deploy_map": { <|"app"|>: ["@ALL"] } }'),
    'my app',
    /cannot be the name of an app/,
  ],
  [
    'an app to the name of a file',
    meta('{ "deploy_map": { <|"app"|>: ["@ALL"] } }'),
    'meta.json',
    /already something named "meta.json"/,
  ],
  [
    'what has no name of its own',
    meta('{ "deploy_map": { "app": ["@ALL"] }, "min_clients": <|1|> }'),
    'x',
    /Only sites, apps, components/,
  ],
  [
    'a component to the id of another',
    server(`{ "components": [{ "id": <|"a"|>, ${NUMPY} }, { "id": "b", ${NUMPY} }] }`),
    'b',
    /already has a component "b"/,
  ],
  [
    'a component that is there twice',
    server(`{ "components": [{ "id": <|"a"|>, ${NUMPY} }, { "id": "a", ${NUMPY} }] }`),
    'b',
    /Two components have the id "a"/,
  ],
  [
    'an id that a variable stands for elsewhere',
    server(
      `{ "store": "a", "components": [{ "id": <|"a"|>, ${NUMPY} }], "workflows": [{ "id": "w", ${FEDAVG}, "args": { "persistor_id": "{store}" } }] }`,
    ),
    'b',
    /config_fed_server.json, line 1: "a" is put in for a variable/,
  ],
  [
    'a task to a pattern',
    client(`{ "executors": [{ "tasks": [<|"a"|>], "executor": { ${NUMPY} } }] }`),
    'b*',
    /signs of a pattern/,
  ],
  [
    'a task to the name of another',
    client(`{ "executors": [{ "tasks": [<|"a"|>, "b"], "executor": { ${NUMPY} } }] }`),
    'b',
    /already has a task "b"/,
  ],
  ['a pattern', client(`{ "executors": [{ "tasks": [<|"a*"|>], "executor": { ${NUMPY} } }] }`), 'b', /takes tasks by a pattern/],
  [
    'a task that a class has in its code',
    `${client(`{ "executors": [{ "tasks": [<|"fed_stats"|>], "executor": { ${NUMPY} } }] }`)}${server(
      '{ "workflows": [{ "id": "w", "path": "nvflare.app_common.workflows.statistics_controller.StatisticsController", "args": {} }] }',
    )}`,
    'b',
    /StatisticsController has this name for it in its code/,
  ],
  [
    'a variable that NVFLARE sets',
    server(`{ "components": [{ "id": "a", ${NUMPY}, "args": { "x": "<|{JOB_ID}|>" } }] }`),
    'b',
    /NVFLARE sets "JOB_ID"/,
  ],
  [
    'a variable to a name that NVFLARE sets',
    server(`{ "n": 1, "components": [{ "id": "a", ${NUMPY}, "args": { "x": "<|{n}|>" } }] }`),
    'SITE_NAME',
    /NVFLARE itself sets/,
  ],
  [
    'a variable to a key that NVFLARE reads',
    server(`{ "n": 1, "components": [{ "id": "a", ${NUMPY}, "args": { "x": "<|{n}|>" } }] }`),
    'workflows',
    /NVFLARE reads a key "workflows"/,
  ],
  [
    'a variable to a key that is there',
    server(`{ "n": 1, "m": 2, "components": [{ "id": "a", ${NUMPY}, "args": { "x": "<|{n}|>" } }] }`),
    'm',
    /already has a key "m"/,
  ],
  [
    'a variable to something that is no name',
    server(`{ "n": 1, "components": [{ "id": "a", ${NUMPY}, "args": { "x": "<|{n}|>" } }] }`),
    '1:2',
    /cannot name a variable/,
  ],
  ['a class', server(`{ "components": [{ "id": "a", "path": <|"net.Net"|> }] }`), 'b', /renamed in its own Python file/],
  [
    'a site whose name comes by a reference',
    '\n--- meta.conf\nfirst = a\ndeploy_map { app = [server, <|a|>] }\nmandatory_clients = [${first}]',
    'b',
    /meta.conf, line 3: what stands there comes from another place/,
  ],
];

for (const [what, source, newName, reason] of REFUSED) {
  test(`refuses to rename ${what}`, () => {
    const result = renamed(source, newName);
    assert.ok(typeof result === 'string', `not refused: ${JSON.stringify(result)}`);
    assert.match(result, reason);
  });
}

test('who asked for a component by default is given its id', () => {
  const source = server(
    `{ "workflows": [{ "id": "w", ${FEDAVG} }], "components": [{ "id": <|"persistor"|>, "path": "nvflare.app_common.np.np_model_persistor.NPModelPersistor" }] }`,
  );
  const result = renamed(source, 'store');
  assert.ok(typeof result !== 'string');
  assert.match(result.texts['app/config/config_fed_server.json'] ?? '', /FedAvg", "args": \{ "persistor_id": "store" \} \}/);
});

test('who sends or does a task by default is given its name', () => {
  const result = renamed(
    `${server(`{ "workflows": [{ "id": "w", ${FEDAVG}, "args": { "num_rounds": 2 } }] }`)}${client(
      `{ "executors": [{ "tasks": [<|"train"|>], "executor": { ${NUMPY}, "args": { "delta": 1 } } }] }`,
    )}`,
    'fit',
  );
  assert.ok(typeof result !== 'string');
  assert.deepEqual(result.texts, {
    'app/config/config_fed_server.json': `{ "workflows": [{ "id": "w", ${FEDAVG}, "args": { "num_rounds": 2, "task_name": "fit" } }] }`,
    'app/config/config_fed_client.json': `{ "executors": [{ "tasks": ["fit"], "executor": { ${NUMPY}, "args": { "delta": 1, "train_task_name": "fit" } } }] }`,
  });
});

test('an argument of custom code that probably is an id is left to confirm', () => {
  const result = renamed(
    `${server(`{ "workflows": [{ "id": "w", "path": "own.Flow", "args": { "store_id": "a" } }], "components": [{ "id": <|"a"|>, ${NUMPY} }] }`)}
--- app/custom/own.py
class Flow:
    def __init__(self, store_id):
        pass
`,
    'b',
  );
  assert.ok(typeof result !== 'string');
  assert.deepEqual(result.doubts, ['"store_id" probably asks for component "a"']);
});

test('a pattern that does not take the new name is named', () => {
  const result = renamed(
    `${server(`{ "workflows": [{ "id": "w", ${FEDAVG}, "args": { "task_name": <|"train"|> } }] }`)}${client(
      '{ "executors": [{ "tasks": ["tr*"], "executor": { "path": "own.Trainer" } }] }',
    )}`,
    'fit',
  );
  assert.ok(typeof result !== 'string');
  assert.deepEqual(result.notes, ['The pattern "tr*" does not take "fit", and was left as it is.']);
});
