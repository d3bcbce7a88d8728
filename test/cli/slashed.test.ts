import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slashed } from '../../src/cli/slashed';
import { DOUBTFUL_META, healthyJobs } from '../support/healthy-tree';
import { runCli } from '../support/memory-host';

test('on Windows paths are written with /, elsewhere a backslash is a part of a name', () => {
  assert.equal(slashed('C:\\jobs\\a', '\\'), 'C:/jobs/a');
  assert.equal(slashed('.\\jobs/a', '\\'), './jobs/a');
  assert.equal(slashed('jobs\\a', '/'), 'jobs\\a');
});

test('the settings of a folder with a backslash in its name are found', { skip: process.platform === 'win32' }, async () => {
  const tree = { ...healthyJobs('a\\b/job'), 'a\\b/job/meta.json': DOUBTFUL_META };
  const found = async (files: Readonly<Record<string, string>>) => (await runCli(['check', 'a\\b'], { ...tree, ...files })).out;
  assert.match(await found({}), /^a\\b\/job\/meta\.json:\d+:\d+: warning: .*\[meta\/server-key\]/);
  assert.match(await found({ 'a\\b/.flare-jobs.json': '{ "rules": { "meta/server-key": "off" } }' }), /no problem found/);
});
