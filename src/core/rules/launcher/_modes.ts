import type { Job } from '../../job/model';
import { type LauncherMode, textEntry } from '../../job/site-blocks-layers';
import type { Entry, ObjectNode } from '../../tree/node';

/** The options of one mode in a block of either map. */
export interface ModeOptions {
  readonly map: 'resource_spec' | 'launcher_spec';
  readonly block: Entry;
  /** The mode as an entry of the block. */
  readonly entry: Entry;
  readonly options: ObjectNode;
}

/** All options that are written for a mode, `launcher_spec` first; the older place in `resource_spec` is read too. */
export function* optionsOf(job: Job, mode: LauncherMode): Generator<ModeOptions> {
  yield* optionsIn('launcher_spec', job.launchers.object?.value.list ?? [], mode);
  yield* optionsIn('resource_spec', job.resources.nested, mode);
}

function* optionsIn(map: ModeOptions['map'], blocks: readonly Entry[], mode: LauncherMode): Generator<ModeOptions> {
  for (const block of blocks) {
    const entry = block.value.kind === 'object' ? textEntry(block.value, mode) : undefined;
    if (entry?.value.kind === 'object') yield { map, block, entry, options: entry.value };
  }
}
