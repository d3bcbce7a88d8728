import assert from 'node:assert/strict';
import { test } from 'node:test';
import { releaseName } from '../../../src/core/job/release';
import { checkoutAt } from '../../../src/core/settings/checkout';
import { jobSettings } from '../../../src/core/settings/job-settings';
import { projectFinder } from '../../../src/core/settings/project';
import { type MemoryTree, memoryFileSystem } from '../../support/memory-file-system';

const AT_2_1 = { 'repo/setup.py': '', 'repo/nvflare/apis/job_def.py': '' };
const AT_2_4 = { ...AT_2_1, 'repo/nvflare/apis/engine_spec.py': '', 'repo/nvflare/apis/app_deployer_spec.py': '' };
const AT_2_9 = {
  ...AT_2_4,
  'repo/nvflare/apis/utils/event.py': '',
  'repo/nvflare/app_common/executors/client_api_executor.py': '',
};

async function lineOf(tree: MemoryTree): Promise<string | undefined> {
  const fs = memoryFileSystem(tree);
  const listing = await fs.list('repo');
  const names = 'unreadable' in listing ? [] : listing.map(({ name }) => name);
  const found = await checkoutAt(fs, 'repo', names);
  assert.ok(!fs.asked.some((path) => path.endsWith('.py')), 'no file is read');
  return found && releaseName(found.release);
}

test('the release line of a checkout of NVFLARE is told by the files of its package', async () => {
  assert.equal(await lineOf(AT_2_1), '2.1');
  assert.equal(await lineOf(AT_2_4), '2.4');
  assert.equal(await lineOf(AT_2_9), '2.9');
});

test('what is no source of NVFLARE is none: an installed package, a package of somebody else, NVFLARE before 2.1', async () => {
  assert.equal(await lineOf({ 'repo/nvflare/apis/job_def.py': '' }), undefined);
  assert.equal(await lineOf({ 'repo/setup.py': '', 'repo/nvflare/train.py': '' }), undefined);
  assert.equal(await lineOf({ 'repo/setup.py': '', 'repo/src/a.py': '' }), undefined);
});

test('the source around a job counts before what is installed and pinned, and after the settings file', async () => {
  const tree = {
    ...AT_2_4,
    'repo/.git/HEAD': '',
    'repo/examples/requirements.txt': 'nvflare==2.3.2\n',
    'repo/examples/job/meta.json': '{}',
  };
  const project = await projectFinder(memoryFileSystem(tree)).projectOf('repo/examples/job');
  const installed = { version: '2.8.0', release: { major: 2, minor: 8, patch: 0 }, folder: 'env/nvflare', isOwnBuild: false };
  const { target, targetFrom } = jobSettings({ ...project, installed });
  assert.equal(releaseName(target), '2.4');
  assert.ok(targetFrom.kind === 'installed' && targetFrom.installed.isCheckout);
  assert.equal(targetFrom.installed.folder, 'repo/nvflare');
  const set = { ...tree, 'repo/.flare-jobs.json': '{ "targetVersion": "2.6" }' };
  const settled = await projectFinder(memoryFileSystem(set)).projectOf('repo/examples/job');
  assert.equal(releaseName(jobSettings({ ...settled, installed }).target), '2.6');
});

test('a checkout beyond the top of a repository is not looked for', async () => {
  const tree = { ...AT_2_4, 'repo/mine/.git/HEAD': '', 'repo/mine/job/meta.json': '{}' };
  assert.equal((await projectFinder(memoryFileSystem(tree)).projectOf('repo/mine/job')).checkout, undefined);
});
