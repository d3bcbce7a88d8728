import { RESOURCE_DEFAULT } from '../job/job-def';
import type { Job } from '../job/model';
import { isLegacyNested, resourceManagerSpec } from '../job/site-blocks';
import { type EffectiveEntry, hasLauncherModes, hasResourceDefault, launcherModes, textEntry } from '../job/site-blocks-layers';
import type { Range } from '../text/range';
import type { ConfigNode } from '../tree/node';
import { rangeOf } from '../tree/node';
import { type Amount, amountOf, numberAmount } from './amount';
import { GPU_KEY, GPU_MEMORY_KEY } from './offer';

/** One thing that a site is asked for. */
export interface RequestEntry {
  /** As NVFLARE reads it; a key that is no text in YAML has its kind in front. */
  readonly key: string;
  readonly amount: Amount;
  /** Where it is written; `undefined` where it is only proposed. */
  readonly entry: EffectiveEntry | undefined;
}

/** What the scheduler asks a site's resource manager for. */
export type ResourceRequest =
  | { readonly kind: 'request'; readonly entries: readonly RequestEntry[] }
  /** The scheduler itself fails over the value. */
  | { readonly kind: 'crash'; readonly at: Range }
  /** The value travels to the site, whose manager refuses what is no object. */
  | { readonly kind: 'refused'; readonly at: Range }
  | { readonly kind: 'unknown' };

/** A change of what is asked for, in the block of a site or in the one of all sites. */
export interface RequestEdit {
  readonly site: string;
  /** `undefined`: the whole block. */
  readonly key: string | undefined;
  readonly to: number | 'removed';
}

/** The edits that concern a site: its own and those of all sites. Put together once, where many sites are asked about. */
export function editsBySite(edits: readonly RequestEdit[]): (site: string) => readonly RequestEdit[] {
  const ofDefault = edits.filter(({ site }) => site === RESOURCE_DEFAULT);
  const own = new Map<string, RequestEdit[]>();
  for (const edit of edits) {
    if (edit.site === RESOURCE_DEFAULT) continue;
    const there = own.get(edit.site);
    if (there) there.push(edit);
    else own.set(edit.site, [...ofDefault, edit]);
  }
  return (site) => own.get(site) ?? ofDefault;
}

/** Stands for a site of which the job says nothing; no site can have this name. */
export const UNNAMED_SITE = '\0';

/**
 * The request of a site (`_try_job` in `nvflare/app_common/job_schedulers/job_scheduler.py` with the helpers in
 * `nvflare/utils/job_launcher_utils.py`), after the edits that somebody proposes.
 */
export function requestOf(job: Job, site: string, edits: readonly RequestEdit[] = []): ResourceRequest {
  const own = edits.filter((edit) => edit.site === site);
  // Without its block a site is asked for what any other one is asked for.
  if (own.some(({ key }) => key === undefined)) return requestOf(job, UNNAMED_SITE, edits);
  const spec = resourceManagerSpec(job, site);
  if (spec.odd && !edits.some((edit) => edit.site === RESOURCE_DEFAULT && edit.key === undefined)) {
    return oddRequest(job, site, spec.odd);
  }
  if (!spec.certain) return { kind: 'unknown' };
  const entries = spec.entries.map(
    (entry): RequestEntry => ({
      key: entry.entry.keyKind === undefined ? entry.key : `${entry.entry.keyKind} ${entry.key}`,
      amount: amountOf(entry.entry.value),
      entry,
    }),
  );
  const ofDefault = edits.filter((edit) => edit.site === RESOURCE_DEFAULT);
  const below = own.length > 0 ? requestOf(job, UNNAMED_SITE, ofDefault) : undefined;
  const shining = below?.kind === 'request' ? below.entries : [];
  const changed = own.reduce((all, edit) => applyOwn(all, edit, shining), ofDefault.reduce(applyDefault, entries));
  return { kind: 'request', entries: edits.length > 0 ? withoutNoGpus(job, changed) : changed };
}

/** Where a value that is no object makes the scheduler or the site fail. */
function oddRequest(job: Job, site: string, odd: ConfigNode): ResourceRequest {
  const at = rangeOf(odd);
  const { target, resources } = job;
  if (hasResourceDefault(target)) {
    const isProcess = resources.object !== undefined && isLegacyNested(job, site) === true;
    if (!isProcess || (odd.kind !== 'array' && odd.kind !== 'string')) return { kind: 'crash', at };
    // `dict()` makes an empty request of an empty list or text, and something of a list of pairs.
    if (odd.value.length === 0) return { kind: 'request', entries: [] };
    return odd.kind === 'array' && odd.value.every(isPair) ? { kind: 'unknown' } : { kind: 'crash', at };
  }
  if (!resources.object) {
    // Python looks for the site in the text or list, and only fails over it where it finds it.
    const isIn =
      (odd.kind === 'string' && odd.value.includes(site)) ||
      (odd.kind === 'array' && odd.value.some((item) => item.kind === 'string' && item.value === site));
    const works = (odd.kind === 'string' || odd.kind === 'array') && !isIn;
    return works ? { kind: 'request', entries: [] } : { kind: 'crash', at };
  }
  if (!hasLauncherModes(target) || textEntry(resources.object, site)?.value !== odd) return { kind: 'refused', at };
  const modes: readonly string[] = launcherModes(target);
  if (odd.kind === 'string') return { kind: modes.some((mode) => odd.value.includes(mode)) ? 'crash' : 'refused', at };
  if (odd.kind === 'array') {
    const hasMode = odd.value.some((item) => item.kind === 'string' && modes.includes(item.value));
    return { kind: hasMode ? 'crash' : 'refused', at };
  }
  return { kind: 'crash', at };
}

function isPair(node: ConfigNode): boolean {
  if (node.kind === 'object') return node.value.list.length === 2;
  return (node.kind === 'array' || node.kind === 'string') && node.value.length === 2;
}

function applyDefault(entries: readonly RequestEntry[], edit: RequestEdit): readonly RequestEntry[] {
  const isMeant = (each: RequestEntry) =>
    each.entry?.layer.from === 'default' && (edit.key === undefined || each.key === edit.key);
  return change(entries, isMeant, edit.to);
}

function applyOwn(entries: readonly RequestEntry[], edit: RequestEdit, below: readonly RequestEntry[]): readonly RequestEntry[] {
  const isMeant = (each: RequestEntry) => each.key === edit.key;
  if (edit.to !== 'removed' && edit.key !== undefined && !entries.some(isMeant)) {
    return [...entries, { key: edit.key, amount: numberAmount(edit.to), entry: undefined }];
  }
  if (edit.to !== 'removed') return change(entries, isMeant, edit.to);
  // Where a key of the site is gone, that of the default block shines through.
  const isOwn = (each: RequestEntry) => isMeant(each) && each.entry?.layer.from !== 'default';
  const shining = entries.some(isOwn) ? below.filter(isMeant) : [];
  return [...entries.filter((each) => !isOwn(each)), ...shining];
}

function change(
  entries: readonly RequestEntry[],
  isMeant: (entry: RequestEntry) => boolean,
  to: RequestEdit['to'],
): readonly RequestEntry[] {
  if (to === 'removed') return entries.filter((each) => !isMeant(each));
  return entries.map((each) => (isMeant(each) ? { ...each, amount: numberAmount(to) } : each));
}

/** Since 2.9 a request for no GPUs is one without GPUs. */
function withoutNoGpus({ target }: Job, entries: readonly RequestEntry[]): readonly RequestEntry[] {
  if (!hasResourceDefault(target) || entries.find(({ key }) => key === GPU_KEY)?.amount.number !== 0) return entries;
  return entries.filter(({ key }) => key !== GPU_KEY && key !== GPU_MEMORY_KEY);
}
