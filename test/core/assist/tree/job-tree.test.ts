import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../../../src/core/analyze';
import { jobTree } from '../../../../src/core/assist/tree/job-tree';
import type { TreeNode } from '../../../../src/core/assist/tree/node';
import { META_RULES } from '../../../support/all-rules';
import { exampleJob } from '../../../support/example-job';
import { wiredJob } from '../../../support/wired-job';

function tree(source: string): TreeNode {
  const { sources, target } = exampleJob(source);
  const { job, findings } = analyze(sources, { target, ...META_RULES });
  return jobTree(job, findings);
}

/** The whole tree as lines, two blanks a level. */
function drawn(node: TreeNode, depth = 0): string[] {
  const problems = node.errors + node.warnings > 0 ? ` [${node.errors}e ${node.warnings}w]` : '';
  const line = `${'  '.repeat(depth)}${node.kind} ${node.label}: ${node.description}${problems}`;
  return [line, ...(node.children?.() ?? []).flatMap((child) => drawn(child, depth + 1))];
}

function ids(node: TreeNode): string[] {
  return [node.id, ...(node.children?.() ?? []).flatMap(ids)];
}

const SITES = `
--- meta.json
{
  "name": "lung",
  "deploy_map": { "app": ["server", "site-1", "site-2"] },
  "mandatory_clients": ["site-1"],
  "resource_spec": { "site-1": { "num_of_gpus": 2 }, "site-3": { "num_of_gpus": 1 } },
  "launcher_spec": { "default": { "docker": { "image": "fl:1" } } }
}`;

test('a job unfolds into apps, sites and what they get', () => {
  assert.deepEqual(drawn(tree(SITES)), [
    'job demo: 2 clients [0e 1w]',
    '  app app: 3 sites',
    '    server server: server',
    '      launcher docker: launcher',
    '        setting image: "fl:1" (from default)',
    '    client site-1: client · mandatory · 2 GPUs',
    '      setting num_of_gpus: 2',
    '      launcher docker: launcher',
    '        setting image: "fl:1" (from default)',
    '    client site-2: client',
    '      launcher docker: launcher',
    '        setting image: "fl:1" (from default)',
    '    file config/config_fed_server.json: server configuration',
    '    file config/config_fed_client.json: client configuration',
    '  without-app Sites without an app: 1 [0e 1w]',
    '    client site-3: client · 1 GPU [0e 1w]',
    '      setting num_of_gpus: 1',
    '      launcher docker: launcher',
    '        setting image: "fl:1" (from default)',
  ]);
});

test('ids are unique and stay the same when other things change', () => {
  const before = ids(tree(SITES));
  assert.equal(new Set(before).size, before.length);
  const after = new Set(ids(tree(SITES.replace('"site-2"', '"site-2", "site-4"'))));
  assert.deepEqual(
    before.filter((id) => !after.has(id)),
    [],
  );
});

test('a screen reader hears what a row is, with its problems', () => {
  const app = tree('\n--- meta.json\n{ "name": "demo", "deploy_map": { "ap": ["@ALL"] } }').children?.()[0];
  assert.equal(app?.spoken, 'app ap, all sites, folder missing, 1 error');
});

test('a folder that is no complete job still has a root', () => {
  assert.deepEqual(drawn(tree('\n--- !app\n--- meta.json\n{ "name": "demo" }')), ['job demo: no app [1e 0w]']);
});

for (const [format, config] of [
  [
    'JSON',
    `--- app/config/config_fed_client.json
{
  "executors": [{ "tasks": ["train", "validate"], "executor": { "path": "net.Trainer", "args": { "model": { "path": "net.Net" } } } }],
  "components": [{ "id": "net", "path": "net.Net" }, { "id": "net", "path": "net.Net" }, { "path": "net.Nameless" }],
  "task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "net.Noise" }] }]
}`,
  ],
  [
    'HOCON',
    `--- !app/config/config_fed_client.json
--- app/config/config_fed_client.conf
executors = [{ tasks = [train, validate], executor { path = net.Trainer, args { model { path = net.Net } } } }]
components = [{ id = net, path = net.Net }, { id = net, path = net.Net }, { path = net.Nameless }]
task_result_filters = [{ tasks = [train], filters = [{ path = net.Noise }] }]`,
  ],
  [
    'YAML',
    `--- !app/config/config_fed_client.json
--- app/config/config_fed_client.yml
executors:
  - tasks: [train, validate]
    executor: { path: net.Trainer, args: { model: { path: net.Net } } }
components: [{ id: net, path: net.Net }, { id: net, path: net.Net }, { path: net.Nameless }]
task_result_filters: [{ tasks: [train], filters: [{ path: net.Noise }] }]`,
  ],
] as const) {
  test(`a configuration unfolds into what it runs, in ${format}`, () => {
    const { job, wiring } = wiredJob(`\n${config}`);
    const root = jobTree(job, [], wiring);
    const lines = drawn(root);
    const from = lines.findIndex((line) => line.includes('config_fed_client'));
    assert.deepEqual(lines.slice(from + 1), [
      '      executor Trainer: train, validate',
      '        component model: Net',
      '      component net: Net',
      '      component net: Net',
      '      component Nameless: net',
      '      filter Noise: train · task results, out',
    ]);
    assert.equal(new Set(ids(root)).size, ids(root).length);
  });
}

test('the row of a component keeps its id when others come before it', () => {
  const idOf = (components: string) => {
    const { job, wiring } = wiredJob(`\n--- app/config/config_fed_client.json\n{ "components": [${components}] }`);
    return ids(jobTree(job, [], wiring)).filter((id) => id.includes('/net'));
  };
  assert.deepEqual(idOf('{ "id": "x", "path": "a.B" }, { "id": "net", "path": "a.C" }'), idOf('{ "id": "net", "path": "a.C" }'));
});
