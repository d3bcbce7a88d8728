import assert from 'node:assert/strict';
import { test } from 'node:test';
import { main } from '../../src/cli/main';
import { progressOn } from '../../src/cli/progress';
import { DOUBTFUL_META, healthyJobs, MENDABLE_META, REFUSED_META } from '../support/healthy-tree';
import { type MemoryTree, memoryFileSystem } from '../support/memory-file-system';
import { memoryHost, type RunOptions, runCli } from '../support/memory-host';

/** Checks with the JSON report and gives what matters of it. */
async function check(args: readonly string[], tree: MemoryTree, options: RunOptions = {}) {
  const { code, out, err } = await runCli(['check', '--format', 'json', ...args], tree, options);
  const report: Report = JSON.parse(out);
  return {
    code,
    err,
    report,
    folders: report.jobs.map(({ folder }) => folder),
    codes: report.jobs.flatMap(({ findings }) => findings.map((finding) => finding.code)),
  };
}

interface Report {
  readonly jobs: readonly {
    readonly folder: string;
    readonly meta: string | null;
    readonly rejected: boolean;
    readonly findings: readonly { readonly code: string; readonly severity: string; readonly file: string }[];
  }[];
  readonly summary: { readonly jobs: number; readonly errors: number; readonly warnings: number; readonly infos: number };
}

test('exit code: 0 for jobs that are fine, 1 for findings, 2 for what could not be checked', async () => {
  const tree = { ...healthyJobs('good', 'bad'), 'bad/meta.json': REFUSED_META };
  assert.equal((await check(['good'], tree)).code, 0);
  assert.equal((await check(['bad'], tree)).code, 1);
  assert.equal((await check(['good', 'bad'], tree)).code, 1);
  const missing = await check(['nowhere', 'bad'], tree);
  assert.equal(missing.code, 2);
  assert.equal(missing.err, 'flare-jobs: nowhere does not exist\n');
  assert.deepEqual(missing.folders, ['bad'], 'the other paths are checked all the same');
});

test('exit code: --fail-on says from which severity on findings count', async () => {
  const tree = { ...healthyJobs('job'), 'job/meta.json': DOUBTFUL_META };
  const { report, code } = await check(['job'], tree);
  assert.deepEqual(report.summary, { jobs: 1, errors: 0, warnings: 1, infos: 0 });
  assert.equal(code, 0);
  assert.equal((await check(['--fail-on', 'error', 'job'], tree)).code, 0);
  assert.equal((await check(['--fail-on', 'warning', 'job'], tree)).code, 1);
  assert.equal((await check(['--fail-on=info', 'job'], tree)).code, 1);
});

test('paths in the report are those of the command line, joined with /', async () => {
  const tree = { ...healthyJobs('jobs/a', 'jobs/b'), 'jobs/a/meta.json': REFUSED_META };
  for (const [given, folder] of [
    ['jobs', 'jobs/a'],
    ['jobs/', 'jobs/a'],
    ['./jobs', './jobs/a'],
    ['.', './jobs/a'],
    ['/work/jobs', '/work/jobs/a'],
    ['../work/jobs', '../work/jobs/a'],
    ['jobs/a/', 'jobs/a'],
  ] as const) {
    const { report } = await check([given], tree);
    const [first] = report.jobs;
    assert.equal(first?.folder, folder, given);
    assert.equal(first?.meta, `${folder}/meta.json`);
    assert.equal(first?.findings[0]?.file, `${folder}/meta.json`);
  }
  assert.deepEqual((await check([], tree)).folders, ['jobs/a', 'jobs/b'], 'without a path, this folder is searched');
  assert.deepEqual((await check([], tree, { cwd: '/work/jobs/a' })).folders, ['.']);
});

test('a job that several paths lead to is reported once', async () => {
  const tree = healthyJobs('jobs/a', 'jobs/b');
  assert.deepEqual((await check(['jobs/b', 'jobs', '/work/jobs/a'], tree)).folders, ['jobs/b', 'jobs/a']);
});

test('a path without a job below it is checked as one', async () => {
  const { report, code } = await check(['empty', 'other'], {
    'empty/': '',
    'other/meta.json': '{"title": "data"}',
    'other/x.txt': '',
  });
  assert.equal(code, 1);
  assert.deepEqual(
    report.jobs.map(({ folder, meta, rejected }) => [folder, meta, rejected]),
    [
      ['empty', null, true],
      ['other', 'other/meta.json', true],
    ],
  );
});

test('a folder whose apps lie directly in it is a job without its meta file', async () => {
  const { 'job/meta.json': _, ...tree } = healthyJobs('job');
  const { report } = await check(['job'], tree);
  assert.deepEqual(
    report.jobs.map(({ folder, meta, rejected }) => [folder, meta, rejected]),
    [['job', null, true]],
  );
  // Beside other jobs they are apps of before 2.1, each of its own.
  assert.deepEqual((await check(['.'], { ...tree, ...healthyJobs('other') })).folders, ['./job/app', './other']);
});

test('apps directly in the folder of a project are apps of their own', async () => {
  const app = { 'app/config/config_fed_server.json': '{}', 'app/custom/net.py': '' };
  const asJob = { ...app, 'README.md': '' };
  assert.deepEqual((await check(['.'], asJob)).folders, ['.']);
  for (const more of ['make_job.py', 'Dockerfile-site', 'tests/data.csv', '.git/config']) {
    const { report, folders } = await check(['.'], { ...asJob, [more]: '' });
    assert.deepEqual(folders, ['./app'], more);
    assert.deepEqual(
      report.jobs[0]?.findings.map(({ code }) => code),
      ['job/legacy-app'],
      more,
    );
  }
});

test('the path of a file stands for its job', async () => {
  const tree = healthyJobs('jobs/a', '');
  assert.deepEqual((await check(['jobs/a/meta.json'], tree)).folders, ['jobs/a']);
  assert.deepEqual((await check(['jobs/a/app/config/config_fed_server.json', 'jobs/a/meta.json'], tree)).folders, ['jobs/a']);
  assert.deepEqual((await check(['app/config/config_fed_server.json'], tree)).folders, ['.']);
  assert.deepEqual((await check(['meta.json'], tree)).folders, ['.']);
  assert.deepEqual((await check(['app/config/config_fed_client.json'], tree, { cwd: '/work/jobs/a' })).folders, ['.']);
  assert.deepEqual((await check(['config_fed_client.json'], tree, { cwd: '/work/jobs/a/app/config' })).folders, ['../..']);
  const oldApp = { 'old/config/config_fed_server.json': '{}', 'old/custom/net.py': '' };
  assert.deepEqual((await check(['old/custom/net.py'], oldApp)).folders, ['old']);
  const stray = await check(['x.txt'], { 'x.txt': '' });
  assert.deepEqual([stray.code, stray.folders, stray.err], [2, [], 'flare-jobs: x.txt does not belong to a job\n']);
});

test('a meta file named on the command line is checked whatever it holds', async () => {
  assert.deepEqual((await check(['x/meta.json'], { 'x/meta.json': '{"title": 1}' })).folders, ['x']);
});

test('ignore files are respected: nested ones, the nearest first, and those above up to the top of the repository', async () => {
  const tree = {
    ...healthyJobs('repo/jobs/a', 'repo/jobs/b', 'repo/jobs/keep/c', 'repo/out/d', 'repo/jobs/tmp/e'),
    'repo/.git/HEAD': '',
    'repo/.gitignore': 'out/\n/jobs/keep\n',
    'repo/jobs/.gitignore': '!keep/\nb\n',
    'repo/jobs/.ignore': '# none of ours\ntmp\n',
    '.gitignore': '*\n',
  };
  assert.deepEqual((await check(['repo'], tree)).folders, ['repo/jobs/a', 'repo/jobs/keep/c']);
  assert.deepEqual((await check([], tree, { cwd: '/work/repo/jobs' })).folders, ['a', 'keep/c']);
  assert.deepEqual((await check(['repo/out'], tree)).folders, ['repo/out/d'], 'what was asked for is checked');
});

test('a folder that cannot be read is told, and the check is not complete', async () => {
  const tree = { ...healthyJobs('jobs/a'), 'jobs/locked/': '' };
  const unreadable = { 'jobs/locked': 'permission denied' };
  const below = await check(['jobs'], tree, { unreadable });
  assert.deepEqual(
    [below.code, below.folders, below.err],
    [2, ['jobs/a'], 'flare-jobs: jobs/locked was not read: permission denied\n'],
  );
  const ignored = await check(['jobs'], { ...tree, 'jobs/.ignore': 'locked/\n' }, { unreadable });
  assert.deepEqual([ignored.code, ignored.err], [0, ''], 'an ignore file says that nothing of it is wanted');
  const asked = await check(['jobs/locked'], tree, { unreadable });
  assert.deepEqual([asked.code, asked.folders], [2, []]);
});

test('ignore files mind the case of names, as git does on Linux', async () => {
  const tree = { ...healthyJobs('Jobs/a', 'jobs/b'), '.gitignore': 'jobs/\n' };
  assert.deepEqual((await check([], tree)).folders, ['Jobs/a']);
});

test('of what lies in a folder that cannot be read, nothing is said to be missing', async () => {
  const executor = {
    path: 'nvflare.app_opt.pt.client_api_launcher_executor.PTClientAPILauncherExecutor',
    args: { pipe_id: 'x' },
  };
  const launcher = {
    id: 'l',
    path: 'nvflare.app_common.launchers.subprocess_launcher.SubprocessLauncher',
    args: { script: 'python3 custom/run.py' },
  };
  const tree = {
    ...healthyJobs('jobs/a'),
    'jobs/a/app/custom/net.py': 'class Net: pass\n',
    'jobs/a/app/config/config_fed_client.json': JSON.stringify({
      format_version: 2,
      executors: [
        { tasks: ['train'], executor },
        { tasks: ['validate'], executor: { path: 'net.Network', args: {} } },
      ],
      components: [launcher],
    }),
  };
  const missing = async (unreadable?: string) => {
    const { code, codes } = await check(['jobs'], tree, { unreadable: unreadable ? { [unreadable]: 'permission denied' } : {} });
    return [code, codes.filter((rule) => /^apps\/|^code\/script-missing|^classes\/not-in-custom|^classes\/module/.test(rule))];
  };
  assert.deepEqual(await missing(), [1, ['classes/not-in-custom-code', 'code/script-missing']]);
  for (const folder of ['jobs/a/app/custom', 'jobs/a/app/config', 'jobs/a/app']) {
    assert.deepEqual(await missing(folder), [2, []], folder);
  }
});

test('names from the disk cannot move the cursor in messages either', async () => {
  const name = 'jobs/\u001b[2J\nx';
  const { err } = await check(['jobs'], { [`${name}/`]: '', ...healthyJobs('jobs/a') }, { unreadable: { [name]: 'no' } });
  assert.equal(err, 'flare-jobs: jobs/\\u001b[2J\\u000ax was not read: no\n');
});

test('a meta file that cannot be read is a finding', async () => {
  const { report, code } = await check(['job'], healthyJobs('job'), { unreadable: { 'job/meta.json': 'permission denied' } });
  assert.equal(code, 1);
  assert.equal(report.jobs[0]?.findings.length, 1);
});

test('--target-version decides which rules hold', async () => {
  const tree = { ...healthyJobs('job'), 'job/meta.json': '{ "name": "x", "min_clients": 1, "deploy_map": { "app": "@ALL" } }' };
  assert.equal((await check(['job'], tree)).code, 0);
  assert.equal((await check(['--target-version', '2.6', 'job'], tree)).code, 1);
  assert.equal((await check(['-t', '2.7.1', 'job'], tree)).code, 1);
  const newer = await check(['-t', '3.0', 'job'], tree);
  assert.deepEqual([newer.code, newer.err], [0, 'flare-jobs: the rules of NVFLARE 3.0 are not known; checking for 2.9\n']);
  const { code, err } = await runCli(['check', '-t', 'newest', 'job'], tree);
  assert.deepEqual(
    [code, err.split('\n')[0]],
    [2, 'flare-jobs: --target-version cannot be "newest"; it is a release such as 2.9'],
  );
});

test('jobs in YAML and HOCON are read', async () => {
  const tree = {
    ...healthyJobs('y', 'h'),
    'y/meta.yml': 'name: demo\nmin_clients: 1\ndeploy_map:\n  app: [site-1]\n',
    'h/meta.conf': 'name = demo\nmin_clients = 1\ndeploy_map { app = [site-1] }\n',
  };
  const { 'y/meta.json': _y, 'h/meta.json': _h, ...files } = tree as Record<string, string>;
  const { report } = await check([], files);
  assert.deepEqual(
    report.jobs.map(({ meta, findings }) => [meta, findings.some(({ code }) => code === 'deploy-map/no-server')]),
    [
      ['h/meta.conf', true],
      ['y/meta.yml', true],
    ],
  );
});

test('--fix makes the changes that need no decision, tells them, and reports what is left', async () => {
  const tree = { ...healthyJobs('job'), 'job/meta.json': MENDABLE_META };
  const { code, out, err, fs } = await runCli(['check', '--fix', 'job'], tree);
  assert.equal(fs.texts()['job/meta.json'], MENDABLE_META.replace('"1"', '1'));
  assert.match(err, /^flare-jobs: fixed job\/meta\.json: Change to 1 \(clients\/min-clients-not-an-integer\)\n$/);
  assert.match(out, /no problem found/);
  assert.equal(code, 0);
  const again = await runCli(['check', '--fix', 'job'], fs.texts());
  assert.deepEqual([again.err, again.fs.texts()], ['', fs.texts()]);
});

test('--fix leaves a file alone where nothing is certain, and nothing is changed without it', async () => {
  const refused = await runCli(['check', '--fix', 'job'], { ...healthyJobs('job'), 'job/meta.json': REFUSED_META });
  assert.equal(refused.code, 1);
  assert.equal(refused.fs.texts()['job/meta.json'], REFUSED_META);
  const plain = await runCli(['check', 'job'], { ...healthyJobs('job'), 'job/meta.json': MENDABLE_META });
  assert.equal(plain.fs.texts()['job/meta.json'], MENDABLE_META);
});

test('progress is shown on a terminal alone, and is gone before the report', async () => {
  const tree = { ...healthyJobs('a', 'b', 'c'), 'c/meta.json': REFUSED_META };
  assert.equal((await runCli(['check'], tree)).err, '');
  assert.equal((await runCli(['check'], tree, { terminal: { err: true }, env: { TERM: 'dumb' } })).err, '');
  const { err } = await runCli(['check'], tree, { terminal: { err: true } });
  assert.match(err, /\r2 jobs checked/);
  assert.equal((await runCli(['check'], tree, { terminal: { err: true }, env: { CI: 'true' } })).err, '');
  assert.ok(err.endsWith('\r\u001b[K'));
});

test('on a terminal the progress line is gone before the summary', async () => {
  let screen = '';
  const write = (text: string) => {
    screen += text;
  };
  const host = memoryHost(memoryFileSystem(healthyJobs('a', 'b')), { terminal: { out: true, err: true } });
  assert.equal(await main({ ...host, argv: ['check'], write, warn: write }), 0);
  assert.ok(screen.startsWith('\r2 jobs checked\u001b[K\r\u001b[K'), JSON.stringify(screen));
  assert.match(screen, /2 jobs checked for NVFLARE/);
});

test('progress counts in whole words', () => {
  let clock = 0;
  let shown = '';
  const host = memoryHost(memoryFileSystem({}), { terminal: { err: true } });
  const progress = progressOn({ ...host, now: () => (clock += 1000), warn: (text) => (shown += text) });
  progress.step();
  progress.step();
  assert.equal(shown, '\r1 job checked\u001b[K\r2 jobs checked\u001b[K');
});

test('colours are off where NO_COLOR asks for it', async () => {
  const tree = { ...healthyJobs('a'), 'a/meta.json': REFUSED_META };
  const seen = async (env: RunOptions['env']) =>
    (await runCli(['check'], tree, { terminal: { out: true }, ...(env && { env }) })).out;
  assert.ok((await seen({})).includes('\u001b['));
  assert.ok(!(await seen({ NO_COLOR: '1' })).includes('\u001b['));
  assert.ok((await seen({ NO_COLOR: '' })).includes('\u001b['), 'an empty NO_COLOR means nothing');
  assert.ok(!(await seen({ FORCE_COLOR: '0' })).includes('\u001b['));
  assert.ok(!(await seen({ TERM: 'dumb' })).includes('\u001b['));
});

test('FORCE_COLOR asks for colours where there is no terminal, in a text for people alone', async () => {
  const tree = { ...healthyJobs('a'), 'a/meta.json': REFUSED_META };
  const seen = async (env: Record<string, string>, format = 'human') => {
    const { out } = await runCli(['check', '--format', format], tree, { env });
    return out.includes('\u001b[');
  };
  assert.deepEqual(await Promise.all([seen({}), seen({ FORCE_COLOR: '1' }), seen({ FORCE_COLOR: '' })]), [false, true, false]);
  assert.equal(await seen({ FORCE_COLOR: '1', NO_COLOR: '1' }), false);
  for (const format of ['json', 'sarif', 'github']) assert.equal(await seen({ FORCE_COLOR: '1' }, format), false);
});
