import type { Goal, JobTemplate, NewJobFormat } from '../../core/create/index';
import type { Place } from './places';

export type CreatePart = typeof import('../../core/create/index');

/** What was answered so far in Create Job. */
export interface Answers {
  readonly goal?: Goal;
  readonly template?: JobTemplate | undefined;
  readonly name?: string;
  /** Whether the clients are to be named, or all that are connected take part. */
  readonly isNamed?: boolean;
  readonly clients?: readonly string[];
  readonly format?: NewJobFormat;
  readonly place?: Place;
}

/** What the questions are made of. */
export interface Choices {
  readonly part: CreatePart;
  /** Asked anew for each question: jobs may still be found while the first ones are answered. */
  places(): readonly Place[];
  /** Whether the only place is the one that the user pointed at. */
  readonly isPlaceGiven: boolean;
  readonly formats: readonly NewJobFormat[];
  /** The release that the job will be for. */
  readonly releaseName: string;
  /** Names of clients that other jobs know. */
  readonly knownSites: readonly string[];
}

/** The title of every question. */
export function titleFor(releaseName: string): string {
  return `Create Job for NVFLARE ${releaseName}`;
}
