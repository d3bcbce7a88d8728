import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayHoldJobs } from '../../src/vscode/finding/new-folders';
import { memoryFileSystem } from '../support/memory-file-system';

const deep = (levels: number) => `${'x/'.repeat(levels)}job/meta.json`;

const CASES: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[], boolean])[] = [
  ['a job made at once', { 'new/meta.json': '{}' }, ['/work/new'], true],
  ['an app of before 2.1', { 'new/config/config_fed_client.conf': '' }, ['/work/new'], true],
  ['a job some levels below', { [`new/${deep(5)}`]: '{}' }, ['/work/new'], true],
  ['a job too far below', { [`new/${deep(20)}`]: '{}' }, ['/work/new'], false],
  ['the job is in the second folder', { 'a/x.py': '', 'b/job/meta.yml': '' }, ['/work/a', '/work/b'], true],
  ['files and folders without jobs', { 'new/data/one.csv': '', 'new/read.me': '' }, ['/work/new', '/work/new/read.me'], false],
  ['what is gone already', {}, ['/work/new'], false],
  ['a package', { 'new/node_modules/tool/meta.json': '{}' }, ['/work/new'], false],
  ['something in a package', { 'node_modules/tool/meta.json': '{}' }, ['/work/node_modules/tool'], false],
];

for (const [name, tree, paths, expected] of CASES) {
  test(`new folders: ${name}`, async () => {
    assert.equal(await mayHoldJobs(memoryFileSystem(tree), '/work', paths), expected);
  });
}

test('new folders: each is listed once, though everything in it was reported as well', async () => {
  const disk = memoryFileSystem({ 'new/a/1.txt': '', 'new/b/2.txt': '', 'new-er/3.txt': '' });
  const paths = [
    '/work/new',
    '/work/new-er',
    '/work/new/a',
    '/work/new/a/1.txt',
    '/work/new/b',
    '/work/new-er/3.txt',
    '/work/new',
  ];
  assert.equal(await mayHoldJobs(disk, '/work', paths), false);
  assert.deepEqual([...disk.asked].sort(), ['new-er/', 'new/', 'new/a/', 'new/b/']);
});

test('new folders: links are not followed', async () => {
  const disk = memoryFileSystem({ 'new/x.txt': '', 'new/link/meta.json': '{}' }, { folderLinks: ['new/other'] });
  await mayHoldJobs(disk, '/work', ['/work/new']);
  assert.ok(!disk.asked.includes('new/other/'), disk.asked.join());
});

test('new folders: a flood of them is not listed to the end, and leads to a search', async () => {
  const tree = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`new/${i}/x.txt`, '']));
  const disk = memoryFileSystem(tree);
  assert.equal(await mayHoldJobs(disk, '/work', ['/work/new']), true);
  assert.ok(disk.asked.length <= 500, `${disk.asked.length} folders were listed`);
});

test('new folders: the workspace itself may lie in an environment', async () => {
  const disk = memoryFileSystem({ 'venv/jobs/new/meta.json': '{}' });
  assert.equal(await mayHoldJobs(disk, '/work/venv/jobs', ['/work/venv/jobs/new']), true);
});
