// Does our replay of the scheduler decide as those of older releases do? Their wheels from PyPI are unpacked, and the oracle runs on
// their code; what they depend on is that of the installed release.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare
//   FLARE_JOBS_RUNS=2000                how many cases for each release
//   FLARE_JOBS_SEED=1                   which ones
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { isSince, parseRelease } from '../../src/core/job/release';
import { startOracle } from './oracle-client';
import { unpackRelease } from './releases';
import { SCHEDULE_CASE, type ScheduleCase } from './schedule-cases';
import { differenceIn, type Theirs } from './schedule-compare';

const runs = Number(process.env['FLARE_JOBS_RUNS'] ?? 2000);
const seed = Number(process.env['FLARE_JOBS_SEED'] ?? 1);

/** The last of each line; up to 2.3 server and clients talk in another way. */
const RELEASES = ['2.4.2', '2.5.2', '2.6.3', '2.7.3', '2.8.3'];

const root = mkdtempSync(join(tmpdir(), 'flare-jobs-'));
after(() => rmSync(root, { recursive: true, force: true }));

for (const version of RELEASES) {
  test(`the scheduler of ${version}`, { timeout: 1_800_000 }, async (context) => {
    const target = parseRelease(version);
    assert.ok(target);
    const oracle = startOracle(unpackRelease(version, root));
    const hasPassthrough = isSince(target, '2.8');
    const cases = fc.sample(SCHEDULE_CASE, { seed, numRuns: runs }).map((each) => (hasPassthrough ? each : withoutAny(each)));
    const seen: Record<string, number> = {};
    const differences: string[] = [];
    const reply = await oracle.ask('schedule', { cases });
    assert.ok(Array.isArray(reply.ok), `${reply.error} ${reply.error && reply.message}`);
    cases.forEach((each, i) => {
      const theirs = (reply.ok as unknown as readonly Theirs[])[i] as Theirs;
      seen[theirs.decision] = (seen[theirs.decision] ?? 0) + 1;
      const difference = differenceIn(each, theirs, target);
      if (difference) differences.push(difference);
    });
    oracle.close();
    context.diagnostic(`${cases.length} cases, ${JSON.stringify(seen)}; ${differences.length} differences`);
    assert.deepEqual(differences.slice(0, 10), []);
    assert.ok((seen['starts'] ?? 0) > runs / 50 && (seen['waits'] ?? 0) > runs / 50);
  });
}

/** A manager that takes every request came with 2.8. */
function withoutAny(each: ScheduleCase): ScheduleCase {
  const offers = Object.entries(each.offers).map(([site, offer]) => [site, offer.kind === 'anything' ? FOUR_GPUS : offer]);
  return { ...each, offers: Object.fromEntries(offers) };
}

const FOUR_GPUS = { kind: 'gpus', gpus: 4, memory: 16 } as const;
