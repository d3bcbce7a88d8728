import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeFileSystem } from '../../src/cli/node/file-system';
import { runGit } from '../../src/cli/node/git';
import { healthyJobs } from '../support/healthy-tree';
import { runCli, runOn } from '../support/memory-host';
import { tempFolder } from '../support/temp-folder';

const CLIENT = 'app/config/config_fed_client.json';
const FILTERED = `{ "format_version": 2,
  "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }],
  "task_result_filters": [{ "tasks": ["train"], "filters": [{ "path": "nvflare.app_common.filters.svt_privacy.SVTPrivacy" }] }] }`;
const TREE = { ...healthyJobs('a', 'b'), [`a/${CLIENT}`]: FILTERED };

test('two jobs, removed protection first', async () => {
  const { code, out, err } = await runCli(['diff', 'a', 'b'], TREE);
  assert.deepEqual([code, err], [1, '']);
  const lines = out.split('\n');
  assert.deepEqual(lines.slice(0, 4), [
    'a → b',
    '',
    'Protection',
    `  - privacy filter SVTPrivacy removed from all clients, result of train  b/${CLIENT}:4:17`,
  ]);
});

// Quadratic in their number they would run into the time limit of the test.
test('many quotes and many differences are told whole', { timeout: 60_000 }, async () => {
  const blocks = Array.from({ length: 30_000 }, (_, i) => `"site-${i}": { "num_of_gpus": 1 }`).join(', ');
  const meta = (spec: string) => `{ "name": "b", "resource_spec": { ${spec} }, "deploy_map": { "app": ["@ALL"] } }`;
  const many = await runCli(['diff', 'a', 'b'], { ...TREE, 'a/meta.json': meta('"x": {}'), 'b/meta.json': meta(blocks) });
  assert.match(many.out, /site-29999/);
  const quotes = `name: ${"'".repeat(60_001)}\n`;
  const rest = Object.fromEntries(Object.entries(TREE).filter(([file]) => file !== 'b/meta.json'));
  assert.equal((await runCli(['diff', 'a', 'b'], { ...rest, 'b/meta.yml': quotes })).code, 1);
});

test('what cannot be read whole is said, and that differences in it may be missing', async () => {
  const broken = { ...TREE, 'a/meta.json': '{ "name": ', 'b/meta.json': '{ "name": ' };
  const { err } = await runCli(['diff', 'a', 'b'], broken);
  assert.equal(
    err,
    ['a', 'b']
      .map(
        (job) =>
          `flare-jobs: ${job}/meta.json cannot be read whole, so differences in it may be missing; "flare-jobs check" says why\n`,
      )
      .join(''),
  );
});

test('equal jobs', async () => {
  const { code, out } = await runCli(['diff', 'a', 'a'], TREE);
  assert.deepEqual([code, out], [0, 'a → a\nNo difference.\n']);
});

test('as JSON and Markdown', async () => {
  const shown = JSON.parse((await runCli(['diff', 'a', 'b', '-f', 'json'], TREE)).out);
  assert.equal(shown.lessProtected, true);
  assert.deepEqual([shown.differences[0].kind, shown.differences[0].protection], ['removed', 'less']);
  const markdown = (await runCli(['diff', 'a', 'b', '-f', 'md'], TREE)).out;
  assert.match(markdown, /^# a → b\n\n## Protection\n\n- \*\*privacy filter SVTPrivacy removed/);
});

test('wrong operands', async () => {
  assert.match((await runCli(['diff', 'a'], TREE)).err, /needs two jobs, or one with --git/);
  assert.match((await runCli(['diff', 'a', '--git'], TREE)).err, /cannot be compared with HEAD: there is no git here/);
});

test('a job and a commit, with the real git', async (context) => {
  const job = healthyJobs('jobs/é demo');
  const file = `jobs/é demo/${CLIENT}`;
  const folder = tempFolder(context, { ...job, [file]: FILTERED, 'jobs/é demo/app/custom/net.py': 'x = 1\n' });
  const git = (...args: readonly string[]) => {
    const as = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
    return spawnSync('git', [...as, ...args], { cwd: folder, encoding: 'utf8' }).status;
  };
  if (git('init', '-q') !== 0) {
    context.skip('the program git is not here');
    return;
  }
  git('add', '-A');
  assert.equal(git('commit', '-q', '-m', 'first'), 0);
  const options = {
    cwd: folder,
    git: async (at: string, args: readonly string[], input?: string) => runGit(join(folder, at), args, input),
  };
  const diff = (...args: readonly string[]) => runOn(nodeFileSystem(folder), ['diff', ...args], options);
  assert.deepEqual(await diff('jobs/é demo', '--git'), {
    code: 0,
    out: 'jobs/é demo at HEAD → jobs/é demo\nNo difference.\n',
    err: '',
  });

  writeFileSync(join(folder, 'jobs/é demo/app/custom/net.py'), 'x = 2\n');
  writeFileSync(join(folder, 'jobs/é demo/README.md'), 'new\n');
  rmSync(join(folder, file));
  // The same in another format, but without the filter.
  writeFileSync(join(folder, file.replace('.json', '.conf')), FILTERED.replace(/,\s*"task_result_filters[\s\S]*/, '}'));
  const { code, out } = await diff('jobs/é demo', '--git', 'HEAD');
  assert.equal(code, 1);
  const told = out.split('\n').filter((line) => line.startsWith('  '));
  assert.deepEqual(
    told.map((line) => line.replace(/ {2}jobs.*/, '')),
    [
      '  - privacy filter SVTPrivacy removed from all clients, result of train',
      '  ~ app/custom/net.py changed',
      '  + README.md added',
    ],
  );
  // A commit of which files are missing is no commit without these files, and no program is run that would fetch them.
  const object = spawnSync('git', ['rev-parse', 'HEAD:jobs/é demo/meta.json'], { cwd: folder, encoding: 'utf8' }).stdout.trim();
  const missing = join(folder, '.git/objects', object.slice(0, 2), object.slice(2));
  git('config', 'core.repositoryFormatVersion', '1');
  git('config', 'extensions.partialClone', 'origin');
  git('config', 'remote.origin.promisor', 'true');
  git('config', 'remote.origin.url', 'ssh://nowhere.example/x');
  git('config', 'core.sshCommand', 'touch fetched #');
  const kept = readFileSync(missing);
  rmSync(missing);
  assert.match((await diff('jobs/é demo', '--git')).err, /not all files of HEAD are here/);
  assert.equal(existsSync(join(folder, 'jobs/é demo/fetched')), false);
  assert.equal(existsSync(join(folder, 'fetched')), false);
  writeFileSync(missing, kept);
  assert.match((await diff('jobs/é demo', '--git', 'nowhere')).err, /cannot be compared with nowhere: .*nowhere/);
  // What looks like an option is a commit that is not there, and no option of git.
  assert.match((await diff('jobs/é demo', '--git', '--', '--output=x')).err, /cannot be compared with --output=x/);
});
