/** What it takes until one site has what it is asked for. */
import type { Job } from '../job/model';
import { textEntry } from '../job/site-blocks-layers';
import type { Change } from './change';
import { checkResources } from './check-resources';
import { GPU_KEY, type Network, type Offer, offerOf } from './offer';
import { type RequestEdit, type RequestEntry, requestOf } from './request';

/** Which changes are allowed: those of the job's files, and those of the sites. */
export interface Allowed {
  readonly job: boolean;
  readonly sites: boolean;
}

/** The fewest changes for a site that is asked; none where all is well, `undefined` where nothing helps. */
export function siteChanges(
  job: Job,
  network: Network,
  site: string,
  allowed: Allowed,
  edits: readonly RequestEdit[],
): readonly Change[] | undefined {
  const offer = offerOf(network, site);
  const request = requestOf(job, site, edits);
  const isEnough = (more: readonly RequestEdit[]) => {
    const changed = requestOf(job, site, [...edits, ...more]);
    if (changed.kind === 'unknown') return true;
    return changed.kind === 'request' && isTaken(checkResources(changed.entries, offer, job.target).kind);
  };
  if (isEnough([])) return [];
  const entries = request.kind === 'request' ? request.entries : [];
  const bySites = allowed.sites && request.kind === 'request' ? moreOffered(site, entries, offer, job) : undefined;
  const byJob = allowed.job ? fewestEdits(candidates(job, site, entries, offer), isEnough) : undefined;
  if (bySites && (!byJob || bySites.length < byJob.length)) return bySites;
  return byJob?.map(changeOf);
}

/** An answer that nothing is known of may be a yes. */
function isTaken(answer: string): boolean {
  return answer === 'enough' || answer === 'unknown';
}

/** The job's change as it is told to people. */
function changeOf({ site, key, to }: RequestEdit): Change {
  return to === 'removed' || key === undefined ? { kind: 'do-not-ask', site, key } : { kind: 'ask', site, key, to };
}

/** How much more the site would have to offer; `undefined` where no amount helps. */
function moreOffered(site: string, entries: readonly RequestEntry[], offer: Offer, job: Job): readonly Change[] | undefined {
  const raised: { key: string; to: number }[] = [];
  for (const { key, amount } of entries) {
    const has = amountOffered(offer, key);
    if (has === undefined || amount.number === undefined) continue;
    if (has < amount.number) raised.push({ key, to: amount.number });
  }
  const better = withOffered(offer, raised);
  if (raised.length === 0 || checkResources(entries, better, job.target).kind !== 'enough') return undefined;
  return raised.map(({ key, to }): Change => ({ kind: 'offer', site, key, to }));
}

function amountOffered(offer: Offer, key: string): number | undefined {
  if (offer.kind === 'units') return offer.units.get(key);
  if (offer.kind !== 'gpus') return undefined;
  return key === offer.gpuKey ? offer.gpus : key === offer.memoryKey ? offer.memory : undefined;
}

/** An offer with more of some things. */
export function withOffered(offer: Offer, raised: readonly { readonly key: string; readonly to: number }[]): Offer {
  const to = new Map(raised.map(({ key, to }) => [key, to]));
  if (offer.kind === 'units')
    return { ...offer, units: new Map([...offer.units].map(([key, has]) => [key, to.get(key) ?? has])) };
  if (offer.kind !== 'gpus') return offer;
  return { ...offer, gpus: to.get(offer.gpuKey) ?? offer.gpus, memory: to.get(offer.memoryKey) ?? offer.memory };
}

/** Edits that may help, the gentler ones first: to ask for less is better than not to ask at all. */
function candidates(job: Job, site: string, entries: readonly RequestEntry[], offer: Offer): readonly RequestEdit[] {
  const found: RequestEdit[] = [];
  const set = (key: string, to: number) => found.push({ site, key, to });
  if (offer.kind === 'gpus') {
    if (offer.gpus > 0) set(offer.gpuKey, offer.gpus);
    if (entries.some(({ key }) => key === offer.memoryKey)) set(offer.memoryKey, offer.memory);
    if (entries.some(({ key }) => key === offer.gpuKey)) set(offer.gpuKey, 0);
  }
  if (offer.kind === 'units') {
    for (const { key } of entries) {
      const has = offer.units.get(key);
      if (has !== undefined) set(key, has);
    }
  }
  for (const { key, entry } of entries) {
    if (entry?.layer.from === 'site') found.push({ site, key, to: 'removed' });
    // Where the default block asks for something, a site can only ask for none of it, and only of GPUs.
    if (key === GPU_KEY && offer.kind !== 'gpus') set(key, 0);
  }
  if (textEntry(job.resources.object, site)) found.push({ site, key: undefined, to: 'removed' });
  return found;
}

/** No request that a person writes needs more edits than this. */
const MOST_EDITS = 4;

/** The first of the smallest sets of edits that helps. */
function fewestEdits(
  from: readonly RequestEdit[],
  isEnough: (edits: readonly RequestEdit[]) => boolean,
): readonly RequestEdit[] | undefined {
  for (let size = 1; size <= Math.min(MOST_EDITS, from.length); size++) {
    for (const edits of subsets(from, size)) if (isEnough(edits)) return edits;
  }
  return undefined;
}

/** All subsets of a size, those of the first elements first. */
function* subsets<T>(from: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) yield [];
  for (let i = 0; size > 0 && i <= from.length - size; i++) {
    const first = from[i] as T;
    for (const rest of subsets(from.slice(i + 1), size - 1)) yield [first, ...rest];
  }
}
