import type { ConfigNode, ObjectNode } from '../tree/node';
import { get } from '../tree/node';
import { ANY_OFFER, GPU_KEY, GPU_MEMORY_KEY, type Offer } from './offer';

const MANAGERS = 'nvflare.app_common.resource_managers';

/** What the component `resource_manager` of a site offers; the classes of `nvflare/app_common/resource_managers/`. */
export function componentOffer(component: ObjectNode): Offer {
  const path = get(component, 'path') ?? get(component, 'class_path');
  const args = get(component, 'args');
  if (path?.kind !== 'string') return unclear('a resource manager without a class path');
  switch (path.value) {
    case `${MANAGERS}.gpu_resource_manager.GPUResourceManager`:
      return gpusOf(args);
    case `${MANAGERS}.list_resource_manager.ListResourceManager`:
      return unitsOf(args);
    case `${MANAGERS}.passthrough_resource_manager.PassthroughResourceManager`:
      return ANY_OFFER;
    default:
      return unclear(`a resource manager of its own, ${path.value}`);
  }
}

function gpusOf(args: ConfigNode | undefined): Offer {
  if (args?.kind !== 'object') return unclear('a GPU manager without arguments, which cannot start');
  const gpus = get(args, GPU_KEY);
  const memory = get(args, GPU_MEMORY_KEY);
  if (gpus?.kind !== 'integer' || gpus.value < 0) return unclear(`a GPU manager that needs a whole number as ${GPU_KEY}`);
  if ((memory?.kind !== 'integer' && memory?.kind !== 'float') || !(memory.value >= 0)) {
    return unclear(`a GPU manager that needs a number as ${GPU_MEMORY_KEY}`);
  }
  return {
    kind: 'gpus',
    gpus: gpus.value,
    memory: memory.value,
    gpuKey: textOf(get(args, 'num_gpu_key')) ?? GPU_KEY,
    memoryKey: textOf(get(args, 'gpu_mem_key')) ?? GPU_MEMORY_KEY,
  };
}

function unitsOf(args: ConfigNode | undefined): Offer {
  const resources = args?.kind === 'object' ? get(args, 'resources') : undefined;
  if (resources?.kind !== 'object') return unclear('a list manager that needs an object as resources');
  const units = new Map<string, number>();
  for (const { key, value } of resources.value.list) {
    if (value.kind !== 'array') return unclear(`a list manager that needs a list as ${key}`);
    units.set(key, value.value.length);
  }
  return { kind: 'units', units };
}

function textOf(node: ConfigNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined;
}

function unclear(why: string): Offer {
  return { kind: 'unknown', why };
}
