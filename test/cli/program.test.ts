import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { healthyJobs, REFUSED_META } from '../support/healthy-tree';
import { tempFolder } from '../support/temp-folder';

const out = mkdtempSync(join(tmpdir(), 'flare-jobs-program-'));
const program = join(out, 'cli.js');

before(() =>
  build({
    entryPoints: [resolve('src/cli/bin.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  }),
);
after(() => rmSync(out, { recursive: true, force: true }));

test('the program ends with the exit code of the check and writes where it should', (context) => {
  const cwd = tempFolder(context, { ...healthyJobs('good', 'bad'), 'bad/meta.json': REFUSED_META });
  const run = (...argv: readonly string[]) => spawnSync(process.execPath, [program, ...argv], { cwd, encoding: 'utf8' });
  const good = run('check', 'good');
  assert.deepEqual([good.status, good.stdout, good.stderr], [0, '1 job checked for NVFLARE 2.9: no problem found\n', '']);
  assert.equal(run('check').status, 1);
  const missing = run('check', 'nowhere');
  assert.deepEqual([missing.status, missing.stderr], [2, 'flare-jobs: nowhere does not exist\n']);
});

test('a full disk is told in plain words', { skip: !existsSync('/dev/full') }, (context) => {
  const full = openSync('/dev/full', 'w');
  context.after(() => closeSync(full));
  const cwd = tempFolder(context, healthyJobs('good'));
  const { status, stderr } = spawnSync(process.execPath, [program, 'check'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  assert.deepEqual([status, stderr], [2, 'flare-jobs: the output could not be written: the disk is full\n']);
});

test('a reader that stops reading ends the program without a word', async (context) => {
  const names = Array.from({ length: 400 }, (_, i) => `job-${i}`);
  const bad = Object.fromEntries(names.map((name) => [`${name}/meta.json`, REFUSED_META]));
  const child = spawn(process.execPath, [program, 'check'], { cwd: tempFolder(context, bad), stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const [code, signal] = await once(child, 'close');
  assert.deepEqual([code, signal, errors], [2, null, ''], 'what was not checked does not pass for clean');
});

test('a report goes on where nobody reads the messages', async (context) => {
  const cwd = tempFolder(context, healthyJobs('good'));
  const child = spawn(process.execPath, [program, 'check', 'nowhere', 'good'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stderr.destroy();
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk);
  assert.match(Buffer.concat(chunks).toString(), /^1 job checked/);
});

test('a folder that is gone is told in plain words', { skip: process.platform === 'win32' }, (context) => {
  const cwd = tempFolder(context, { 'gone/': '' });
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', 'rmdir ../gone; exec "$0" "$@"', process.execPath, program, 'check'],
    {
      cwd: join(cwd, 'gone'),
      encoding: 'utf8',
    },
  );
  assert.deepEqual([status, stdout, stderr], [2, '', 'flare-jobs: this folder cannot be used: it does not exist\n']);
});

test('a long report reaches a slow reader as a whole', async (context) => {
  const names = Array.from({ length: 1000 }, (_, i) => `job-${i}`);
  const bad = Object.fromEntries(names.map((name) => [`${name}/meta.json`, REFUSED_META]));
  const child = spawn(process.execPath, [program, 'check', '--format', 'json'], {
    cwd: tempFolder(context, bad),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) {
    chunks.push(chunk);
    await new Promise((resume) => setTimeout(resume, 5));
  }
  assert.equal(JSON.parse(Buffer.concat(chunks).toString()).summary.jobs, 1000);
});
