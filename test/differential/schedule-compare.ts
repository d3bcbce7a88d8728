import { modelOf } from '../../src/core/analyze';
import { LIGHT_FORMATS } from '../../src/core/formats/index';
import type { Job } from '../../src/core/job/model';
import { isSince, type Release } from '../../src/core/job/release';
import { ANY_OFFER, gpuOffer, type Offer, type Outcome, scheduleJob, UNKNOWN_OFFER } from '../../src/core/schedule/index';
import { sourcesOf } from '../support/example-job';
import type { OfferData, ScheduleCase } from './schedule-cases';

/** What the oracle says of a case. */
export interface Theirs {
  readonly decision: string;
  readonly reason: string | null;
  readonly sites: Readonly<Record<string, string>>;
  readonly asked: Readonly<Record<string, { readonly enough: boolean; readonly raised: boolean }>>;
}

/** How our replay and NVFLARE differ in a case; `undefined` where they do not. */
export function differenceIn(each: ScheduleCase, theirs: Theirs, target: Release): string | undefined {
  // Only since 2.9 the site says that its manager raised an exception.
  const tellsRaised = isSince(target, '2.9');
  const ours = summary(scheduleJob(jobOf(each.meta, target), networkOf(each)), tellsRaised);
  const asked = theirs.decision === 'fails' ? {} : theirs.asked;
  const wanted = { decision: theirs.decision, cause: causeIn(theirs), sites: theirs.sites, asked };
  if (JSON.stringify(sorted(ours)) === JSON.stringify(sorted(wanted))) return undefined;
  return `NVFLARE ${JSON.stringify(theirs)}\n    ours ${JSON.stringify(ours)}\n    ${JSON.stringify(each)}`;
}

function jobOf(meta: string, target: Release): Job {
  return modelOf(sourcesOf('job', new Map([['meta.json', meta]])), { target, formats: LIGHT_FORMATS }).job;
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

function summary({ decision, cause, sites, serverApp }: Outcome, tellsRaised: boolean) {
  const runs = sites.filter(({ state }) => state === 'runs');
  // A crash in the middle leaves nothing behind in NVFLARE, not even what it found out before.
  const asked = sites.flatMap(({ site, isAsked, answer }) =>
    isAsked && decision !== 'fails'
      ? [
          [
            site,
            { enough: answer.kind === 'enough', raised: tellsRaised && (answer.kind === 'raises' || answer.kind === 'refused') },
          ] as const,
        ]
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
