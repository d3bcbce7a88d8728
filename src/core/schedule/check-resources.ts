/**
 * The answer of a site's resource manager: `check_resources` of the classes in `nvflare/app_common/resource_managers/`, and of the
 * processor in `nvflare/private/fed/client/scheduler_cmds.py` that turns their exceptions into a refusal.
 */

import type { Release } from '../job/release';
import { hasResourceDefault } from '../job/site-blocks-layers';
import type { GpuOffer, Offer, UnitOffer } from './offer';
import type { RequestEntry } from './request';

/** What a manager answers. */
export type Answer =
  | { readonly kind: 'enough' }
  /** It does not have that much of something; `offered` is how much it has, nothing where it does not know the name. */
  | { readonly kind: 'short'; readonly entry: RequestEntry; readonly offered: number | undefined }
  /** It raises an exception over the request; the site refuses then, too. */
  | {
      readonly kind: 'raises';
      readonly why: 'missing-key' | 'not-a-number' | 'not-whole';
      readonly entry: RequestEntry | undefined;
    }
  | { readonly kind: 'unknown' };

const ENOUGH: Answer = { kind: 'enough' };
const UNKNOWN: Answer = { kind: 'unknown' };

/** Whether a site that offers this gives what is asked for, in this release. */
export function checkResources(entries: readonly RequestEntry[], offer: Offer, release: Release): Answer {
  // A manager of the site's own may refuse anything; where only its amounts are not known, it has nothing to refuse here.
  if (offer.kind === 'unknown') return entries.length === 0 && offer.why === undefined ? ENOUGH : UNKNOWN;
  if (offer.kind === 'anything' || entries.length === 0) return ENOUGH;
  return offer.kind === 'gpus' ? checkGpus(entries, offer, release) : checkUnits(entries, offer);
}

function checkGpus(entries: readonly RequestEntry[], offer: GpuOffer, release: Release): Answer {
  const gpus = entries.find(({ key }) => key === offer.gpuKey);
  const memory = entries.find(({ key }) => key === offer.memoryKey);
  if (!gpus) return { kind: 'raises', why: 'missing-key', entry: undefined };
  if (gpus.amount.kind === 'unknown') return UNKNOWN;
  const wanted = gpus.amount.number;
  if (hasResourceDefault(release) && wanted === 0) return ENOUGH;
  // Without a GPU nothing is ever compared, so that not even a wrong value is noticed.
  if (offer.gpus === 0) return { kind: 'short', entry: gpus, offered: 0 };
  if (memory?.amount.kind === 'unknown') return UNKNOWN;
  const each = memory ? memory.amount.number : 0;
  if (each === undefined) return { kind: 'raises', why: 'not-a-number', entry: memory };
  if (wanted === undefined) return { kind: 'raises', why: 'not-a-number', entry: gpus };
  const fitting = offer.memory >= each ? offer.gpus : 0;
  if (fitting >= wanted) return ENOUGH;
  if (memory && fitting === 0 && offer.gpus >= wanted) return { kind: 'short', entry: memory, offered: offer.memory };
  return { kind: 'short', entry: gpus, offered: offer.gpus };
}

function checkUnits(entries: readonly RequestEntry[], offer: UnitOffer): Answer {
  for (const entry of entries) {
    const offered = offer.units.get(entry.key);
    if (offered === undefined) return { kind: 'short', entry, offered };
    if (entry.amount.kind === 'unknown') return UNKNOWN;
    if (entry.amount.number === undefined) return { kind: 'raises', why: 'not-a-number', entry };
    if (offered < entry.amount.number) return { kind: 'short', entry, offered };
  }
  // Units are taken one by one, which works with whole numbers only.
  const broken = entries.find(({ amount }) => amount.kind === 'float');
  return broken ? { kind: 'raises', why: 'not-whole', entry: broken } : ENOUGH;
}
