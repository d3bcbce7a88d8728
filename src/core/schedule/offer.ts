/**
 * What a site can give to a job: the state of its resource manager, before any job takes something of it. Mirrors the constructors
 * of `nvflare/app_common/resource_managers/`.
 */
import { RESOURCE_DEFAULT } from '../job/job-def';

/** GPUs of equal memory (`GPUResourceManager`, since 2.2), the manager of provisioned sites and of POC. */
export interface GpuOffer {
  readonly kind: 'gpus';
  readonly gpus: number;
  /** In GiB, of each. */
  readonly memory: number;
  /** The names under which jobs ask for them. */
  readonly gpuKey: string;
  readonly memoryKey: string;
}

/** Counted units by name (`ListResourceManager`). */
export interface UnitOffer {
  readonly kind: 'units';
  readonly units: ReadonlyMap<string, number>;
}

/** Whatever is asked for (`PassthroughResourceManager`, since 2.8): the launcher of the site finds out. */
export interface AnyOffer {
  readonly kind: 'anything';
}

/** Nothing is known of it. */
export interface UnknownOffer {
  readonly kind: 'unknown';
  /** Why, where something was found that cannot be understood: `a resource manager of its own, site.Manager`. */
  readonly why?: string;
}

/** What a site offers to a job. */
export type Offer = GpuOffer | UnitOffer | AnyOffer | UnknownOffer;

/** The names that NVFLARE's GPU manager goes by unless it is told others (`gpu_resource_manager.py`). */
export const GPU_KEY = 'num_of_gpus';
export const GPU_MEMORY_KEY = 'mem_per_gpu_in_GiB';

/** GPUs under NVFLARE's own names. */
export function gpuOffer(gpus: number, memory: number): GpuOffer {
  return { kind: 'gpus', gpus, memory, gpuKey: GPU_KEY, memoryKey: GPU_MEMORY_KEY };
}

/** What a site offers that was provisioned without a word about its capacity. */
export const PROVISIONED_OFFER: Offer = gpuOffer(0, 0);
export const ANY_OFFER: Offer = { kind: 'anything' };
export const UNKNOWN_OFFER: Offer = { kind: 'unknown' };

/** The sites of a federation as somebody sees or supposes them. */
export interface Network {
  /** The clients that are connected, in the order of their connection. The server is always there. */
  readonly up: readonly string[];
  /** Clients that exist, connected or not. */
  readonly known: readonly string[];
  readonly offers: ReadonlyMap<string, Offer>;
  /** What the other sites offer. */
  readonly otherwise: Offer;
}

/** What a site offers. */
export function offerOf(network: Network, site: string): Offer {
  return network.offers.get(site) ?? network.otherwise;
}

/** An offer in words: `num_of_gpus 2, mem_per_gpu_in_GiB 16`. */
export function offerText(offer: Offer): string {
  switch (offer.kind) {
    case 'gpus':
      return offer.gpus === 0
        ? 'no GPUs'
        : `${offer.gpuKey} ${offer.gpus}${offer.memory > 0 ? `, ${offer.memoryKey} ${offer.memory}` : ''}`;
    case 'units':
      return [...offer.units].map(([key, count]) => `${key} ${count}`).join(', ') || 'nothing';
    case 'anything':
      return 'whatever is asked for';
    case 'unknown':
      return offer.why ?? 'not known';
  }
}

/** Whether a name is one of a site rather than of a default block. */
export function isSite(name: string): boolean {
  return name !== RESOURCE_DEFAULT;
}
