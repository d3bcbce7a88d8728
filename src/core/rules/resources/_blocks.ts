import { RESOURCE_DEFAULT } from '../../job/job-def';
import type { Job } from '../../job/model';
import { isSince } from '../../job/release';
import { isNested, textEntry } from '../../job/site-blocks-layers';
import type { Entry, ObjectNode } from '../../tree/node';

/** Whether the release and the job use `@default`; `undefined` where that cannot be known. */
export function hasDefaultBlock({ resources, target }: Job): boolean | undefined {
  if (!isSince(target, '2.9')) return false;
  const found = textEntry(resources.object, RESOURCE_DEFAULT);
  if (found) return found.value.kind === 'unknown' ? undefined : true;
  return resources.object?.value.incomplete ? undefined : false;
}

/** The part of `resource_spec` that says what a site's resource manager is asked for. */
export interface RequestPart {
  /** The site's block. */
  readonly block: Entry;
  /** The block itself, or its `process`. */
  readonly object: ObjectNode;
  readonly isNested: boolean;
}

/** The parts of all sites that are asked of resource managers; `@default` is not among them. */
export function* requestParts(job: Job): Generator<RequestPart> {
  const defaults = isSince(job.target, '2.9');
  for (const block of job.resources.object?.value.list ?? []) {
    if (block.value.kind !== 'object' || (defaults && block.key === RESOURCE_DEFAULT)) continue;
    const nested = isNested(block.value, job.target);
    if (nested === false) yield { block, object: block.value, isNested: false };
    else if (nested) {
      const process = textEntry(block.value, 'process')?.value;
      if (process?.kind === 'object') yield { block, object: process, isNested: true };
    }
  }
}
