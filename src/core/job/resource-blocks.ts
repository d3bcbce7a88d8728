import type { ConfigNode, Entry, ObjectNode } from '../tree/node';
import { RESOURCE_DEFAULT } from './job-def';
import type { ResourceBlocks, ResourceRequest, SiteBlocks } from './model';
import type { Release } from './release';
import { hasLauncherModes, hasResourceDefault, isNested, textEntry } from './site-blocks-layers';

const NO_BLOCKS: ResourceBlocks['nested'] = [];
const NO_REQUESTS: ResourceBlocks['requests'] = [];

/** Sorts the blocks of `resource_spec` by what they are, in one pass. */
export function resourceBlocks({ entry, object }: SiteBlocks, release: Release): ResourceBlocks {
  if (!object) return { entry, object, requests: NO_REQUESTS, nested: NO_BLOCKS };
  const requests: ResourceRequest[] = [];
  const nested: Entry[] = [];
  const canBeNested = hasLauncherModes(release);
  const hasDefault = hasResourceDefault(release);
  for (const block of object.value.list) {
    if (block.value.kind !== 'object') continue;
    const isDivided = isNested(block.value, release);
    if (canBeNested && isDivided !== false) nested.push(block);
    if (hasDefault && block.key === RESOURCE_DEFAULT) continue;
    const requested = requestedIn(block.value, isDivided);
    if (requested?.kind === 'object') requests.push({ block, object: requested });
  }
  return { entry, object, requests, nested };
}

function requestedIn(block: ObjectNode, isDivided: boolean | undefined): ConfigNode | undefined {
  if (isDivided === false) return block;
  return isDivided ? textEntry(block, 'process')?.value : undefined;
}
