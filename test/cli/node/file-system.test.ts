import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { LARGEST_TEXT, nodeFileSystem } from '../../../src/cli/node/file-system';
import { healthyJobs, MENDABLE_META } from '../../support/healthy-tree';
import { runOn } from '../../support/memory-host';
import { tempFolder } from '../../support/temp-folder';

/** Checks a folder on the real disk and gives the first job's findings. */
async function check(root: string, ...argv: readonly string[]) {
  const { code, out, err } = await runOn(nodeFileSystem(root), ['check', '--format', 'json', ...argv], { cwd: root });
  const report: { jobs: { folder: string; rejected: boolean; findings: { message: string; file: string }[] }[] } =
    JSON.parse(out);
  return {
    code,
    err,
    jobs: report.jobs,
    messages: report.jobs.flatMap(({ findings }) => findings.map(({ message }) => message)),
  };
}

test('healthy jobs on the disk are fine, and entries say what they are', async (context) => {
  const root = tempFolder(context, healthyJobs('a'));
  symlinkSync('a', join(root, 'folder-link'));
  symlinkSync('a/meta.json', join(root, 'file-link'));
  symlinkSync('nowhere', join(root, 'dangling'));
  symlinkSync('circle', join(root, 'circle'));
  const listing = nodeFileSystem(root).list('');
  assert.ok(!('unreadable' in listing));
  assert.deepEqual(
    [...listing].sort((one, other) => (one.name < other.name ? -1 : 1)),
    [
      { name: 'a', kind: 'folder', link: false },
      { name: 'circle', kind: 'other', link: true },
      { name: 'dangling', kind: 'other', link: true },
      { name: 'file-link', kind: 'file', link: true },
      { name: 'folder-link', kind: 'folder', link: true },
    ],
  );
  const { code, jobs } = await check(root);
  assert.deepEqual([code, jobs.map(({ folder }) => folder)], [0, ['a']]);
});

test('links that lead in circles end, and a link as a path is followed', async (context) => {
  const root = tempFolder(context, healthyJobs('jobs/a'));
  symlinkSync('..', join(root, 'jobs/up'));
  symlinkSync('.', join(root, 'jobs/a/app/custom'));
  symlinkSync('jobs', join(root, 'link'));
  assert.deepEqual(
    (await check(root)).jobs.map(({ folder }) => folder),
    ['jobs/a'],
  );
  assert.deepEqual(
    (await check(root, 'link')).jobs.map(({ folder }) => folder),
    ['link/a'],
  );
  symlinkSync('round', join(root, 'round'));
  const round = await check(root, 'round');
  assert.deepEqual([round.code, round.err], [2, 'flare-jobs: round was not read: its links go in a circle\n']);
});

test('a path that is too long is told in plain words', async (context) => {
  const { code, err } = await check(tempFolder(context), 'x'.repeat(300));
  assert.equal(code, 2);
  assert.match(err, /x was not read: its path is too long\n$/);
});

test('a meta file of 100 MB is a finding, and is not read', async (context) => {
  const root = tempFolder(context, healthyJobs('job'));
  truncateSync(join(root, 'job/meta.json'), 100_000_000);
  assert.deepEqual(nodeFileSystem(root).read('job/meta.json'), { kind: 'too-large', size: 100_000_000, limit: LARGEST_TEXT });
  const { messages } = await check(root);
  assert.match(messages.join('\n'), /too large to be checked \(100\.0 MB; the limit is 20\.0 MB\)/);
});

test('a text larger than the shared buffer is read as a whole', (context) => {
  const text = `"${'ä'.repeat(100_000)}"`;
  const root = tempFolder(context, { 'large.json': text, 'exact.json': 'x'.repeat(1 << 16), 'empty.json': '' });
  const fs = nodeFileSystem(root);
  assert.deepEqual(fs.read('large.json'), { kind: 'text', text });
  assert.deepEqual(fs.read('exact.json'), { kind: 'text', text: 'x'.repeat(1 << 16) });
  assert.deepEqual(fs.read('empty.json'), { kind: 'text', text: '' });
});

test('texts are strict UTF-8, and a byte-order mark stays', async (context) => {
  const bytes = (...all: readonly number[]) => Uint8Array.from(all);
  const root = tempFolder(context, {
    ...healthyJobs('job'),
    'mark.json': bytes(0xef, 0xbb, 0xbf, 0x31),
    'latin1.json': bytes(0x22, 0xc3, 0xa4, 0xe4, 0x22),
    'cut.json': bytes(0x22, 0xe2, 0x82),
    'job/meta.json': bytes(0x7b, 0xff, 0x7d),
  });
  const fs = nodeFileSystem(root);
  assert.deepEqual(fs.read('mark.json'), { kind: 'text', text: '\ufeff1' });
  assert.deepEqual(fs.read('latin1.json'), { kind: 'not-utf8', offset: 3 });
  assert.deepEqual(fs.read('cut.json'), { kind: 'not-utf8', offset: 1 });
  const { code, messages } = await check(root);
  assert.equal(code, 1);
  assert.match(messages.join('\n'), /not UTF-8 text \(byte 1\)/);
});

test('pipes and folders are not read, and nobody waits for them', (context) => {
  const root = tempFolder(context, { 'folder/': '' });
  const fs = nodeFileSystem(root);
  assert.deepEqual(fs.read('folder'), { kind: 'unreadable', reason: 'it is a folder' });
  assert.deepEqual(fs.read('nowhere'), { kind: 'unreadable', reason: 'it does not exist' });
  assert.deepEqual(fs.list('nowhere'), { unreadable: 'it does not exist' });
  if (process.platform === 'win32') return;
  execFileSync('mkfifo', [join(root, 'pipe')]);
  assert.deepEqual(fs.read('pipe'), { kind: 'unreadable', reason: 'it is not a regular file' });
  assert.equal(fs.kindOf('pipe'), 'other');
});

test('nesting of 5,000 levels is a finding, not a crash', async (context) => {
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
  const root = tempFolder(context, {
    ...healthyJobs('json', 'hocon', 'yaml'),
    'json/meta.json': `{"deploy_map": ${deep}}`,
    'hocon/meta.conf': `deploy_map = ${deep}`,
    'yaml/meta.yml': `deploy_map: ${deep}`,
  });
  const { code, err, jobs } = await check(root, 'json');
  assert.deepEqual([code, err, jobs.map(({ rejected }) => rejected)], [1, '', [true]]);
  for (const [folder, meta] of [
    ['hocon', 'meta.conf'],
    ['yaml', 'meta.yml'],
  ] as const) {
    const own = tempFolder(context, { [`${folder}/${meta}`]: readFileSync(join(root, folder, meta)) });
    const run = await check(own, folder);
    assert.deepEqual([run.code, run.err], [1, '']);
  }
});

test('folders 300 deep are searched', async (context) => {
  const root = tempFolder(context);
  let folder = root;
  for (let i = 0; i < 300; i++) folder = join(folder, 'd');
  mkdirSync(folder, { recursive: true });
  assert.equal((await check(root)).jobs.length, 1);
});

function changer(context: TestContext) {
  const root = tempFolder(context, { 'a.json': 'old a', 'b.json': 'old b', 'sub/c.json': 'old c' });
  return { root, fs: nodeFileSystem(root), text: (path: string) => readFileSync(join(root, path), 'utf8') };
}

test('changes: a file is replaced in one step, keeps its mode, and a link stays a link', (context) => {
  const { root, fs, text } = changer(context);
  // The mask of the process, which new files are made with, takes the right of the group away.
  const mask = process.umask(0o077);
  context.after(() => process.umask(mask));
  chmodSync(join(root, 'a.json'), 0o664);
  symlinkSync('a.json', join(root, 'link.json'));
  assert.equal(fs.apply([{ kind: 'write', file: 'link.json', text: 'new a' }]), undefined);
  assert.equal(text('a.json'), 'new a');
  assert.ok(lstatSync(join(root, 'link.json')).isSymbolicLink());
  if (process.platform !== 'win32') assert.equal(statSync(join(root, 'a.json')).mode & 0o777, 0o664);
  assert.deepEqual(readdirSync(root).sort(), ['a.json', 'b.json', 'link.json', 'sub']);
});

const isRoot = process.getuid?.() === 0;

test('changes: a file keeps its owner where that can be', { skip: !isRoot }, (context) => {
  const { root, fs } = changer(context);
  chownSync(join(root, 'a.json'), 1234, 1234);
  assert.equal(fs.apply([{ kind: 'write', file: 'a.json', text: 'new a' }]), undefined);
  const { uid, gid } = statSync(join(root, 'a.json'));
  assert.deepEqual([uid, gid], [1234, 1234]);
});

test('changes: a file that may not be written is left alone', { skip: process.platform === 'win32' }, (context) => {
  const { root, fs, text } = changer(context);
  chmodSync(join(root, 'a.json'), 0o444);
  chmodSync(root, 0o777);
  // Nothing is forbidden to root.
  if (isRoot) process.seteuid?.(65534);
  const failure = fs.apply([{ kind: 'write', file: 'a.json', text: 'new a' }]);
  if (isRoot) process.seteuid?.(0);
  assert.equal(failure, 'a.json was not changed: permission denied');
  assert.equal(text('a.json'), 'old a');
});

test('changes: a file that has changed since it was checked is left alone, and so are the others', (context) => {
  const { fs, text } = changer(context);
  const failure = fs.apply([
    { kind: 'write', file: 'a.json', text: 'new a', before: 'old a' },
    { kind: 'write', file: 'b.json', text: 'new b', before: 'what it was' },
  ]);
  assert.equal(failure, 'b.json was not changed: somebody changed it meanwhile; check it again');
  assert.deepEqual([text('a.json'), text('b.json')], ['old a', 'old b']);
});

test('changes: files and folders are made, renamed and deleted', (context) => {
  const { root, fs, text } = changer(context);
  const failure = fs.apply([
    { kind: 'create-file', file: 'app/config/x.json', text: '{}' },
    { kind: 'create-folder', folder: 'app/custom' },
    { kind: 'rename', from: 'b.json', to: 'sub/b.json' },
    { kind: 'delete-file', file: 'a.json' },
  ]);
  assert.equal(failure, undefined);
  assert.equal(text('app/config/x.json'), '{}');
  assert.equal(text('sub/b.json'), 'old b');
  assert.deepEqual(readdirSync(root).sort(), ['app', 'sub']);
});

test('changes: when one fails, none is left', (context) => {
  const { root, fs, text } = changer(context);
  for (const [last, reason] of [
    [{ kind: 'create-file', file: 'sub/c.json', text: '' }, 'sub/c.json was not changed: it exists already'],
    [{ kind: 'rename', from: 'nowhere', to: 'x' }, 'nowhere was not changed: it does not exist'],
    [{ kind: 'write', file: 'a.json/x', text: '' }, 'a.json/x was not changed: a part of its path is not a folder'],
  ] as const) {
    const failure = fs.apply([
      { kind: 'write', file: 'a.json', text: 'new' },
      { kind: 'create-file', file: 'new/folder/file', text: '' },
      { kind: 'delete-file', file: 'b.json' },
      { kind: 'rename', from: 'sub', to: 'moved' },
      { kind: 'rename', from: 'moved', to: 'sub' },
      last,
    ]);
    assert.equal(failure, reason);
    assert.deepEqual(readdirSync(root).sort(), ['a.json', 'b.json', 'sub']);
    assert.deepEqual([text('a.json'), text('b.json'), text('sub/c.json')], ['old a', 'old b', 'old c']);
  }
});

test('changes: only an empty folder is deleted, and it comes back when a later change fails', (context) => {
  const folder = tempFolder(context, { 'empty/': '', 'full/a.json': 'a' });
  const fs = nodeFileSystem(folder);
  const failure = fs.apply([
    { kind: 'delete-folder', folder: 'empty' },
    { kind: 'delete-folder', folder: 'full' },
  ]);
  assert.equal(failure, 'full was not changed: there is something in it');
  assert.equal(fs.kindOf('empty'), 'folder');
  assert.equal(fs.apply([{ kind: 'delete-folder', folder: 'empty' }]), undefined);
  assert.equal(fs.kindOf('empty'), 'missing');
  assert.equal(fs.kindOf('full/a.json'), 'file');
});

test('--fix does not write over what somebody saves meanwhile', async (context) => {
  const root = tempFolder(context, { ...healthyJobs('job'), 'job/meta.json': MENDABLE_META });
  const meta = join(root, 'job/meta.json');
  const fs = nodeFileSystem(root);
  const racing: typeof fs = {
    ...fs,
    apply(changes) {
      writeFileSync(meta, `${MENDABLE_META}\n`);
      return fs.apply(changes);
    },
  };
  const { code, err } = await runOn(racing, ['check', '--fix'], { cwd: root });
  assert.deepEqual(
    [code, err],
    [2, 'flare-jobs: job/meta.json was not changed: somebody changed it meanwhile; check it again\n'],
  );
  assert.equal(readFileSync(meta, 'utf8'), `${MENDABLE_META}\n`);
});

test('--fix on the disk', async (context) => {
  const root = tempFolder(context, {
    ...healthyJobs('job'),
    'job/meta.json': '{\n  "name": "x",\n  "min_clients": "1",\r\n\t"deploy_map": { "app": ["@ALL"] }\n}',
  });
  const { code, jobs } = await check(root, '--fix');
  assert.deepEqual([code, jobs[0]?.findings], [0, []]);
  assert.equal(
    readFileSync(join(root, 'job/meta.json'), 'utf8'),
    '{\n  "name": "x",\n  "min_clients": 1,\r\n\t"deploy_map": { "app": ["@ALL"] }\n}',
    'nothing else is changed',
  );
});

test('changes: a link to nothing is not replaced, and a file that nobody may write stays', (context) => {
  const root = tempFolder(context, { 'kept.json': '1' });
  const fs = nodeFileSystem(root);
  symlinkSync('nowhere', join(root, 'dangling'));
  assert.match(fs.apply([{ kind: 'create-file', file: 'dangling', text: 'x' }]) ?? '', /it exists already/);
  assert.ok(lstatSync(join(root, 'dangling')).isSymbolicLink());
  chmodSync(join(root, 'kept.json'), 0o444);
  const mayAnyway = process.getuid?.() === 0;
  const failure = fs.apply([{ kind: 'write', file: 'kept.json', text: '2' }]);
  assert.equal(failure, mayAnyway ? undefined : 'kept.json was not changed: permission denied');
  assert.equal(statSync(join(root, 'kept.json')).mode & 0o777, 0o444);
});

test('a page is not written onto a file of the job, by whatever name', async (context) => {
  const root = tempFolder(context, healthyJobs('a'));
  symlinkSync('a', join(root, 'link'));
  symlinkSync('../a/meta.json', join(root, 'a/page.html'));
  const meta = readFileSync(join(root, 'a/meta.json'), 'utf8');
  const calls = [
    ['a', '-o', 'a/page.html'],
    ['link', '-f', 'html', '-o', 'a/meta.json'],
    ['a', '-f', 'html', '-o', 'link/meta.json'],
  ];
  for (const call of calls) {
    const { code, err } = await runOn(nodeFileSystem(root), ['preview', ...call], { cwd: root });
    assert.equal(code, 2);
    assert.match(err, /is a file of the job, and was not changed; name another file/);
  }
  assert.equal(readFileSync(join(root, 'a/meta.json'), 'utf8'), meta);
  const { err } = await runOn(nodeFileSystem(root), ['preview', 'a', '-o', 'page.constructor'], { cwd: root });
  assert.match(err, /page\.constructor does not say in which format/);
});
