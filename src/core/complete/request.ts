import type { ConfigFormat } from '../formats/format';
import type { TypedPlace } from '../formats/typing/typed-place';
import type { Formats, Job } from '../index';
import type { Wiring } from '../job/config/wiring';
import type { ClassLists, Code } from './class-lists';
import type { KnownSite } from './known-sites';

/** What is asked: a caret in a file of a job, and what the host knows around the job. */
export interface CompletionRequest {
  /** The job as it was read last; its texts may be half-typed. */
  readonly job: Job;
  /** What the apps run, where the host has loaded that. */
  readonly wiring?: Wiring | undefined;
  readonly file: string;
  /** The text of the file as it is now. */
  readonly text: string;
  readonly offset: number;
  /** With writers; a format that is not loaded has no offers. */
  readonly formats: Formats;
  /** Sites of other jobs and of provisioned projects. */
  readonly sites: readonly KnownSite[];
  /** Code that the job itself was not read with. */
  readonly code: Code;
  readonly classLists: ClassLists;
}

/** A request with the place that it is about. */
export interface Asked extends CompletionRequest {
  readonly format: ConfigFormat;
  readonly place: TypedPlace;
}
