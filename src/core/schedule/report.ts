import type { Job } from '../job/model';
import type { Fix } from '../rules/finding';
import type { Place } from '../text/range';
import { rangeOf } from '../tree/node';
import type { SupposedNetwork } from './network';
import { offerText } from './offer';
import type { Cause, Decision, SiteOutcome } from './outcome';
import { remedies } from './remedies';
import { scheduleJob } from './schedule-job';
import { askedText, changesText, DECISION_TITLES, decisionText, siteText } from './words';

/** Whether a job will be scheduled, as every host shows it: plain data but for the fixes. */
export interface ScheduleReport {
  readonly decision: Decision;
  /** In two or three words: `does not start`. */
  readonly title: string;
  /** As a sentence without a full stop. */
  readonly text: string;
  readonly cause: Cause['kind'] | undefined;
  /** The key that causes it, in the meta file. */
  readonly at: Place | undefined;
  /** How the clients that are connected were found: typed, or supposed. */
  readonly from: SupposedNetwork['from'];
  readonly sites: readonly ReportedSite[];
  readonly remedies: readonly ReportedRemedy[];
  /** What was typed and not understood, as clauses. */
  readonly mistakes: readonly string[];
}

/** What becomes of one client, in words. */
export interface ReportedSite {
  readonly site: string;
  readonly app: string | undefined;
  readonly mandatory: boolean;
  readonly state: SiteOutcome['state'];
  /** What becomes of it, as a clause. */
  readonly text: string;
  /** What it is asked for: `num_of_gpus 2`; empty where nothing. */
  readonly asked: string;
  /** What it offers. */
  readonly offer: string;
  /** The key that leaves it out, in the meta file. */
  readonly at: Place | undefined;
  /** The file and place that the offer was read from. */
  readonly offerAt: Place | undefined;
}

/** Changes that together let the job start, in words. */
export interface ReportedRemedy {
  readonly count: number;
  readonly by: 'job' | 'sites' | 'both';
  /** One order each: `set min_clients to 2`. */
  readonly changes: readonly string[];
  /** The part of it that is a change of the meta file. */
  readonly fix: Fix | undefined;
}

/** Replays the scheduler for a job on a network, and says what came of it. */
export function scheduleReport(job: Job, { network, from, known, mistakes }: SupposedNetwork): ScheduleReport {
  const outcome = scheduleJob(job, network);
  const places = new Map(known.map(({ site, at }) => [site, at]));
  const file = job.meta?.file ?? '';
  return {
    decision: outcome.decision,
    title: DECISION_TITLES[outcome.decision],
    text: decisionText(outcome, job.target),
    cause: outcome.cause?.kind,
    at: outcome.at,
    from,
    sites: outcome.sites.map((each) => ({
      site: each.site,
      app: each.app,
      mandatory: each.isMandatory,
      state: each.state,
      text: siteText(each),
      asked: askedText(each.asked),
      offer: offerText(each.offer),
      at: placeOf(each, file),
      offerAt: places.get(each.site),
    })),
    remedies: remedies(job, network).map(({ changes, count, by, fix }) => ({ changes: changesText(changes), count, by, fix })),
    mistakes,
  };
}

/** The key that asks for too much. */
function placeOf({ answer }: SiteOutcome, file: string): Place | undefined {
  if (answer.kind !== 'short' && answer.kind !== 'raises') return undefined;
  const written = answer.entry?.entry;
  return written && { file, range: rangeOf(written.entry.value) };
}
