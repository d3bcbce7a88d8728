import assert from 'node:assert/strict';
import { test } from 'node:test';
import { previewModel } from '../../../../src/core/assist/preview/model';
import { siteGroups } from '../../../../src/core/assist/site/groups';
import { type SiteSheet, siteSheet } from '../../../../src/core/assist/site/sheet';
import { wiredJob } from '../../../support/wired-job';

function sheet(source: string, site: string): SiteSheet {
  const { job, wiring } = wiredJob(source);
  const made = siteSheet(job, wiring, site);
  assert.deepEqual(JSON.parse(JSON.stringify(made)), made, 'the sheet survives JSON');
  return made;
}

const CLIENT = `
--- meta.json
{ "name": "x", "mandatory_clients": ["site-1"], "deploy_map": { "app": ["server", "site-1"] }, "resource_spec": { "site-1": { "num_of_gpus": 2 } } }
--- app/config/config_fed_client.json
{ "format_version": 2, "lr": 0.5,
  "task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "my.Filter" }] }],
  "executors": [{ "tasks": ["train"], "executor": { "id": "e", "path": "my.Exec", "args": { "net": { "path": "my.Net" }, "lr": "{lr}", "name": "{SITE_NAME}" } } }],
  "components": [{ "id": "off", "path": "my.Off", "disabled": true }, { "id": "last", "path": "my.Last" }] }`;

test('components are made as the sections stand, what is built in place first, and nothing that is disabled', () => {
  const { runs } = sheet(CLIENT, 'site-1');
  assert.deepEqual(
    runs?.components.map(({ section, className }) => `${section} ${className}`),
    ['task_result_filters my.Filter', 'executors my.Net', 'executors my.Exec', 'components my.Last'],
  );
});

test('variables are put in, and what is known when the job runs is not made up', () => {
  const { runs } = sheet(CLIENT, 'site-1');
  const args = runs?.components.find(({ id }) => id === 'e')?.args;
  assert.deepEqual(args?.slice(1), [
    { name: 'lr', value: '0.5' },
    { name: 'name', value: 'null' },
  ]);
  assert.deepEqual(
    runs?.variables.map(({ name, value }) => [name, value]),
    [
      ['lr', '0.5'],
      ['SITE_NAME', '"site-1"'],
    ],
  );
  assert.equal(JSON.parse(runs?.text ?? '').executors[0].executor.args.lr, 0.5);
});

test('a site has its app, whether it must be there, resources, and who does its tasks', () => {
  const made = sheet(CLIENT, 'site-1');
  assert.deepEqual(made.app, { name: 'app', how: 'named' });
  assert.equal(made.mandatory, true);
  assert.equal(made.setup.gpus, 2);
  assert.deepEqual(
    made.runs?.tasks.map(({ name, sentBy, doneBy }) => [name, sentBy, doneBy]),
    [['train', ['scatter_and_gather'], 'e']],
  );
});

test('a site without an app has no configuration', () => {
  const made = sheet(CLIENT, 'site-9');
  assert.equal(made.app, null);
  assert.equal(made.runs, null);
});

test('sites are alike in everything but their names, or they are apart', () => {
  const { job, findings } = wiredJob(`
--- meta.json
{ "name": "x", "mandatory_clients": ["c"], "deploy_map": { "app": ["server", "a", "b", "c", "d"] }, "resource_spec": { "d": { "num_of_gpus": 1 } } }`);
  const model = previewModel(job, findings);
  assert.deepEqual(
    siteGroups(model).map(({ sites }) => sites.map((index) => model.sites[index]?.name).join(' ')),
    ['server', 'a b', 'c', 'd'],
  );
});
