// Does our replay of the scheduler decide as those of older releases do? Their wheels from PyPI are unpacked, and the oracle runs on
// their code; what they depend on is that of the installed release.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare
//   FLARE_JOBS_RUNS=2000                how many cases for each release
//   FLARE_JOBS_SEED=1                   which ones
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { isSince, parseRelease } from '../../src/core/job/release';
import { PYTHON, startOracle } from './oracle-client';
import { SCHEDULE_CASE, type ScheduleCase } from './schedule-cases';
import { differenceIn, type Theirs } from './schedule-compare';

const runs = Number(process.env['FLARE_JOBS_RUNS'] ?? 2000);
const seed = Number(process.env['FLARE_JOBS_SEED'] ?? 1);

/** The last of each line; up to 2.3 server and clients talk in another way. */
const RELEASES = ['2.4.2', '2.5.2', '2.6.3', '2.7.3', '2.8.3'];
const WHEELS = '.cache/wheels';

const root = mkdtempSync(join(tmpdir(), 'flare-jobs-'));
after(() => rmSync(root, { recursive: true, force: true }));

for (const version of RELEASES) {
  test(`the scheduler of ${version}`, { timeout: 1_800_000 }, async (context) => {
    const target = parseRelease(version);
    assert.ok(target);
    const folder = join(root, version);
    execFileSync(PYTHON, ['-m', 'zipfile', '-e', wheel(version), folder]);
    const oracle = startOracle(folder);
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

function wheel(version: string): string {
  mkdirSync(WHEELS, { recursive: true });
  const find = () => readdirSync(WHEELS).find((file) => file.startsWith(`nvflare-${version}-`) && file.endsWith('.whl'));
  if (!find()) {
    const options = ['download', '--quiet', '--no-deps', '--only-binary', ':all:', '--dest', WHEELS, `nvflare==${version}`];
    execFileSync(PYTHON, ['-m', 'pip', ...options], { stdio: 'inherit' });
  }
  const found = find();
  assert.ok(found && existsSync(join(WHEELS, found)), `pip gave no wheel of nvflare ${version}`);
  return join(WHEELS, found);
}
