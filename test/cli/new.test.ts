import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeFileSystem } from '../../src/cli/node/file-system';
import { TEMPLATES } from '../../src/core/create/index';
import { runCli, runOn } from '../support/memory-host';
import { tempFolder } from '../support/temp-folder';

test('a job is made whole, and the command line finds nothing wrong with it', async () => {
  for (const { name } of TEMPLATES) {
    const made = await runCli(['new', `jobs/${name}-job`, '--template', name, '--sites', 'site-1,site-2', '--format', 'hocon']);
    assert.deepEqual([made.code, made.err], [0, ''], name);
    const files = made.fs.texts();
    assert.match(files[`jobs/${name}-job/meta.conf`] ?? '', new RegExp(`^name = "${name}-job"\nmin_clients = 2\n`));
    for (const file of Object.keys(files)) assert.ok(made.out.includes(`${file}\n`), file);
    const checked = await runCli(['check', 'jobs'], files);
    assert.deepEqual([checked.code, checked.out], [0, '1 job checked for NVFLARE 2.9: no problem found\n'], name);
  }
});

test('without a folder the job is named after its template, is JSON and goes to all sites', async () => {
  const { code, out, fs } = await runCli(['new', '--template', 'empty']);
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(fs.texts()['empty/meta.json'] ?? ''), {
    name: 'empty',
    min_clients: 2,
    deploy_map: { app: ['@ALL'] },
  });
  assert.match(out, /\nTo check it: flare-jobs check empty\nTo try it: nvflare simulator empty -n 2\n$/);
});

test('the release is the one that is asked for, else what the project says', async () => {
  const client = 'job/app/config/config_fed_client.json';
  const pinned = await runCli(['new', 'job', '--template', 'fedavg-numpy'], { 'requirements.txt': 'nvflare==2.7.1\n' });
  assert.match(pinned.fs.texts()[client] ?? '', /InProcessClientAPIExecutor/);
  assert.match(pinned.out, /made for NVFLARE 2\.7\.1 /);
  const asked = await runCli(['new', 'job', '--template', 'fedavg-numpy', '-t', '2.3'], {
    'requirements.txt': 'nvflare==2.7.1\n',
  });
  assert.match(asked.fs.texts()[client] ?? '', /trainer\.Trainer/);
  assert.ok(asked.fs.texts()['job/app/custom/trainer.py']);
});

test('nothing is overwritten, not even an empty folder', async () => {
  const tree = { 'job/notes.txt': 'mine' };
  const { code, err, fs } = await runCli(['new', 'job', '--template', 'empty'], tree);
  assert.deepEqual([code, fs.texts()], [2, tree]);
  assert.match(err, /^flare-jobs: job exists already; name another folder\n/);
});

test('what comes next can be typed as it is told', async () => {
  const { out } = await runCli(['new', 'my $jobs/a', '--template', 'empty']);
  assert.match(out, /^To check it: flare-jobs check 'my \$jobs\/a'$/m);
  assert.match(out, /^To try it: nvflare simulator 'my \$jobs\/a' /m);
});

test('a folder that cannot be is told with the reason', async (context) => {
  const cwd = tempFolder(context, { 'notes.txt': '' });
  const { code, err } = await runOn(nodeFileSystem(cwd), ['new', 'notes.txt/job', '--template', 'empty'], { cwd });
  assert.equal(code, 2);
  assert.match(err, /^flare-jobs: notes\.txt\/job cannot be made: a part of its path is not a folder\n/);
});

test('the list shows every template, for people and for programs', async () => {
  const shown = await runCli(['new', '--list']);
  assert.equal(shown.code, 0);
  for (const { name, description } of TEMPLATES) assert.ok(shown.out.includes(`  ${name}\n    ${description}\n`), name);
  const { version, templates: listed } = JSON.parse((await runCli(['new', '--list', '--format', 'json'])).out);
  assert.equal(version, 1);
  assert.equal(listed.length, TEMPLATES.length);
  const perSite = TEMPLATES.find(({ name }) => name === 'per-site');
  assert.deepEqual(
    listed.find(({ name }: { name: string }) => name === 'per-site'),
    {
      name: 'per-site',
      goal: 'Give each site its own app',
      framework: 'NumPy',
      description: perSite?.description,
      next: perSite?.next,
      needsSites: true,
    },
  );
});

test('what cannot be made is said in one line, and nothing is written', async () => {
  for (const [argv, expected] of [
    [[], /new needs --template: fedavg-pytorch, /],
    [['--template', 'fedavg'], /there is no template "fedavg"/],
    [['--template', 'cylic'], /did you mean cyclic\?/],
    [['my job', '--template', 'empty'], /the name of a job has only letters, digits/],
    [['a', 'b', '--template', 'empty'], /new takes one job/],
    [['--template', 'empty', '--sites', 'a,a'], /--sites: "a" is there twice/],
    [['--template', 'empty', '--sites', 'a,@ALL'], /--sites: @ALL stands for all sites/],
    [['--template', 'empty', '--sites', 'a b!'], /"b!" is no name of a site/],
    [['--template', 'empty', '--sites', 'server'], /the server takes part without being named/],
    [['--template', 'cyclic', '--sites', 'a'], /this job needs 2 clients or more/],
    [['--template', 'xgboost', '--sites', 'hospital'], /"hospital" has none; name it as site-1 is/],
    [['--template', 'per-site'], /name them: --sites site-1,site-2/],
    [['--template', 'empty', '-t', '2.2'], /templates for NVFLARE 2\.3 and later, not for 2\.2/],
    [['--template', 'empty', '-t', '2.3', '-f', 'hocon'], /NVFLARE 2\.3 reads jobs in json only/],
    [['--template', 'empty', '-f', 'human'], /--format of a job is json or hocon/],
    [['--list', '-f', 'hocon'], /--format of --list is human or json/],
    [['job', '--list'], /--list makes no job/],
  ] as const) {
    const { code, err, out, fs } = await runCli(['new', ...argv]);
    assert.deepEqual([code, out, fs.texts()], [2, '', {}], argv.join(' '));
    assert.match(err, expected);
  }
});
