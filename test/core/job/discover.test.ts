import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discoverJobs, type FileSystem, formatOf, loadJob, readConfig, recogniseJob } from '../../../src/core/index';
import { TEST_FORMATS } from '../../support/formats';
import { type MemoryOptions, type MemoryTree, memoryFileSystem } from '../../support/memory-file-system';

const read = (file: string, text: string) => readConfig(TEST_FORMATS, formatOf(file) ?? 'json', text);
const META = '{"deploy_map": {"app": ["@ALL"]}}';
const OTHER_META = '{"title": "a data set", "authors": []}';

async function find(tree: MemoryTree, options: MemoryOptions & { ignored?: readonly string[]; root?: string } = {}) {
  const found: string[] = [];
  const troubles: string[] = [];
  const search = {
    read,
    isIgnored: (path: string) => options.ignored?.includes(path) ?? false,
    onUnreadable: (folder: string, reason: string) => troubles.push(`${folder}: ${reason}`),
  };
  for await (const { folder, hasMeta } of discoverJobs(memoryFileSystem(tree, options), options.root ?? '', search)) {
    found.push(hasMeta ? folder : `${folder} (no meta)`);
  }
  return { found, troubles };
}

/** Each case: what lies on the disk, and which folders are jobs. */
const CASES: readonly { readonly title: string; readonly tree: MemoryTree; readonly found: readonly string[] }[] = [
  {
    title: 'a meta file with a deploy map makes a job, in every format',
    tree: {
      'a/meta.json': META,
      'b/meta.conf': 'deploy_map { app = ["@ALL"] }',
      'c/meta.yml': 'deploy_map:\n  app: ["@ALL"]\n',
      'd/meta.yaml.default': 'deploy_map: {}\n',
    },
    found: ['a', 'b', 'c', 'd'],
  },
  {
    title: 'the meta file of another tool is left alone',
    tree: {
      'a/meta.json': OTHER_META,
      'b/meta.json': '{"inner": {"deploy_map": {}}}',
      'c/meta.json': '["deploy_map"]',
      'd/meta.yaml': 'package: {name: x}\n# deploy_map\n',
      'e/meta.json/deploy_map': '',
    },
    found: [],
  },
  {
    title: 'jobs below a folder with the meta file of another tool are found',
    tree: { 'meta.json': OTHER_META, 'x/y/meta.json': META },
    found: ['x/y'],
  },
  {
    title: 'an app beside a meta file makes a job, whatever the meta file says, and also when it cannot be read',
    tree: {
      'a/meta.json': '{',
      'a/app/config/config_fed_server.json': '{}',
      'b/meta.json': '{}',
      'b/any name/config/config_fed_client.conf': '',
      'c/meta.json': new Uint8Array([0xff]),
      'c/app/config/config_fed_client.yml': '',
    },
    found: ['a', 'b', 'c'],
  },
  {
    title: 'a broken meta file with a deploy map makes a job',
    tree: { 'a/meta.json': '{"deploy_map": {"app": ["server",' },
    found: ['a'],
  },
  {
    title: 'a broken meta file alone makes none',
    tree: { 'a/meta.json': '{', 'a/data/x.txt': '' },
    found: [],
  },
  {
    title: 'templates keep their configurations beside the meta file, or in a folder beside it',
    tree: {
      'a/meta.conf': 'name = x',
      'a/info.md': '',
      'a/config_fed_server.conf': '',
      'b/meta.conf': 'name = x',
      'b/app_1/config_fed_client.conf': '',
    },
    found: ['a', 'b'],
  },
  {
    title: 'an app of before 2.1 is found, but not the apps of a job',
    tree: { 'old/config/config_fed_server.json': '{}', 'job/meta.json': META, 'job/app/config/config_fed_server.json': '{}' },
    found: ['job', 'old (no meta)'],
  },
  {
    title: 'a folder config with other files makes no app',
    tree: { 'x/config/settings.json': '{}', 'x/config/config_fed_server.txt': '' },
    found: [],
  },
  {
    title: 'nothing is found inside of a job',
    tree: { 'a/meta.json': META, 'a/inner/meta.json': META },
    found: ['a'],
  },
  {
    title: 'the folder itself may be a job',
    tree: { 'meta.json': META },
    found: [''],
  },
  {
    title: 'packages, environments and version control are not searched',
    tree: Object.fromEntries(
      ['node_modules', '.git', '.venv', 'venv', '.tox', '.pixi', 'lib/site-packages', '__pycache__'].map((folder) => [
        `${folder}/job/meta.json`,
        META,
      ]),
    ),
    found: [],
  },
  {
    title: 'an environment of any name is known by its configuration',
    tree: { 'env3/pyvenv.cfg': '', 'env3/job/meta.json': META },
    found: [],
  },
  {
    title: 'work folders of NVFLARE are not searched',
    tree: {
      'site-1/startup/': '',
      'site-1/local/': '',
      'site-1/4711/meta.json': META,
      'admin/startup/': '',
      'admin/transfer/4711/job/meta.json': META,
      'sim/server/simulate_job/meta.json': META,
      'sim/server/simulate_job/app_server/config/config_fed_server.json': '{}',
      'download/workspace/fl_app.txt': 'app',
      'download/workspace/meta.json': META,
    },
    found: [],
  },
  {
    title: 'startup alone is no work folder',
    tree: { 'startup/job/meta.json': META },
    found: ['startup/job'],
  },
];

for (const { title, tree, found } of CASES) {
  test(`search: ${title}`, async () => assert.deepEqual(await find(tree), { found, troubles: [] }));
}

test('search: the root is searched whatever it is', async () => {
  const tree = { 'venv/pyvenv.cfg': '', 'venv/job/meta.json': META };
  assert.deepEqual((await find(tree, { root: 'venv' })).found, ['venv/job']);
  assert.deepEqual((await find({ 'job/meta.json': META }, { root: 'job', ignored: ['job/', 'job/meta.json'] })).found, ['job']);
});

test('search: ignored folders and folders whose meta files are ignored are left out', async () => {
  const tree = { 'a/meta.json': META, 'b/meta.json': META, 'b/sub/meta.json': META, 'c/d/meta.json': META };
  assert.deepEqual((await find(tree, { ignored: ['a/', 'b/meta.json'] })).found, ['b/sub', 'c/d']);
});

test('search: links to folders are not followed', async () => {
  const tree = { 'a/meta.json': OTHER_META, 'x/meta.json': META };
  assert.deepEqual((await find(tree, { folderLinks: ['a/app', 'round'] })).found, ['x']);
});

test('search: a folder that cannot be listed is told, and the search goes on', async () => {
  const tree = { 'a/': '', 'b/meta.json': META };
  assert.deepEqual(await find(tree, { unreadable: { a: 'permission denied' } }), {
    found: ['b'],
    troubles: ['a: permission denied'],
  });
});

test('search and load together list each folder and read each file once', async () => {
  const tree: Record<string, string> = {};
  for (const job of ['a', 'b']) {
    tree[`${job}/meta.json`] = META;
    tree[`${job}/app/config/config_fed_server.json`] = '{}';
    tree[`${job}/app/config/config_fed_client.json`] = '{}';
    tree[`${job}/app/custom/net.py`] = '';
    tree[`${job}/data/set/x.txt`] = '';
  }
  tree['c/meta.json'] = META;
  const fs = memoryFileSystem(tree);
  const loaded: string[] = [];
  for await (const found of discoverJobs(fs, '', { read })) {
    const sources = await loadJob(fs, found.folder, found);
    loaded.push(`${sources.name}: ${sources.files.size} files, ${sources.texts.size} texts`);
  }
  assert.deepEqual(loaded, ['a: 5 files, 3 texts', 'b: 5 files, 3 texts', 'c: 1 files, 1 texts']);
  assert.deepEqual(
    fs.asked.filter((path, index) => fs.asked.indexOf(path) !== index),
    [],
  );
});

test('search: a host that answers later finds the same', async () => {
  const fs = memoryFileSystem({ 'a/meta.json': META, 'b/c/meta.json': META, 'b/d/config/config_fed_server.json': '{}' });
  const later: FileSystem = { list: async (folder) => fs.list(folder), read: async (file) => fs.read(file) };
  const found: string[] = [];
  for await (const { folder } of discoverJobs(later, '', { read: async (file, text) => read(file, text) })) found.push(folder);
  assert.deepEqual(found, ['a', 'b/c', 'b/d']);
});

test('one folder can be recognised on its own', async () => {
  const fs = memoryFileSystem({ 'a/meta.json': META, 'b/meta.json': OTHER_META });
  assert.equal((await recogniseJob(fs, 'a', { read }))?.folder, 'a');
  assert.equal(await recogniseJob(fs, 'b', { read }), undefined);
  assert.equal(await recogniseJob(fs, 'nowhere', { read }), undefined);
});
