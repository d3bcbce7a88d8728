import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJson } from '../../../src/core/formats/json/read';
import { buildJob } from '../../../src/core/job/build';
import { withText } from '../../../src/core/job/edited-texts';
import type { Job } from '../../../src/core/job/model';
import { NEWEST, parseRelease } from '../../../src/core/job/release';
import type { JobSources } from '../../../src/core/job/sources';
import { exampleJob } from '../../support/example-job';

const { sources } = exampleJob('');
const SERVER = 'app/config/config_fed_server.json';

test('typing in the meta file keeps the apps and reads no configuration again', () => {
  const read: string[] = [];
  const first = build(sources);
  const second = build(withText(sources, 'meta.json', '{ "deploy_map": { "app": ["server"] } }'), first, read);
  assert.deepEqual(read, ['meta.json']);
  assert.equal(app(second).server, app(first).server);
  assert.deepEqual([app(first).goesToClients, app(second).goesToClients], [true, false]);
});

test('a configuration whose text changed is read again, and only that', () => {
  const read: string[] = [];
  const second = build(withText(sources, SERVER, '{ "format_version": 3 }'), build(sources), read);
  assert.deepEqual(read, ['meta.json', SERVER]);
  assert.equal(app(second).server?.document.text, '{ "format_version": 3 }');
});

test('files that came or went, and another release, are looked at anew', () => {
  const without = exampleJob(`--- !${SERVER}`).sources;
  assert.equal(app(build(without, build(sources))).server, undefined);
  const old = parseRelease('2.3');
  assert.ok(old);
  const renamed = exampleJob(`--- !${SERVER}\n--- app/config/config_fed_server.conf\n{}`).sources;
  const first = build(renamed);
  assert.equal(app(first).server?.file, 'app/config/config_fed_server.conf');
  assert.equal(app(buildJob(renamed, { target: old, read: (_, text) => readJson(text), previous: first })).server, undefined);
});

function build(from: JobSources, previous?: Job, read: string[] = []): Job {
  return buildJob(from, {
    target: NEWEST,
    previous,
    read: (file, text) => {
      read.push(file);
      return readJson(text);
    },
  });
}

function app(job: Job) {
  const found = job.apps.get('app');
  assert.ok(found);
  return found;
}
