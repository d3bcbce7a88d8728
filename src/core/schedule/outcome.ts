import type { Place } from '../text/range';
import type { Answer } from './check-resources';
import type { Offer } from './offer';
import type { RequestEntry } from './request';

/** How one attempt of the scheduler ends. */
export type Decision =
  /** The job is dispatched. */
  | 'starts'
  /** Not now; it is tried again. */
  | 'waits'
  /** It is ended as FINISHED:CAN_NOT_SCHEDULE. */
  | 'gives-up'
  /** The scheduler itself fails over it, so that nothing is recorded and no job behind it is looked at. */
  | 'fails'
  /** It starts if sites of which too little is known have what is asked for. */
  | 'depends'
  /** The job's files do not say enough. */
  | 'unknown';

/** Why the job does not start, in the scheduler's order. */
export type Cause =
  | { readonly kind: 'no-deploy-map' }
  | { readonly kind: 'deploy-map-unreadable' }
  | { readonly kind: 'too-many-attempts' }
  | { readonly kind: 'attempts-not-a-number' }
  | { readonly kind: 'mandatory-not-a-list' }
  | { readonly kind: 'mandatory-not-connected'; readonly site: string | undefined }
  | { readonly kind: 'mandatory-twice'; readonly sites: readonly string[] }
  | { readonly kind: 'too-few-connected'; readonly connected: number; readonly least: number }
  | { readonly kind: 'least-not-a-number' }
  | { readonly kind: 'resources-not-an-object'; readonly site: string }
  | { readonly kind: 'nobody-asked' }
  | { readonly kind: 'too-few-with-resources'; readonly enough: number; readonly least: number }
  | { readonly kind: 'mandatory-without-resources'; readonly sites: readonly string[] }
  | { readonly kind: 'no-server' }
  | { readonly kind: 'files-unclear' };

/** A client and what becomes of it. */
export interface SiteOutcome {
  readonly site: string;
  readonly app: string | undefined;
  readonly isMandatory: boolean;
  readonly state:
    | 'runs'
    /** It would run, but the job does not start. */
    | 'ready'
    /** Too little is known of what it offers. */
    | 'unclear'
    /** It does not have what it is asked for, and the job runs without it, if at all. */
    | 'left-out'
    | 'not-connected'
    | 'no-app';
  /** What it is asked for. */
  readonly asked: readonly RequestEntry[];
  readonly offer: Offer;
  /** Whether the scheduler comes to asking it. */
  readonly isAsked: boolean;
  /** What its resource manager answers, or would answer. */
  readonly answer: Answer | { readonly kind: 'refused' };
}

/** One attempt of the scheduler, replayed. */
export interface Outcome {
  readonly decision: Decision;
  readonly cause: Cause | undefined;
  /** The place of the key that causes it. */
  readonly at: Place | undefined;
  /** The clients that the job means or that are connected: those that run first. */
  readonly sites: readonly SiteOutcome[];
  readonly serverApp: string | undefined;
}
