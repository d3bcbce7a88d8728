import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COMMANDS } from '../../src/cli/commands/index';
import { healthyJobs, REFUSED_META } from '../support/healthy-tree';
import { memoryFileSystem } from '../support/memory-file-system';
import { runCli, runOn } from '../support/memory-host';

/** Mistakes at the keyboard, and the first line of the answer to each. */
const MISTAKES: readonly (readonly [argv: readonly string[], answer: string])[] = [
  [['chek'], 'unknown command "chek"; did you mean check?'],
  [['frobnicate'], `unknown command "frobnicate"; there are ${COMMANDS.map(({ name }) => name).join(', ')}`],
  [['jobs'], 'unknown command "jobs"; did you mean flare-jobs check jobs?'],
  [['check', '--formt', 'json'], 'unknown option --formt; did you mean --format?'],
  [['check', '-z'], 'unknown option -z'],
  [['check', '--format'], '--format needs a value: human, json, sarif, github'],
  [['check', '--format=jason'], '--format cannot be "jason"; did you mean json?; it can be human, json, sarif, github'],
  [['check', '--fail-on', 'hint'], '--fail-on cannot be "hint"; it can be error, warning, info'],
  [['check', '--fix=yes'], '--fix takes no value'],
  [['show', 'jobs'], 'jobs holds several jobs, jobs/a and jobs/b among them; name one of them'],
  [['diff'], 'diff needs two jobs, or one with --git'],
  [['diff', 'jobs/a'], 'diff needs two jobs, or one with --git'],
  [['diff', 'a', 'b', 'c'], 'diff takes two jobs'],
  [['diff', '--git'], 'diff --git needs the folder of a job'],
  [['diff', 'a', '--git', 'b', 'c'], 'diff --git takes one job and one commit'],
  [['convert'], 'convert needs a file'],
  [['convert', 'a.json', 'b.json'], 'convert takes one file'],
  [['convert', 'a.txt'], 'a.txt has no ending that NVFLARE reads a configuration by: .json, .conf, .yml or .yaml'],
  [['convert', 'a.json'], 'convert needs --to json, --to hocon or --to yaml'],
  [['convert', 'a.json', '--to', 'json'], 'a.json is json already'],
  [['explain'], 'explain needs the code of a rule, deploy-map/no-server for instance'],
  [['explain', 'deploy-map/no-sever'], 'there is no rule "deploy-map/no-sever"; did you mean deploy-map/no-server?'],
  [['--', 'check'], `a command is missing; there are ${COMMANDS.map(({ name }) => name).join(', ')}`],
  [['check', ''], 'an argument is empty'],
  [['help', '--formt'], 'unknown option --formt'],
  [['help', 'chek'], 'unknown command "chek"; did you mean check?'],
];

/** The commands that are about one job. */
const OF_ONE_JOB = ['show', 'preview', 'leaves', 'steps', 'schedule', 'manifest'];
const OPERANDS = OF_ONE_JOB.flatMap((name): typeof MISTAKES => [
  [[name], `${name} needs the folder of a job`],
  [[name, 'jobs/a', 'jobs/b'], `${name} takes one job`],
]);

for (const [argv, answer] of [...MISTAKES, ...OPERANDS]) {
  test(`flare-jobs ${argv.join(' ')}: ${answer}`, async () => {
    const { code, out, err } = await runCli(argv, healthyJobs('jobs/a', 'jobs/b'));
    assert.deepEqual([code, out, err.split('\n')[0]], [2, '', `flare-jobs: ${answer}`]);
  });
}

test('after a mistake the help of the command is named that was called', async () => {
  const hint = async (...argv: readonly string[]) => (await runCli(argv, healthyJobs('jobs/a'))).err.split('\n')[1];
  assert.equal(await hint('show'), 'Try: flare-jobs show --help');
  assert.equal(await hint('check', '--formt'), 'Try: flare-jobs check --help');
  assert.equal(await hint('chek'), 'Try: flare-jobs --help');
});

test('help and version', async () => {
  const help = await runCli(['--help']);
  assert.equal(help.code, 0);
  for (const { name, summary } of COMMANDS) {
    assert.ok(help.out.includes(`flare-jobs ${name}`) && help.out.includes(summary));
    const own = await runCli([name, '--help']);
    assert.deepEqual([own.code, own.err], [0, '']);
    assert.ok(own.out.includes(`Usage: flare-jobs ${name}`));
    assert.equal((await runCli(['help', name])).out, own.out);
  }
  for (const argv of [['help'], ['help', '--help'], ['-h']]) assert.equal((await runCli(argv)).out, help.out);
  assert.match((await runCli(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
  assert.match((await runCli(['check', '--version'])).out, /^\d+\.\d+\.\d+\n$/);
  const nothing = await runCli([]);
  assert.deepEqual([nothing.code, nothing.out], [2, '']);
  assert.equal(nothing.err, help.out);
});

test('no line of the help is wider than a terminal of 120 columns', async () => {
  for (const argv of [['--help'], ...COMMANDS.map(({ name }) => [name, '--help'])]) {
    for (const line of (await runCli(argv)).out.split('\n')) assert.ok(line.length <= 120, line);
  }
});

test('what stands behind -- is a path', async () => {
  const { out } = await runCli(['check', '--format', 'json', '--', '--odd'], healthyJobs('--odd'));
  assert.equal(JSON.parse(out).jobs[0].folder, '--odd');
});

test('an error of our own is told with its place and never passes for a clean job', async () => {
  const fs = {
    ...memoryFileSystem(healthyJobs('job')),
    list(): never {
      throw new Error('broken');
    },
  };
  const { code, err } = await runOn(fs, ['check', 'job']);
  assert.equal(code, 2);
  assert.match(err, /internal error, please report it: Error: broken\n.* at /);
});

test('what was found before an error of our own is told', async () => {
  const fs = memoryFileSystem({ ...healthyJobs('a', 'b'), 'a/meta.json': REFUSED_META });
  const breaking: typeof fs = {
    ...fs,
    read(file) {
      if (file.startsWith('b/')) throw new Error('broken');
      return fs.read(file);
    },
  };
  const { code, out, err } = await runOn(breaking, ['check'], { terminal: { err: true } });
  assert.equal(code, 2);
  assert.match(out, /^a\/meta\.json:\d+:\d+: error: /);
  assert.match(err, /internal error, please report it: Error: broken/);
});
