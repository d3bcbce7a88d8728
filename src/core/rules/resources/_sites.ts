import { LAUNCHER_DEFAULT, RESOURCE_DEFAULT } from '../../job/job-def';
import type { Job } from '../../job/model';
import { blockOf } from '../../job/site-blocks-layers';
import type { Entry } from '../../tree/node';

/** The sites that either map has a block for, each once, as NVFLARE 2.9 goes through them: without the default blocks. */
export function* siteEntries({ resources, launchers }: Job): Generator<Entry> {
  for (const block of resources.object?.value.list ?? []) if (block.key !== RESOURCE_DEFAULT) yield block;
  for (const block of launchers.object?.value.list ?? []) {
    if (block.key === LAUNCHER_DEFAULT) continue;
    if (block.key === RESOURCE_DEFAULT || !blockOf(resources.object, block)) yield block;
  }
}
