import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Host } from '../../../src/cli/host';
import { nodeFileSystem } from '../../../src/cli/node/file-system';
import { runGit } from '../../../src/cli/node/git';
import { fileSystemAt } from '../../../src/cli/review/git-file-system';
import { memoryFileSystem } from '../../support/memory-file-system';
import { tempFolder } from '../../support/temp-folder';

const BYTES = new TextEncoder();

/** A git that lists these paths, all of them files with `{}` in them. */
function gitOf(paths: readonly string[]): Host['git'] {
  const lines = paths.map((path, i) => `100644 blob ${i.toString(16).padStart(40, '0')}       2\t${path}\0`);
  return async (_folder, [command], input = '') => {
    if (command === 'ls-tree') return { out: BYTES.encode(lines.join('')) };
    const objects = input.split('\n').filter(Boolean);
    return { out: BYTES.encode(objects.map((object) => `${object} blob 2\n{}\n`).join('')) };
  };
}

async function filesAt(paths: readonly string[], disk: Readonly<Record<string, string>> = {}) {
  const host = { cwd: '/work', fs: memoryFileSystem(disk), git: gitOf(paths) } as unknown as Host;
  const fs = await fileSystemAt(host, 'job', 'HEAD');
  assert.ok(typeof fs !== 'string');
  return fs;
}

test('what a commit has is listed folder by folder', async () => {
  const fs = await filesAt(['meta.json', 'app/config/a.json', 'app/config/b.json', 'app/x']);
  const names = (folder: string) => {
    const listing = fs.list(folder);
    return 'unreadable' in listing ? listing : listing.map(({ name, kind }) => `${kind} ${name}`);
  };
  assert.deepEqual(names('job'), ['file meta.json', 'folder app']);
  assert.deepEqual(names('job/app'), ['folder config', 'file x']);
  assert.deepEqual(names('job/app/config'), ['file a.json', 'file b.json']);
  assert.deepEqual(
    ['job', 'job/app/config', 'job/app/x', 'job/nowhere'].map((path) => fs.kindOf(path)),
    ['folder', 'folder', 'file', 'missing'],
  );
});

test('no name in a commit leads out of the folder', async () => {
  const fs = await filesAt(['meta.json', '../meta.json', './x', 'app/../../y', '/etc/z', 'a//b', 'c/.', '..'], {
    'secret.txt': 'not in the commit',
  });
  assert.deepEqual(fs.list('job'), [{ name: 'meta.json', kind: 'file', link: false, size: 2 }]);
});

test('a commit with many folders takes no more time than one with few has to, for each', async () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `data/d${i}/f`);
  const fs = await filesAt(many);
  const start = performance.now();
  for (let i = 0; i < 20_000; i++) assert.equal((fs.list(`job/data/d${i}`) as readonly unknown[]).length, 1);
  assert.ok(performance.now() - start < 2_000);
});

test('what git tells its hooks does not make the folder of a job the top of the repository', (context) => {
  const folder = tempFolder(context, { 'job/meta.json': '{}' });
  const as = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  const git = (...args: readonly string[]) => spawnSync('git', [...as, ...args], { cwd: folder }).status;
  if (git('init', '-q') !== 0) {
    context.skip('the program git is not here');
    return;
  }
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  process.env['GIT_DIR'] = join(folder, '.git');
  try {
    const listed = runGit(join(folder, 'job'), ['ls-tree', '-r', '--name-only', 'HEAD', '.']);
    assert.equal('out' in listed && new TextDecoder().decode(listed.out), 'meta.json\n');
  } finally {
    delete process.env['GIT_DIR'];
  }
});

test('git that does not answer is not waited for', { timeout: 30_000 }, async (context) => {
  const folder = tempFolder(context, { 'job/meta.json': '{}' });
  mkdirSync(join(folder, '.git/objects'), { recursive: true });
  mkdirSync(join(folder, '.git/refs'));
  if (spawnSync('mkfifo', [join(folder, '.git/HEAD')]).status !== 0) {
    context.skip('no pipe can be made here');
    return;
  }
  assert.deepEqual(runGit(join(folder, 'job'), ['ls-tree', 'HEAD'], '', 500), { failure: 'git did not answer in time' });
});

test('a folder of a commit cannot be written to', async (context) => {
  const folder = tempFolder(context, { 'job/meta.json': '{}' });
  const host = { cwd: folder, fs: nodeFileSystem(folder), git: gitOf(['meta.json']) } as unknown as Host;
  const fs = await fileSystemAt(host, 'job', 'HEAD');
  assert.ok(typeof fs !== 'string');
  assert.equal(fs.apply([{ kind: 'write', file: 'job/meta.json', text: '[]' }]), 'a commit cannot be changed');
});
