import { modelOf } from '../../src/core/analyze';
import { LIGHT_FORMATS } from '../../src/core/formats/index';
import type { Job } from '../../src/core/job/model';
import { isSince, type Release } from '../../src/core/job/release';
import { ANY_OFFER, gpuOffer, type Offer, type Outcome, scheduleJob, UNKNOWN_OFFER } from '../../src/core/schedule/index';
import type { OfferData, ScheduleCase } from '../differential/schedule-cases';
import { sourcesOf } from './example-job';

/** What our replay says of a case, as far as NVFLARE tells it, too. */
export interface OurOutcome {
  readonly decision: string;
  readonly cause: string | null;
  readonly sites: Readonly<Record<string, string | undefined>>;
  readonly asked: Readonly<Record<string, { readonly enough: boolean; readonly raised: boolean }>>;
}

/** Replays a case. */
export function ourOutcome(each: ScheduleCase, target: Release): OurOutcome {
  // Only since 2.9 the site says that its manager raised an exception.
  const tellsRaised = isSince(target, '2.9');
  return summary(scheduleJob(jobOf(each.meta, target), networkOf(each)), tellsRaised);
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

function summary({ decision, cause, sites, serverApp }: Outcome, tellsRaised: boolean): OurOutcome {
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
