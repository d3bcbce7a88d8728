import type { Wiring } from '../job/config/wiring';
import type { ConfigFile, Job } from '../job/model';
import type { Place, Range } from '../text/range';
import type { Source } from './value';

/** One of the two jobs that are compared. */
export interface JobVersion {
  readonly job: Job;
  readonly wiring: Wiring;
}

/** A configuration's text. */
export function sourceOf({ file, document }: ConfigFile): Source {
  return { file, text: document.text };
}

/** A place in a file, if there is one. */
export function placeIn(file: string, range: Range | undefined): Place | undefined {
  return range && { file, range };
}
