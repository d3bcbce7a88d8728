import { MOST_SCHEDULE_ATTEMPTS } from '../../job/job-def';
import { describe } from '../../job/participants';
import { isSince, type Release } from '../../job/release';
import type { Entry } from '../../tree/node';
import { isFalsy } from '../../tree/query';

/** The keys that the scheduler keeps its attempts in. */
export const SCHEDULER_KEYS = ['schedule_count', 'last_schedule_time', 'schedule_history'] as const;

/**
 * What is wrong with a key that the scheduler counts its attempts in, where an author's value stops it
 * (`DefaultJobScheduler._do_schedule_job`, since 2.3). Other values are kept, but do no harm.
 */
export function scheduleFault({ key, value }: Entry, release: Release): string | undefined {
  if (!isSince(release, '2.3') || value.kind === 'unknown') return undefined;
  const isNumber = value.kind === 'integer' || value.kind === 'float' || value.kind === 'boolean';
  switch (key) {
    case 'schedule_count':
      if (!isNumber) return `${key} must be a number, not ${describe(value)}; ${STOPS}`;
      if (Number(value.value) < MOST_SCHEDULE_ATTEMPTS || Number.isNaN(value.value)) return undefined;
      return `${key} says that the job was tried ${value.value} times, and the scheduler gives up at ${MOST_SCHEDULE_ATTEMPTS}`;
    case 'last_schedule_time':
      return isNumber ? undefined : `${key} must be a number, not ${describe(value)}; ${STOPS}`;
    case 'schedule_history':
      return value.kind === 'array' || isFalsy(value) ? undefined : `${key} must be a list, not ${describe(value)}; ${STOPS}`;
    default:
      return undefined;
  }
}

const STOPS = 'the scheduler cannot go on with it and would start neither this job nor the ones behind it';
