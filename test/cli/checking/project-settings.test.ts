import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOUBTFUL_META, healthyJobs, MENDABLE_META, REFUSED_META } from '../../support/healthy-tree';
import { installedPackage, PACKAGE } from '../../support/installed-package';
import type { MemoryTree } from '../../support/memory-file-system';
import { type RunOptions, runCli } from '../../support/memory-host';

/** What a check finds, for which releases, and what it says besides. */
async function check(tree: MemoryTree, args: readonly string[] = ['jobs'], options: RunOptions = {}) {
  const { code, out, err } = await runCli(['check', '--format', 'sarif', ...args], tree, options);
  const [run] = JSON.parse(out).runs as [
    { results: { ruleId: string; level: string }[]; properties: { targetVersions: readonly string[] } },
  ];
  return {
    code,
    err,
    found: run.results.map(({ ruleId, level }) => `${ruleId} ${level}`),
    releases: run.properties.targetVersions,
  };
}

const DOUBTFUL = { ...healthyJobs('jobs/a'), 'jobs/a/meta.json': DOUBTFUL_META };

test('the nearest settings file above a job counts, and no other', async () => {
  assert.deepEqual((await check(DOUBTFUL)).found, ['meta/server-key warning']);
  const off = '{ "rules": { "meta/server-key": "off" } }';
  for (const folder of ['', 'jobs/', 'jobs/a/', '../']) {
    assert.deepEqual((await check({ ...DOUBTFUL, [`${folder}.flare-jobs.json`]: off })).found, [], folder);
  }
  const both = { ...DOUBTFUL, '.flare-jobs.json': off, 'jobs/.flare-jobs.json': '{ "rules": { "meta/server-key": "error" } }' };
  assert.deepEqual((await check(both)).found, ['meta/server-key error']);
  const above = { ...DOUBTFUL, '../.flare-jobs.json': off, '.git/HEAD': '' };
  assert.deepEqual((await check(above)).found, ['meta/server-key warning'], 'nobody looks above the repository');
});

test('an option wins over the file, rule by rule', async () => {
  const tree = { ...DOUBTFUL, '.flare-jobs.json': '{ "rules": { "meta/server-key": "off" }, "targetVersion": "2.8" }' };
  const { found, releases } = await check(tree, ['--rule', 'meta/server-key=info', '--rule', 'ids/unused=off', 'jobs']);
  assert.deepEqual([found, releases], [['meta/server-key note'], ['2.8']]);
  assert.deepEqual((await check(tree, ['--target-version', '2.9', 'jobs'])).releases, ['2.9']);
});

test('--rule tells what it cannot be', async () => {
  const message = async (value: string) => (await runCli(['check', '--rule', value], DOUBTFUL)).err;
  assert.match(await message('meta/server-kye=off'), /there is no rule "meta\/server-kye"; did you mean meta\/server-key\?/);
  assert.match(await message('meta/server-key=of'), /--rule meta\/server-key cannot be "of"; did you mean off\?/);
});

test('a setting silences by path, below the folder of its file', async () => {
  const two = { ...DOUBTFUL, ...healthyJobs('jobs/b'), 'jobs/b/meta.json': DOUBTFUL_META };
  const silenced = { ...two, 'jobs/.flare-jobs.json': '{ "silence": { "a/**": ["meta/server-key"] } }' };
  assert.equal((await check(two)).found.length, 2);
  assert.equal((await check(silenced)).found.length, 1);
});

test('the release is the one of the settings file, else the nearest pin, else the newest', async () => {
  const tree = healthyJobs('jobs/a', 'jobs/b');
  assert.deepEqual((await check(tree)).releases, ['2.9']);
  const pinned = { ...tree, 'requirements.txt': 'nvflare==2.7.2\n', 'jobs/b/pyproject.toml': 'nvflare = "2.6.0"\n' };
  assert.deepEqual((await check(pinned)).releases, ['2.6.0', '2.7.2']);
  assert.deepEqual((await check({ ...pinned, '.flare-jobs.json': '{ "targetVersion": "2.8" }' })).releases, ['2.8']);
  const shown = await runCli(['show', 'jobs/a'], pinned);
  assert.match(shown.out, /for NVFLARE 2\.7\.2/);
});

test('a broken settings file is told once with its place, and the check is not complete', async () => {
  const tree = { ...healthyJobs('jobs/a', 'jobs/b'), 'jobs/.flare-jobs.json': '{\n  "rules": { "ids/unsued": "off" }\n}\n' };
  const { code, err } = await check(tree);
  assert.equal(err, 'flare-jobs: jobs/.flare-jobs.json:2:14: there is no rule "ids/unsued"; did you mean "ids/unused"?\n');
  assert.equal(code, 2);
});

test('what is silenced is not fixed', async () => {
  const tree = { ...healthyJobs('job'), 'job/meta.json': MENDABLE_META };
  const off = { ...tree, '.flare-jobs.json': '{ "silence": { "job/**": "*" } }' };
  assert.notEqual((await runCli(['check', '--fix', 'job'], tree)).fs.texts()['job/meta.json'], MENDABLE_META);
  assert.equal((await runCli(['check', '--fix', 'job'], off)).fs.texts()['job/meta.json'], MENDABLE_META);
});

test('what is installed in the active environment, or in that of the folder, counts before a pin and after the settings file', async () => {
  const packages = (prefix: string, version: string) => ({
    [`${prefix}/lib/python3.11/site-packages/nvflare-${version}.dist-info/METADATA`]: '',
    [`${prefix}/lib/python3.11/site-packages/nvflare/__init__.py`]: '',
  });
  const tree = {
    ...healthyJobs('jobs/a'),
    'requirements.txt': 'nvflare==2.4.0\n',
    ...packages('.venv', '2.7.2'),
    ...packages('../env', '2.8.0'),
  };
  assert.deepEqual((await check(tree)).releases, ['2.7.2']);
  assert.deepEqual((await check(tree, ['jobs'], { env: { VIRTUAL_ENV: '/env' } })).releases, ['2.8.0']);
  assert.deepEqual((await check(tree, ['jobs'], { env: { VIRTUAL_ENV: '/nowhere' } })).releases, ['2.7.2']);
  assert.deepEqual((await check(tree, ['--target-version', '2.9', 'jobs'])).releases, ['2.9']);
  assert.deepEqual((await check({ ...tree, '.flare-jobs.json': '{ "targetVersion": "2.6" }' })).releases, ['2.6']);
});

test('an installed NVFLARE that no catalogue knows is read, on the command line as well', async () => {
  const job = healthyJobs('job');
  const own = installedPackage({
    'app_common/np/np_trainer.py': 'from nvflare.apis.executor import Executor\nclass NPTrainer(Executor): pass\n',
  });
  const info = (version: string) => ({ [`${PACKAGE.replace(/nvflare$/, '')}nvflare-${version}.dist-info/METADATA`]: '' });
  const env = { VIRTUAL_ENV: '/work/env' };
  const run = async (version: string) => runCli(['check', 'job'], { ...job, ...own, ...info(version) }, { env });
  const read = await run('2.10.0');
  assert.match(read.out, /in NVFLARE 2\.10\.0 \(installed\) there is no module nvflare\.app_common\.workflows/);
  assert.match(read.out, /1 job checked for NVFLARE 2\.10\.0 \(installed\)/);
  assert.match((await run('2.9.0')).out, /1 job checked for NVFLARE 2\.9\.0: no problem found/);
});

test('jobs in the source of NVFLARE are checked for what that source says', async () => {
  const source = Object.fromEntries(
    Object.entries(installedPackage({ 'apis/job_def.py': '', 'apis/app_deployer_spec.py': '' })).map(([path, text]) => [
      path.replace(PACKAGE, 'nvflare'),
      text,
    ]),
  );
  const { out } = await runCli(['check', 'examples/job'], { ...healthyJobs('examples/job'), ...source, 'setup.py': '' });
  assert.match(out, /in NVFLARE 2\.4 \(checkout\) there is no module nvflare\.app_common\.workflows/);
  assert.match(out, /1 job checked for NVFLARE 2\.4 \(checkout\)/);
});

test('a job that the server would refuse fails and says so, whatever is silenced', async () => {
  const tree = { ...healthyJobs('job'), 'job/meta.json': REFUSED_META, '.flare-jobs.json': '{ "silence": { "**": "*" } }' };
  const { code, out } = await runCli(['check', 'job'], tree);
  assert.equal(out, '1 job checked for NVFLARE 2.9: all that was found is silenced; the server would refuse it\n');
  assert.equal(code, 1);
});
