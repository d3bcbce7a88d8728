import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthyJobs } from '../support/healthy-tree';
import { runCli } from '../support/memory-host';

const POLICY =
  '{ "format_version": "1.0", "permissions": { "lead": { "submit_job": "any", "byoc": "o:site" }, "member": { "view": "any" } } }';
const TREE = {
  ...healthyJobs('jobs/demo'),
  'jobs/demo/app/custom/data.csv': 'a,b\n1,2\n',
  'poc/server/startup/fed_server.json': '{}',
  'poc/server/local/authorization.json': POLICY,
  'poc/site-1/local/authorization.json.default': POLICY,
};

test('manifest: the files, what to look at first, and who may submit the job', async () => {
  const { code, out, err } = await runCli(['manifest', 'jobs/demo', '--sites', 'poc'], TREE);
  assert.deepEqual([code, err], [1, '']);
  const lines = out.split('\n');
  assert.match(
    out,
    /^demo jobs\/demo\/meta\.json, for NVFLARE 2.9\n4 files in 3 folders, [\d.]+ KB; the archive has [\d.]+ KB\nsha256:[0-9a-f]{64}\n/,
  );
  assert.ok(lines.includes('  jobs/demo/app/custom/data.csv  it looks like a table of data  8 B'), out);
  assert.ok(lines.includes('  the app app has a folder "custom" (1 file); the right "byoc" is needed at all sites'), out);
  assert.ok(lines.includes('  lead  may submit: yes; byoc at server: if o:site; byoc at site-1: if o:site'), out);
  assert.ok(lines.includes('  member  may submit: no; byoc at server: no; byoc at site-1: no'), out);
  assert.ok(
    lines.some((line) => /^ +8 B {2}app\/custom\/data.csv$/.test(line)),
    out,
  );
});

test('manifest: where the policy of the server is not known, nothing is said of submitting', async () => {
  const { 'poc/server/local/authorization.json': _, ...sites } = TREE;
  const { out } = await runCli(['manifest', 'jobs/demo', '--sites', 'poc'], sites);
  assert.match(out, /^ {2}lead {2}byoc at site-1: if o:site$/m);
});

test('manifest: nothing to look at, no code of its own', async () => {
  const { code, out } = await runCli(['manifest', 'jobs/demo'], healthyJobs('jobs/demo'));
  assert.equal(code, 0);
  assert.match(out, /Look at these first\n {2}nothing\n\nCode of its own \(BYOC\)\n {2}none\n/);
});

test('manifest: a class that sites do not allow', async () => {
  const tree = healthyJobs('jobs/demo');
  const client =
    '{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.executors.ipc_exchanger.IPCExchanger" } }] }';
  const { out } = await runCli(['manifest', 'jobs/demo'], { ...tree, 'jobs/demo/app/config/config_fed_client.json': client });
  assert.match(
    out,
    /Classes that sites do not allow by default\n {2}"nvflare.app_common.executors.ipc_exchanger.IPCExchanger" is not among/,
  );
});

test('manifest --format json', async () => {
  const { code, out } = await runCli(
    ['manifest', 'jobs/demo', '--format', 'json', '--largest', '0.0000001', '--sites', 'poc', '--role', 'lead'],
    TREE,
  );
  const shown = JSON.parse(out);
  assert.equal(code, 1);
  assert.deepEqual([shown.version, shown.name, shown.folder], [1, 'demo', 'jobs/demo']);
  assert.deepEqual(
    shown.concerns.map(({ kind, path }: { kind: string; path: string }) => `${kind} ${path}`),
    [
      'data jobs/demo/app/custom/data.csv',
      'large jobs/demo/app/config/config_fed_client.json',
      'large jobs/demo/app/config/config_fed_server.json',
      'large jobs/demo/app/custom/data.csv',
      'large jobs/demo/meta.json',
    ],
  );
  assert.deepEqual(
    shown.roles.map(({ role }: { role: string }) => role),
    ['lead'],
  );
  assert.equal(shown.notAllowed, null);
});

test('manifest: mistakes at the keyboard', async () => {
  const { code, err } = await runCli(['manifest', 'jobs/demo', '--largest', 'much'], TREE);
  assert.deepEqual(
    [code, err.split('\n')[0]],
    [2, 'flare-jobs: --largest cannot be "much"; it is a number of megabytes such as 10'],
  );
});
