import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthyJobs } from '../../support/healthy-tree';
import { runCli } from '../../support/memory-host';

const SITES = Array.from({ length: 60 }, (_, i) => `site-${i}`);

/** A job whose sites all have the same mistakes, side by side, that fixes mend without asking. */
function manyMistakes(): string {
  const blocks = Object.fromEntries(SITES.map((site) => [site, { num_of_gpus: '1', mem_per_gpu_in_GiB: 4 }]));
  return JSON.stringify(
    { name: 'demo', min_clients: '1', deploy_map: { app: ['server', ...SITES] }, resource_spec: blocks },
    undefined,
    2,
  );
}

test('--fix: many fixes in one file are made together, and what is left is reported', async () => {
  const before = manyMistakes();
  const { fs, err } = await runCli(['check', '--fix', 'job'], { ...healthyJobs('job'), 'job/meta.json': before });
  const after = fs.texts()['job/meta.json'] ?? '';
  assert.equal(
    after,
    before.replaceAll('"num_of_gpus": "1"', '"num_of_gpus": 1').replace('"min_clients": "1"', '"min_clients": 1'),
  );
  assert.equal(err.trimEnd().split('\n').length, SITES.length + 1, 'each fix is told');
  const reads = fs.asked.filter((path) => path === 'job/meta.json').length;
  assert.ok(reads <= 4, `the file was read ${reads} times`);
});

test('--fix: a disk that refuses is told, nothing is changed, and the exit code is 2', async () => {
  const tree = { ...healthyJobs('job'), 'job/meta.json': manyMistakes() };
  const { code, err, fs } = await runCli(['check', '--fix', 'job'], tree, { isReadOnly: true });
  assert.equal(code, 2);
  assert.equal(err, 'flare-jobs: job/meta.json was not changed: the disk is read-only\n');
  assert.equal(fs.texts()['job/meta.json'], manyMistakes());
});

test('--fix: a file in another format keeps its comments', async () => {
  const yaml = '# ours\nname: demo # really\nmin_clients: "1" # one\ndeploy_map:\n  app: ["@ALL"]\n';
  const { 'job/meta.json': _, ...apps } = healthyJobs('job') as Record<string, string>;
  const { fs, code } = await runCli(['check', '--fix', 'job'], { ...apps, 'job/meta.yml': yaml });
  assert.equal(fs.texts()['job/meta.yml'], yaml.replace('"1"', '1'));
  assert.equal(code, 0);
});
