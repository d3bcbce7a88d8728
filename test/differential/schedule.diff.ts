// Does our replay of the scheduler decide as NVFLARE's own scheduler and resource managers do? Random jobs on random sites.
//   FLARE_JOBS_PYTHON=/path/to/python   an interpreter with nvflare 2.9
//   FLARE_JOBS_RUNS=6000                how many cases
//   FLARE_JOBS_SEED=1                   which ones
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { modelOf } from '../../src/core/analyze';
import { LIGHT_FORMATS } from '../../src/core/formats/index';
import type { Job } from '../../src/core/job/model';
import { NEWEST } from '../../src/core/job/release';
import { ANY_OFFER, gpuOffer, type Offer, type Outcome, scheduleJob, UNKNOWN_OFFER } from '../../src/core/schedule/index';
import { sourcesOf } from '../support/example-job';
import { startOracle } from './oracle-client';
import { type OfferData, SCHEDULE_CASE, type ScheduleCase } from './schedule-cases';

const runs = Number(process.env['FLARE_JOBS_RUNS'] ?? 6000);
const seed = Number(process.env['FLARE_JOBS_SEED'] ?? 1);
const CASES_OF_A_BATCH = 500;

/** What the oracle says of a case. */
interface Theirs {
  readonly decision: string;
  readonly reason: string | null;
  readonly sites: Readonly<Record<string, string>>;
  readonly asked: Readonly<Record<string, { readonly enough: boolean; readonly raised: boolean }>>;
}

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
      const ours = summary(scheduleJob(jobOf(each.meta), networkOf(each)));
      const wanted = {
        decision: theirs.decision,
        cause: causeIn(theirs),
        sites: theirs.sites,
        asked: theirs.decision === 'fails' ? {} : theirs.asked,
      };
      if (JSON.stringify(sorted(ours)) !== JSON.stringify(sorted(wanted))) {
        differences.push(`NVFLARE ${JSON.stringify(theirs)}\n    ours ${JSON.stringify(ours)}\n    ${JSON.stringify(each)}`);
      }
    });
  }
  oracle.close();
  context.diagnostic(`${cases.length} cases, ${JSON.stringify(seen)}; ${differences.length} differences`);
  assert.deepEqual(differences.slice(0, 10), []);
  for (const decision of ['starts', 'waits', 'gives-up', 'fails']) {
    assert.ok((seen[decision] ?? 0) > runs / 100, `too few cases end with ${decision}`);
  }
});

function jobOf(meta: string): Job {
  return modelOf(sourcesOf('job', new Map([['meta.json', meta]])), { target: NEWEST, formats: LIGHT_FORMATS }).job;
}

function networkOf({ up, offers }: ScheduleCase) {
  const byName = new Map(Object.entries(offers).map(([site, offer]) => [site, offerOf(offer)]));
  return { up, known: [], offers: byName, otherwise: UNKNOWN_OFFER };
}

function offerOf(offer: OfferData): Offer {
  switch (offer.kind) {
    case 'gpus':
      return gpuOffer(offer.gpus, offer.memory);
    case 'units':
      return { kind: 'units', units: new Map(Object.entries(offer.units)) };
    case 'anything':
      return ANY_OFFER;
  }
}

function summary({ decision, cause, sites, serverApp }: Outcome) {
  const runs = sites.filter(({ state }) => state === 'runs');
  // A crash in the middle leaves nothing behind in NVFLARE, not even what it found out before.
  const asked = sites.flatMap(({ site, isAsked, answer }) =>
    isAsked && decision !== 'fails'
      ? [[site, { enough: answer.kind === 'enough', raised: answer.kind === 'raises' || answer.kind === 'refused' }] as const]
      : [],
  );
  return {
    decision,
    cause: cause && decision !== 'fails' ? (cause.kind === 'mandatory-twice' ? 'mandatory-without-resources' : cause.kind) : null,
    sites: decision === 'starts' ? { ...Object.fromEntries(runs.map(({ site, app }) => [site, app])), server: serverApp } : {},
    asked: Object.fromEntries(asked),
  };
}

/** Their reason in our terms. */
function causeIn({ decision, reason }: Theirs): string | null {
  if (decision === 'fails' || decision === 'starts') return null;
  // Where the author's history is no list, the last attempt cannot be written down.
  if (decision === 'gives-up' && reason === null) return 'too-many-attempts';
  const known = REASONS.find(([pattern]) => pattern.test(reason ?? ''));
  return known ? known[1] : `unknown reason ${reason}`;
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^no deploy map$/, 'no-deploy-map'],
  [/^exceeded max schedule count/, 'too-many-attempts'],
  [/^required sites must be a list$|^invalid required site/, 'mandatory-not-a-list'],
  [/^missing required site/, 'mandatory-not-connected'],
  [/^connected sites/, 'too-few-connected'],
  [/^error checking resources$/, 'nobody-asked'],
  [/^not enough sites have enough resources/, 'too-few-with-resources'],
  [/^required sites: .* don't have enough resources/, 'mandatory-without-resources'],
];

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}
