// Does our replay of the scheduler decide as NVFLARE's own scheduler and resource managers do? Random jobs on random sites.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare 2.9
//   FLARE_JOBS_RUNS=6000                how many cases
//   FLARE_JOBS_SEED=1                   which ones
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NEWEST } from '../../src/core/job/release';
import { startOracle } from './oracle-client';
import { SCHEDULE_CASE } from './schedule-cases';
import { differenceIn, type Theirs } from './schedule-compare';

const runs = Number(process.env['FLARE_JOBS_RUNS'] ?? 6000);
const seed = Number(process.env['FLARE_JOBS_SEED'] ?? 1);
const CASES_OF_A_BATCH = 500;

test('random jobs on random sites: the decision, the sites, the reason and each answer are those of NVFLARE', {
  timeout: 1_800_000,
}, async (context) => {
  const oracle = startOracle();
  const seen: Record<string, number> = {};
  const differences: string[] = [];
  const cases = fc.sample(SCHEDULE_CASE, { seed, numRuns: runs });
  for (let from = 0; from < cases.length; from += CASES_OF_A_BATCH) {
    const batch = cases.slice(from, from + CASES_OF_A_BATCH);
    const reply = await oracle.ask('schedule', { cases: batch });
    assert.ok(Array.isArray(reply.ok), reply.error);
    batch.forEach((each, i) => {
      const theirs = (reply.ok as unknown as readonly Theirs[])[i] as Theirs;
      seen[theirs.decision] = (seen[theirs.decision] ?? 0) + 1;
      const difference = differenceIn(each, theirs, NEWEST);
      if (difference) differences.push(difference);
    });
  }
  oracle.close();
  context.diagnostic(`${cases.length} cases, ${JSON.stringify(seen)}; ${differences.length} differences`);
  assert.deepEqual(differences.slice(0, 10), []);
  for (const decision of ['starts', 'waits', 'gives-up', 'fails']) {
    assert.ok((seen[decision] ?? 0) > runs / 100, `too few cases end with ${decision}`);
  }
});
