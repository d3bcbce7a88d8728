import type { ClassIndex } from '../../job/config/class-index';
import type { Job } from '../../job/model';
import { releaseName } from '../../job/release';

/** The release that classes are looked up in, as messages name it: one whose code is read by its own version and where that is from. */
export function checkedRelease({ target }: Job, { catalog }: ClassIndex): string {
  return catalog?.code ? `${catalog.data.release} (${catalog.codeFrom})` : releaseName(target);
}
