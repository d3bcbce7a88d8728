import { RESOURCE_DEFAULT } from '../../job/job-def';
import type { Job } from '../../job/model';
import { hasResourceDefault, isNested, textEntry } from '../../job/site-blocks-layers';
import type { Entry, ObjectNode } from '../../tree/node';

/** Whether the release and the job use `@default`; `undefined` where that cannot be known. */
export function hasDefaultBlock({ resources, target }: Job): boolean | undefined {
  if (!hasResourceDefault(target)) return false;
  const found = textEntry(resources.object, RESOURCE_DEFAULT);
  if (found) return found.value.kind === 'unknown' ? undefined : true;
  return resources.object?.value.incomplete ? undefined : false;
}

/** All blocks of `resource_spec`. */
export function resourceBlocks({ resources }: Job): readonly Entry[] {
  return resources.object?.value.list ?? NONE;
}

const NONE: readonly Entry[] = [];

/**
 * The part of a block that says what the site's resource manager is asked for: the block itself, or its `process` where the
 * block is divided by modes. `undefined` for `@default`, and where there is none.
 */
export function requestedIn(block: Entry, { target }: Job): ObjectNode | undefined {
  const { value } = block;
  if (value.kind !== 'object' || (block.key === RESOURCE_DEFAULT && hasResourceDefault(target))) return undefined;
  const nested = isNested(value, target);
  if (nested === undefined) return undefined;
  if (!nested) return value;
  const process = textEntry(value, 'process')?.value;
  return process?.kind === 'object' ? process : undefined;
}
