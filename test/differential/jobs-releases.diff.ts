// Is our verdict for an older release that of its own validator? Random whole jobs; the wheels come from PyPI, and what they depend on is
// that of the installed release.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare
//   FLARE_JOBS_RUNS=2000                how many jobs for each release
//   FLARE_JOBS_SEED=1                   which ones
//   FLARE_JOBS_BOUNDED=1                only the two releases at which most changed
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { isSince, lineOf } from '../../src/core/job/release';
import { differenceOf, shown, validate } from './jobs-compare';
import { startOracle } from './oracle-client';
import { CATALOGUED, unpackRelease } from './releases';
import { type JobFiles, WHOLE_JOB } from './whole-jobs';

const runs = Number(process.env['FLARE_JOBS_RUNS'] ?? 2000);
const seed = Number(process.env['FLARE_JOBS_SEED'] ?? 1);
const isBounded = process.env['FLARE_JOBS_BOUNDED'] !== undefined;

const root = mkdtempSync(join(tmpdir(), 'flare-jobs-'));
after(() => rmSync(root, { recursive: true, force: true }));

const OLDER = CATALOGUED.filter(({ release }) => isSince(release, '2.3') && !isSince(release, '2.9'));
const LINES = isBounded ? ['2.3', '2.6'] : OLDER.map(({ release }) => lineOf(release));

for (const { version, release } of OLDER.filter((each) => LINES.includes(lineOf(each.release)))) {
  test(`the validator of ${version}`, { timeout: 1_800_000 }, async (context) => {
    const oracle = startOracle(unpackRelease(version, root));
    try {
      assert.equal((await oracle.ask('validator', { do: 'version' })).ok, version);
      const jobs = fc.sample(WHOLE_JOB, { seed, numRuns: runs }).filter((files) => isSince(release, '2.4') || isKnown(files));
      const verdicts = await validate(oracle, jobs);
      const differences = verdicts.flatMap((verdict, i) => {
        const files = jobs[i] as JobFiles;
        const difference = differenceOf(files, verdict, release);
        return difference === undefined ? [] : [`${difference}\n${shown(files)}`];
      });
      const valid = verdicts.filter((verdict) => verdict.valid).length;
      context.diagnostic(`${jobs.length} jobs, ${valid} valid; ${differences.length} differences`);
      assert.deepEqual(differences.slice(0, 3), []);
      assert.ok(valid > jobs.length / 20 && valid < jobs.length * 0.9, 'the jobs are neither all right nor all wrong');
    } finally {
      oracle.close();
    }
  });
}

/** Up to 2.3 Python's json found out the encoding of the meta file, which nothing is said about; and a folder without one is an app. */
function isKnown(files: JobFiles): boolean {
  const meta = files['meta.json'];
  return typeof meta === 'string';
}
