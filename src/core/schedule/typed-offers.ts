import { ANY_OFFER, GPU_KEY, GPU_MEMORY_KEY, gpuOffer, type Offer, PROVISIONED_OFFER } from './offer';

/** Offers as a person typed them. */
export interface TypedOffers {
  readonly offers: ReadonlyMap<string, Offer>;
  /** What `*` offers: every site that is not named. */
  readonly otherwise: Offer | undefined;
  /** What could not be understood, as clauses. */
  readonly mistakes: readonly string[];
}

/**
 * Reads `site-1: num_of_gpus=2, mem_per_gpu_in_GiB=16; site-2, site-3: any; *: none`. Parts are divided by semicolons or lines. Amounts
 * of GPUs and their memory are those of NVFLARE's GPU manager, other names those of its list manager; `any` takes every request,
 * `none` is a site as it is provisioned, without GPUs.
 */
export function typedOffers(text: string): TypedOffers {
  const offers = new Map<string, Offer>();
  const mistakes: string[] = [];
  let otherwise: Offer | undefined;
  for (const part of text.split(/[;\n]/).map((each) => each.trim())) {
    if (part === '') continue;
    const colon = part.indexOf(':');
    const names = part
      .slice(0, Math.max(colon, 0))
      .split(',')
      .map((name) => name.trim());
    if (colon < 0 || names.includes('')) {
      mistakes.push(`"${part}" does not say which site offers it; write "site-1: ${GPU_KEY}=2"`);
      continue;
    }
    const offer = typedOffer(part.slice(colon + 1));
    if (typeof offer === 'string') mistakes.push(offer);
    else {
      for (const name of names) {
        if (name === '*') otherwise = offer;
        else offers.set(name, offer);
      }
    }
  }
  return { offers, otherwise, mistakes };
}

/** One offer, or what is wrong with it. */
function typedOffer(text: string): Offer | string {
  const word = text.trim().toLowerCase();
  if (word === 'any') return ANY_OFFER;
  if (word === 'none' || word === '') return PROVISIONED_OFFER;
  const amounts = new Map<string, number>();
  for (const each of text.split(',')) {
    const match = /^\s*([^\s=]+)\s*=\s*(\d+(?:\.\d+)?)\s*$/.exec(each);
    if (!match) return `"${each.trim()}" is no offer; write "${GPU_KEY}=2", "any" or "none"`;
    amounts.set(match[1] ?? '', Number(match[2]));
  }
  const isOfGpus = [...amounts.keys()].every((key) => key === GPU_KEY || key === GPU_MEMORY_KEY);
  const broken = [...amounts].find(([key, amount]) => !Number.isInteger(amount) && !(isOfGpus && key === GPU_MEMORY_KEY));
  if (broken) return `${broken[0]} must be a whole number, not ${broken[1]}`;
  return isOfGpus ? gpuOffer(amounts.get(GPU_KEY) ?? 0, amounts.get(GPU_MEMORY_KEY) ?? 0) : { kind: 'units', units: amounts };
}

/** The names in `site-1, site-2`; blanks and commas divide them. */
export function typedSites(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
}
