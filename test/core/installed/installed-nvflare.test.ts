import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installedIn } from '../../../src/core/installed/installed-nvflare';
import { NEWEST, releaseName } from '../../../src/core/job/release';
import { jobSettings } from '../../../src/core/settings/job-settings';
import { memoryFileSystem } from '../../support/memory-file-system';

const UNIX = 'env/lib/python3.11/site-packages';

test('an installed NVFLARE is found by the names of its folders', async () => {
  const fs = memoryFileSystem({ [`${UNIX}/nvflare/__init__.py`]: '', [`${UNIX}/nvflare-2.8.1.dist-info/METADATA`]: '' });
  const installed = await installedIn(fs, 'env');
  assert.equal(installed?.version, '2.8.1');
  assert.equal(installed && releaseName(installed.release), '2.8.1');
  assert.equal(installed?.folder, `${UNIX}/nvflare`);
  assert.ok(!fs.asked.some((path) => /\.(?:py|METADATA)$|METADATA$/.test(path)), 'no file is read');
});

test('a nightly build, Windows, and several Pythons', async () => {
  const nightly = memoryFileSystem({
    'env/Lib/site-packages/nvflare/a.py': '',
    'env/Lib/site-packages/nvflare_nightly-2.9.0.dev1.dist-info/a': '',
  });
  assert.equal((await installedIn(nightly, 'env'))?.version, '2.9.0.dev1');
  const both = memoryFileSystem({
    'env/lib/python3.9/site-packages/nvflare/a.py': '',
    'env/lib/python3.9/site-packages/nvflare-2.5.0.dist-info/a': '',
    'env/lib/python3.12/site-packages/nvflare/a.py': '',
    'env/lib/python3.12/site-packages/nvflare-2.7.2.dist-info/a': '',
  });
  assert.equal((await installedIn(both, 'env'))?.version, '2.7.2');
});

test('no environment, no package, or only what is left of one', async () => {
  assert.equal(await installedIn(memoryFileSystem({}), 'env'), undefined);
  assert.equal(await installedIn(memoryFileSystem({ [`${UNIX}/torch/a.py`]: '' }), 'env'), undefined);
  assert.equal(await installedIn(memoryFileSystem({ [`${UNIX}/nvflare-2.8.1.dist-info/a`]: '' }), 'env'), undefined);
});

test('a wish wins over the settings file, that over what is installed, that over a pin, that over the newest', () => {
  const [release, text] = [{ major: 2, minor: 7, patch: 1 }, ''];
  const range = { start: 0, end: 0 };
  const settings = {
    target: release,
    rules: {},
    silences: [],
    codeFolders: [],
    problems: [],
    path: '/p/.flare-jobs.json',
    folder: '/p',
    text,
  };
  const installed = { version: '2.8.0', release: { major: 2, minor: 8, patch: 0 } };
  const pin = { path: '/p/requirements.txt', release: { major: 2, minor: 6, patch: 0 }, range };
  const none = { settings: undefined, installed: undefined, pin: undefined };
  const wish = { target: { major: 2, minor: 5, patch: 0 } };
  assert.equal(jobSettings({ settings, installed, pin }, wish).targetFrom.kind, 'wish');
  assert.equal(jobSettings({ settings, installed, pin }).targetFrom.kind, 'settings-file');
  assert.deepEqual(jobSettings({ ...none, installed, pin }), {
    target: installed.release,
    targetFrom: { kind: 'installed', installed },
    rules: {},
    silences: [],
    codeFolders: [],
  });
  assert.equal(jobSettings({ ...none, pin }).targetFrom.kind, 'pin');
  assert.equal(jobSettings(none).target, NEWEST);
});
