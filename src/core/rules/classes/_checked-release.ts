import type { ClassIndex } from '../../job/config/class-index';
import type { Job } from '../../job/model';
import { releaseName } from '../../job/release';

/** The release that classes are looked up in, as messages name it: an installed one that no catalogue knows by its own version. */
export function checkedRelease({ target }: Job, { catalog }: ClassIndex): string {
  return catalog?.code ? `${catalog.data.release} (installed)` : releaseName(target);
}
