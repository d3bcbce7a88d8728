import type { Release } from '../../src/core/job/release';
import { ourOutcome } from '../support/schedule-outcome';
import type { ScheduleCase } from './schedule-cases';

/** What the oracle says of a case. */
export interface Theirs {
  readonly decision: string;
  readonly reason: string | null;
  readonly sites: Readonly<Record<string, string>>;
  readonly asked: Readonly<Record<string, { readonly enough: boolean; readonly raised: boolean }>>;
}

/** How our replay and NVFLARE differ in a case; `undefined` where they do not. */
export function differenceIn(each: ScheduleCase, theirs: Theirs, target: Release): string | undefined {
  const ours = ourOutcome(each, target);
  const asked = theirs.decision === 'fails' ? {} : theirs.asked;
  const wanted = { decision: theirs.decision, cause: causeIn(theirs), sites: theirs.sites, asked };
  if (JSON.stringify(sorted(ours)) === JSON.stringify(sorted(wanted))) return undefined;
  return `NVFLARE ${JSON.stringify(theirs)}\n    ours ${JSON.stringify(ours)}\n    ${JSON.stringify(each)}`;
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
