import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editableFolder } from '../../../src/core/installed/editable';
import { installedIn } from '../../../src/core/installed/installed-nvflare';
import { NEWEST, releaseName } from '../../../src/core/job/release';
import { jobSettings } from '../../../src/core/settings/job-settings';
import { type MemoryTree, memoryFileSystem } from '../../support/memory-file-system';

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

test('a package that pip did not get from an index is a build of somebody', async () => {
  const own = async (tree: MemoryTree) => (await installedIn(memoryFileSystem(tree), 'env'))?.isOwnBuild;
  const package_ = { [`${UNIX}/nvflare/__init__.py`]: '', [`${UNIX}/nvflare-2.8.1.dist-info/METADATA`]: '' };
  assert.equal(await own(package_), false);
  const branch = '{"url": "https://example.com/NVFlare", "vcs_info": {"vcs": "git", "commit_id": "1"}}';
  assert.equal(await own({ ...package_, [`${UNIX}/nvflare-2.8.1.dist-info/direct_url.json`]: branch }), true);
  assert.equal(await own({ ...package_, [`${UNIX}/nvflare_nightly-2.9.0.dev1.dist-info/METADATA`]: '' }), true);
  const untagged = { [`${UNIX}/nvflare/__init__.py`]: '', [`${UNIX}/nvflare-0+unknown.dist-info/METADATA`]: '' };
  const found = await installedIn(memoryFileSystem(untagged), 'env');
  assert.deepEqual([found?.version, found?.release], ['0+unknown', NEWEST]);
});

test('an editable install leads to the checkout, where that is allowed', async () => {
  const url = (text: string) => ({
    [`${UNIX}/nvflare_nightly-2.10.0.dev0+158.gf3b7c1bff.dirty.dist-info/direct_url.json`]: text,
    '/src/My NVFlare/nvflare/__init__.py': '',
  });
  const info = '{"dir_info": {"editable": true}, "url": "file:///src/My%20NVFlare"}';
  const found = await installedIn(memoryFileSystem(url(info)), 'env');
  assert.deepEqual(
    [found?.folder, found?.isOwnBuild, found?.version],
    ['/src/My NVFlare/nvflare', true, '2.10.0.dev0+158.gf3b7c1bff.dirty'],
  );
  assert.equal(await installedIn(memoryFileSystem(url(info)), 'env', { mayFollow: () => false }), undefined);
  for (const odd of ['', '[]', '{"url": "file:///src/My%20NVFlare"}', '{"dir_info": {"editable": true}, "url": "https://a/b"}'])
    assert.equal(await installedIn(memoryFileSystem(url(odd)), 'env'), undefined, odd);
});

test('no folder of another machine is looked at', () => {
  const folder = (url: string) => editableFolder(JSON.stringify({ url, dir_info: { editable: true } }));
  for (const url of [
    'file://server/share',
    'file:////server/share',
    'file://localhost//server/share',
    'file:///a%2',
    'smb://a/b',
  ])
    assert.equal(folder(url), undefined, url);
  assert.deepEqual([folder('file:///C:/code/flare/'), folder('file://localhost/a')], ['/C:/code/flare', '/a']);
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
  const installed = { version: '2.8.0', release: { major: 2, minor: 8, patch: 0 }, folder: '/env/nvflare', isOwnBuild: false };
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
