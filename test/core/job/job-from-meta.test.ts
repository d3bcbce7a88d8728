import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../../src/core/analyze';
import { application, applicationName, deployment, isSameJob, jobFromMeta } from '../../../src/core/job/job-from-meta';
import type { Job } from '../../../src/core/job/model';
import { META_RULES } from '../../support/all-rules';
import { exampleJob } from '../../support/example-job';

function jobOf(meta: string): Job {
  const { sources, target } = exampleJob(`\n--- meta.json\n${meta}`);
  return analyze(sources, { target, ...META_RULES }).job;
}

test('what the meta leaves out has the defaults of NVFLARE, and no place', () => {
  const { jobId, minSites, requiredSites, deployMap, resourceSpec } = jobFromMeta(jobOf('{ "name": "demo" }'));
  assert.deepEqual(jobId, { value: '', at: undefined });
  assert.deepEqual(minSites, { value: 1, at: undefined });
  assert.deepEqual(requiredSites, { value: [], at: undefined });
  assert.deepEqual(deployMap.apps, []);
  assert.equal(resourceSpec.object, undefined);
});

test('what the meta says is there with its place', () => {
  const text = '{ "job_id": "j1", "min_clients": 2, "mandatory_clients": ["site-1"] }';
  const { jobId, minSites, requiredSites } = jobFromMeta(jobOf(text));
  assert.deepEqual(jobId.value, 'j1');
  const start = text.indexOf('2');
  assert.deepEqual(minSites, { value: 2, at: { file: 'meta.json', range: { start, end: start + 1 } } });
  assert.deepEqual(requiredSites.value, ['site-1']);
});

test('a value of another type is no value, but has a place', () => {
  const { minSites, requiredSites } = jobFromMeta(jobOf('{ "min_clients": "2", "mandatory_clients": ["site-1", 2] }'));
  assert.equal(minSites.value, undefined);
  assert.ok(minSites.at && requiredSites.at);
  assert.equal(requiredSites.value, undefined);
});

test('what a broken text may still say is not known', () => {
  assert.deepEqual(jobFromMeta(jobOf('{ "name": "demo", ')).minSites, { value: undefined, at: undefined });
});

test('a site gets the first app that names it', () => {
  const job = jobOf('{ "deploy_map": { "one": ["server", "site-1"], "two": ["site-2", "site-1"] } }');
  assert.deepEqual(
    deployment(job).apps.map(({ name }) => name),
    ['one', 'two'],
  );
  const found = applicationName(job, 'site-1');
  assert.deepEqual([found?.app, found?.how], ['one', 'named']);
  assert.equal(applicationName(job, 'site-2')?.app, 'two');
  assert.equal(applicationName(job, 'Site-2'), undefined);
});

test('@ALL in any letter case stands for every site, and of the two ways the first in the file decides', () => {
  const all = applicationName(jobOf('{ "deploy_map": { "app": ["@all"] } }'), 'site-7');
  assert.deepEqual([all?.app, all?.how, all?.use.value], ['app', 'all-sites', '@all']);
  assert.deepEqual(applicationName(jobOf('{ "deploy_map": { "app": ["@ALL"] } }'), '@ALL')?.how, 'all-sites');
  const mixed = jobOf('{ "deploy_map": { "one": ["@ALL"], "two": ["site-1"] } }');
  assert.deepEqual(applicationName(mixed, 'site-1')?.app, 'one');
  const named = jobOf('{ "deploy_map": { "two": ["site-1"], "one": ["@ALL"] } }');
  assert.deepEqual(applicationName(named, 'site-1')?.how, 'named');
  assert.deepEqual(applicationName(named, 'server')?.app, 'one');
});

test('sites are found in the forms of objects too', () => {
  const job = jobOf(
    '{ "deploy_map": { "one": "server", "two": { "targets": ["site-1"] }, "three": [{ "sites": ["site-2"] }] } }',
  );
  assert.deepEqual(
    ['server', 'site-1', 'site-2'].map((site) => applicationName(job, site)?.app),
    ['one', 'two', 'three'],
  );
});

test('an application is the folder of its name with its files', () => {
  const job = jobOf('{ "deploy_map": { "app": ["@ALL"], "gone": [] } }');
  assert.equal(application(job, 'app')?.server?.file, 'app/config/config_fed_server.json');
  assert.equal(application(job, 'gone')?.exists, false);
  assert.equal(application(job, 'other'), undefined);
});

test('jobs are equal when their ids are', () => {
  const one = jobFromMeta(jobOf('{ "name": "a", "job_id": "j1" }'));
  assert.ok(isSameJob(one, jobFromMeta(jobOf('{ "name": "b", "job_id": "j1" }'))));
  assert.ok(!isSameJob(one, jobFromMeta(jobOf('{ "name": "a" }'))));
});
