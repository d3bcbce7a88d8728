import { RESOURCE_DEFAULT } from '../../job/job-def';
import type { Job } from '../../job/model';
import { hasResourceDefault, textEntry } from '../../job/site-blocks-layers';

/** Whether the release and the job use `@default`; `undefined` where that cannot be known. */
export function hasDefaultBlock({ resources, target }: Job): boolean | undefined {
  if (!hasResourceDefault(target)) return false;
  const found = textEntry(resources.object, RESOURCE_DEFAULT);
  if (found) return found.value.kind === 'unknown' ? undefined : true;
  return resources.object?.value.incomplete ? undefined : false;
}
