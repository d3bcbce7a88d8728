import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, caretIn, completionsFor } from '../../support/completing';

const META = 'meta';
const SERVER = 'app/config/config_fed_server';

for (const [what, file, text] of [
  ['a comment of HOCON', `${META}.conf`, 'name = demo # |'],
  ['a comment of HOCON with slashes', `${META}.conf`, '// |\nname = demo'],
  ['a comment of YAML', `${META}.yml`, 'name: demo # na|'],
  ['a comment that JSON does not have', `${META}.json`, '{ // |\n }'],
  ['behind a finished value', `${META}.json`, '{ "name": "demo" | }'],
  ['behind a finished value of HOCON', `${META}.conf`, 'name = demo |'],
  ['behind a key', `${META}.json`, '{ "name" | }'],
  ['in a text of several lines', `${META}.yml`, 'custom_props:\n  note: >\n    what |\n'],
  ['in a free text', `${META}.json`, '{ "scope": "x", "custom_props": { "a": "|" } }'],
  ['among properties of one’s own', `${META}.json`, '{ "custom_props": { | } }'],
  ['a site where all sites are meant', `${META}.json`, '{ "deploy_map": { "app": ["@ALL", |] } }'],
  ['an app where no site is left', `${META}.json`, '{ "deploy_map": { "app": ["@ALL"], | } }'],
  [
    'arguments of an unknown class',
    `${SERVER}.json`,
    '{ "components": [{ "id": "a", "path": "some.lib.Thing", "args": { | } }] }',
  ],
  [
    'a text among arguments',
    `${SERVER}.json`,
    '{ "components": [{ "id": "a", "path": "some.lib.Thing", "args": { "x": "|" } }] }',
  ],
] as const) {
  test(`nothing is offered for ${what}`, () => {
    const stem = file.slice(0, file.lastIndexOf('.'));
    const { items } = completionsFor(caretIn(`--- !${stem}.json\n--- ${file}\n${text}`));
    assert.deepEqual(
      items.map(({ label }) => label),
      [],
    );
  });
}

test('@ALL is not offered beside another site', () => {
  const { items } = completionsFor(caretIn('--- meta.json\n{ "deploy_map": { "a": ["server"], "b": [|] } }'));
  assert.ok(!items.some(({ label }) => label.includes('@ALL')));
});

test('a site that has an app is not offered again', () => {
  const sites = [{ name: 'site-1', from: 'job other', isProvisioned: false }];
  const { items } = completionsFor(caretIn('--- meta.json\n{ "deploy_map": { "a": ["site-1"], "b": [|] } }'), sites);
  assert.deepEqual(
    items.map(({ label }) => label),
    ['server'],
  );
});

test('only executors are offered for an executor, and only filters for a filter', () => {
  const kinds = (text: string) => {
    const { items } = completionsFor(caretIn(`--- app/config/config_fed_client.json\n${text}`));
    return new Set(items.map(({ detail }) => detail?.split(' · ')[0]));
  };
  assert.deepEqual(kinds('{ "executors": [{ "tasks": ["train"], "executor": { "path": "|" } }] }'), new Set(['executor']));
  assert.deepEqual(kinds('{ "task_data_filters": [{ "tasks": ["train"], "filters": [{ "path": "|" }] }] }'), new Set(['filter']));
});

test('a class brings the components that it needs, and says what it cannot bring', () => {
  const { items } = completionsFor(
    caretIn('--- app/config/config_fed_server.json\n{ "workflows": [{ "path": "|" }], "components": [] }'),
  );
  const scatter = items.find(({ label }) => label === 'ScatterAndGather');
  assert.equal(scatter?.brings, 'with the component "aggregator", with the component "shareable_generator"');
  assert.deepEqual(scatter.needs, []);
  const crossSite = items.find(({ label }) => label === 'CrossSiteModelEval');
  assert.equal(crossSite?.brings, 'with an executor in app/config/config_fed_client.json');
  assert.ok(scatter.sortText < crossSite.sortText, 'what changes no other file is in front');
});

test('a workflow is given the name of a task that an executor is for', () => {
  const source = `--- app/config/config_fed_server.json
{ "workflows": [{ "path": "FedA|" }] }
--- app/config/config_fed_client.json
{ "executors": [{ "tasks": ["fit"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`;
  const caret = caretIn(source);
  const fedavg = completionsFor(caret).items.find(({ label }) => label === 'FedAvg');
  assert.match(fedavg ? accepted(caret.text, fedavg) : '', /"task_name": "fit"/);
});

test('among arguments the model of the custom code comes first', () => {
  const source = `--- app/custom/net.py
import torch
class Net(torch.nn.Module): ...
--- app/config/config_fed_server.json
{ "components": [{ "id": "persistor", "path": "nvflare.app_opt.pt.file_model_persistor.PTFileModelPersistor", "args": { "model": { "path": "|" } } }] }`;
  assert.equal(completionsFor(caretIn(source)).items[0]?.label, 'Net');
});

test('a component that others refer to is offered the classes that they ask for', () => {
  const source = `--- app/config/config_fed_server.json
{ "workflows": [{ "id": "w", "path": "nvflare.app_common.workflows.cyclic_ctl.CyclicController", "args": { "persistor_id": "store" } }],
  "components": [{ "id": "store", "path": "|" }] }`;
  const { items } = completionsFor(caretIn(source));
  const kinds = items.map(({ detail }) => detail?.split(' · ')[0]);
  assert.equal(kinds[0], 'persistor');
  // What inherits from a class outside of NVFLARE may be one, and comes behind those that are.
  assert.deepEqual(new Set(kinds), new Set(['persistor', 'component']));
  assert.equal(kinds.lastIndexOf('persistor') + 1, kinds.indexOf('component'));
});
