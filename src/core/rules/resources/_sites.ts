import { LAUNCHER_DEFAULT, RESOURCE_DEFAULT } from '../../job/job-def';
import type { Job } from '../../job/model';
import { blockOf, isNested, textEntry } from '../../job/site-blocks-layers';
import type { Entry } from '../../tree/node';

/**
 * The sites that either map has a block for and that may have launcher options, each once: of what NVFLARE 2.9 goes through
 * to compare the maps, all that can matter. The default blocks are not among them.
 */
export function* sitesWithOptions(job: Job): Generator<Entry> {
  const { resources, launchers, target } = job;
  const all = textEntry(launchers.object, LAUNCHER_DEFAULT) !== undefined;
  const named = launchers.object !== undefined && launchers.object.value.list.length > 0;
  for (const block of all || named ? (resources.object?.value.list ?? []) : job.resources.nested) {
    if (block.key === RESOURCE_DEFAULT) continue;
    const own = block.value.kind === 'object' && isNested(block.value, target) !== false;
    if (all || own || (named && blockOf(launchers.object, block))) yield block;
  }
  for (const block of launchers.object?.value.list ?? []) {
    if (block.key === LAUNCHER_DEFAULT) continue;
    if (block.key === RESOURCE_DEFAULT || !blockOf(resources.object, block)) yield block;
  }
}
