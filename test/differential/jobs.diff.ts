// Is our verdict on whole jobs that of NVFLARE's own validator? Random jobs in all formats, many of them wrong somewhere: meta file,
// deploy map, numbers and names of clients, apps and configurations that are missing, misnamed or broken.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare 2.9
//   FLARE_JOBS_RUNS=6000                how many jobs
//   FLARE_JOBS_SEED=1                   which ones
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { NEWEST } from '../../src/core/job/release';
import { differenceOf, shown, type Verdict, validate } from './jobs-compare';
import { startOracle } from './oracle-client';
import { WHOLE_JOB } from './whole-jobs';

const runs = Number(process.env['FLARE_JOBS_RUNS'] ?? 6000);
const seed = Number(process.env['FLARE_JOBS_SEED'] ?? 1);
const JOBS_OF_A_BATCH = 200;

const oracle = startOracle();
after(() => oracle.close());

test('random whole jobs', { timeout: 1_800_000 }, async (context) => {
  const reasons = new Map<string, number>();
  const differences: string[] = [];
  const jobs = fc.sample(WHOLE_JOB, { seed, numRuns: runs });
  for (let from = 0; from < jobs.length; from += JOBS_OF_A_BATCH) {
    const batch = jobs.slice(from, from + JOBS_OF_A_BATCH);
    const verdicts = await validate(oracle, batch);
    batch.forEach((files, i) => {
      const verdict = verdicts[i] as Verdict;
      const reason = verdict.valid ? 'valid' : (verdict.where?.replace(/:\d+$/, '') ?? 'crash');
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      const difference = differenceOf(files, verdict, NEWEST);
      if (difference) differences.push(`${difference}\n${shown(files)}`);
    });
  }
  const counted = [...reasons].sort(([, a], [, b]) => b - a).map(([reason, count]) => `${reason} ${count}`);
  context.diagnostic(`${runs} jobs: ${counted.join(', ')}; ${differences.length} differences`);
  if (differences.length > 0) await showSmallest();
  const valid = reasons.get('valid') ?? 0;
  assert.ok(valid > runs / 10 && valid < runs * 0.9, 'the jobs are neither all right nor all wrong');
  assert.ok(reasons.size > 8, 'the jobs are wrong in many ways');
});

/** Fails with the smallest job that makes a difference; the same seed gives the same jobs. */
async function showSmallest(): Promise<void> {
  const property = fc.asyncProperty(WHOLE_JOB, async (files) => {
    const [verdict] = await validate(oracle, [files]);
    assert.equal(verdict && differenceOf(files, verdict, NEWEST), undefined, shown(files));
  });
  await fc.assert(property, { seed, numRuns: runs });
}
