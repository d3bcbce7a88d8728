import type { Entry, ObjectNode } from '../tree/node';
import { RESOURCE_DEFAULT } from './job-def';
import type { ResourceBlocks, ResourceRequest, SiteBlocks } from './model';
import type { Release } from './release';
import { hasLauncherModes, hasResourceDefault, isNested, textEntry } from './site-blocks-layers';

/** No GPU has as much memory in GiB, and no site as many GPUs. */
export const MOST_GPUS_OR_GIB = 1024;

const NO_BLOCKS: ResourceBlocks['nested'] = [];
const NO_REQUESTS: ResourceBlocks['requests'] = [];

/** Sorts the blocks of `resource_spec` by what they are, in one pass. */
export function resourceBlocks({ entry, object }: SiteBlocks, release: Release): ResourceBlocks {
  if (!object) return { entry, object, unusual: NO_BLOCKS, requests: NO_REQUESTS, nested: NO_BLOCKS };
  const unusual: Entry[] = [];
  const requests: ResourceRequest[] = [];
  const nested: Entry[] = [];
  for (const block of object.value.list) {
    if (block.value.kind === 'object' && isUsual(block.value) && block.key !== RESOURCE_DEFAULT) continue;
    unusual.push(block);
    if (block.value.kind !== 'object') continue;
    const isDivided = isNested(block.value, release);
    if (isDivided !== false && hasLauncherModes(release)) nested.push(block);
    if (block.key === RESOURCE_DEFAULT && hasResourceDefault(release)) continue;
    const requested = isDivided ? textEntry(block.value, 'process')?.value : block.value;
    if (requested?.kind === 'object' && isDivided !== undefined) requests.push({ block, object: requested });
  }
  return { entry, object, unusual, requests, nested };
}

/** Whether a block asks for GPUs and perhaps their memory, by NVFLARE's names and in numbers that a site may have. */
function isUsual({ value: { list, incomplete } }: ObjectNode): boolean {
  let hasGpus = false;
  for (const { key, value } of list) {
    if (value.kind !== 'integer' && value.kind !== 'float') return false;
    if (!(value.value > 0 && value.value <= MOST_GPUS_OR_GIB)) return false;
    if (key === 'num_of_gpus' && value.kind === 'integer') hasGpus = true;
    else if (key !== 'mem_per_gpu_in_GiB') return false;
  }
  return hasGpus && !incomplete;
}
