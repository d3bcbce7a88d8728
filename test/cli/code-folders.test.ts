import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthyJobs } from '../support/healthy-tree';
import { runCli } from '../support/memory-host';

const TRAINER = 'class Trainer:\n    def __init__(self, epochs): pass\n';
const CONFIG = JSON.stringify({
  format_version: 2,
  executors: [{ tasks: ['train'], executor: { path: 'ours.Trainer', args: { epoch: 1 } } }],
  components: [],
});

test('the command line looks into the folders of code of the settings file, relative to it', async () => {
  const job = { ...healthyJobs('team/jobs/a'), 'team/jobs/a/app/config/config_fed_client.json': CONFIG };
  const found = async (tree: Readonly<Record<string, string>>) =>
    (await runCli(['check', 'team/jobs/a'], { ...job, ...tree })).out.match(/arguments\/\w+/g) ?? [];
  const settings = { 'team/.flare-jobs.json': '{ "codeFolders": ["../shared/src"] }' };
  assert.deepEqual(await found({ 'shared/src/ours.py': TRAINER }), []);
  assert.deepEqual(await found({ 'shared/src/ours.py': TRAINER, ...settings }), ['arguments/missing', 'arguments/unknown']);
  assert.deepEqual(await found(settings), [], 'a folder that is not there has nothing');
});
