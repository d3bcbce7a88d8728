/** The fewest changes that would let a job start, found by counting and proven by replaying the scheduler. */
import { RESOURCE_DEFAULT } from '../job/job-def';
import type { Job } from '../job/model';
import { textEntry } from '../job/site-blocks-layers';
import { SCHEDULER_KEYS, scheduleFault } from '../rules/meta/_schedule-state';
import { entry } from '../tree/node';
import type { Change, Remedy } from './change';
import { type Choice, cheapest } from './cheapest';
import { type Network, offerOf } from './offer';
import { proposed } from './proposal';
import { leastClients, requiredSites } from './python-values';
import { remedyFix } from './remedy-fix';
import { attempt } from './replay';
import { type RequestEdit, requestOf, UNNAMED_SITE } from './request';
import { clientsOf } from './schedule-job';
import { type Allowed, siteChanges } from './site-cost';

/** Whom changes are looked for from: anybody, the author of the job alone, the sites alone. */
const PARTIES: readonly Allowed[] = [
  { job: true, sites: true },
  { job: true, sites: false },
  { job: false, sites: true },
];

/**
 * Ways to let a job start that does not: the one of the fewest changes first, then the fewest of the job alone and of the sites
 * alone. Each was replayed. None where the job starts, or where something must be mended first that `flare-jobs check` reports.
 */
export function remedies(job: Job, network: Network): readonly Remedy[] {
  if (attempt(job, network, 'enough').decision === 'starts') return [];
  const found: Remedy[] = [];
  for (const allowed of PARTIES) {
    const changes = fewestChanges(job, network, allowed);
    if (!changes || !starts(job, network, changes)) continue;
    const count = countOf(changes);
    const remedy = { changes, count, by: partyOf(changes), fix: remedyFix(job, changes) };
    if (!found.some((other) => other.by === remedy.by)) found.push(remedy);
  }
  // A way that needs both parties is only worth telling where it is the shortest.
  const alone = Math.min(...found.filter(({ by }) => by !== 'both').map(({ count }) => count));
  return found
    .filter(({ by, count }) => by !== 'both' || count < alone)
    .sort((a, b) => a.count - b.count || Number(b.by === 'job') - Number(a.by === 'job'));
}

/** How many changes a list of them is. */
export function countOf(changes: readonly Change[]): number {
  return changes.reduce((sum, change) => sum + ('count' in change ? change.count : 1), 0);
}

function starts(job: Job, network: Network, changes: readonly Change[]): boolean {
  const after = proposed(network, changes);
  return attempt(job, after.network, 'enough', after.proposal).decision === 'starts';
}

function partyOf(changes: readonly Change[]): Remedy['by'] {
  const isOfSites = ({ kind }: Change) => kind === 'bring-up' || kind === 'bring-up-others' || kind === 'offer';
  if (changes.every(isOfSites)) return 'sites';
  return changes.some(isOfSites) ? 'both' : 'job';
}

/** The fewest changes over all that may be done with the default block, which concerns many sites at once. */
function fewestChanges(job: Job, network: Network, allowed: Allowed): readonly Change[] | undefined {
  let best: readonly Change[] | undefined;
  for (const edits of defaultEdits(job, network, allowed)) {
    // Each edit is a change of its own, so that nothing better is to come.
    if (best && countOf(best) <= edits.length) break;
    const changes = withDefault(job, network, allowed, edits);
    if (changes && (!best || countOf(changes) < countOf(best))) best = changes;
  }
  return best;
}

/** To leave the default block as it is, or to ask all sites for as much as one of them has. */
function defaultEdits({ resources }: Job, network: Network, allowed: Allowed): readonly (readonly RequestEdit[])[] {
  const block = textEntry(resources.object, RESOURCE_DEFAULT)?.value;
  if (!block || !allowed.job) return [[]];
  if (block.kind !== 'object') return [[], [{ site: RESOURCE_DEFAULT, key: undefined, to: 'removed' }]];
  const edits: RequestEdit[][] = [[]];
  for (const { key, value } of block.value.list) {
    const offered = new Set(
      [...network.offers.values(), network.otherwise].flatMap((offer) => {
        if (offer.kind === 'units') return offer.units.get(key) ?? [];
        return offer.kind === 'gpus' && key === offer.gpuKey ? offer.gpus : [];
      }),
    );
    const amounts = [...offered, 0].filter((amount, index, all) => all.indexOf(amount) === index && amount !== value.value);
    for (const to of amounts.sort((a, b) => b - a)) edits.push([{ site: RESOURCE_DEFAULT, key, to }]);
    edits.push([{ site: RESOURCE_DEFAULT, key, to: 'removed' }]);
  }
  return edits;
}

function withDefault(job: Job, network: Network, allowed: Allowed, edits: readonly RequestEdit[]): readonly Change[] | undefined {
  const forced = forcedChanges(job, edits);
  if (!forced || (forced.length > 0 && !allowed.job)) return undefined;
  const required = requiredSites(job);
  const mandatory = required.kind === 'sites' && required.node?.kind === 'array' ? required.sites : [];
  const repeatsOf = new Map<string | undefined, number>();
  for (const { name } of mandatory) repeatsOf.set(name, (repeatsOf.get(name) ?? 0) + 1);
  const up = new Set(network.up);
  const choices: Choice[] = [];
  for (const site of clientsOf(job, network)) {
    const repeats = repeatsOf.get(site) ?? 0;
    const hasApp = job.deployment.allSites !== undefined || job.deployment.bySite.has(site);
    const isUp = up.has(site);
    const changes = hasApp ? siteChanges(job, network, site, allowed, edits) : undefined;
    const isReached = changes !== undefined && (isUp || allowed.sites);
    const mustBeMended = isUp && hasApp && requestOf(job, site, edits).kind === 'crash';
    if (mustBeMended && !changes) return undefined;
    if (mustBeMended) forced.push(...(changes ?? []));
    choices.push({
      site,
      needed: isReached ? [...(isUp ? [] : [bringUp(site)]), ...(mustBeMended ? [] : changes)] : undefined,
      drop: repeats > 0 ? { change: { kind: 'not-mandatory', site }, allowed: allowed.job } : undefined,
      once: repeats > 1 ? { kind: 'mandatory-once', site } : undefined,
    });
  }
  const least = leastClients(job);
  const chosen = cheapest(choices, {
    least: least.kind === 'number' ? least.value : undefined,
    mayLower: allowed.job,
    hasOthers: allowed.sites && job.deployment.allSites !== undefined && othersCanRun(job, network, edits),
  });
  return chosen && [...forced, ...chosen];
}

function bringUp(site: string): Change {
  return { kind: 'bring-up', count: 1, sites: [site] };
}

/** Whether sites that nobody named could have what such sites are asked for. */
function othersCanRun(job: Job, network: Network, edits: readonly RequestEdit[]): boolean {
  const request = requestOf(job, UNNAMED_SITE, edits);
  if (request.kind !== 'request') return false;
  return request.entries.length === 0 || offerOf(network, UNNAMED_SITE).kind === 'unknown';
}

/** What must be changed whatever the sites do; `undefined` where nothing here can help. */
function forcedChanges(job: Job, edits: readonly RequestEdit[]): Change[] | undefined {
  const { deployment, metaObject, target } = job;
  if (!metaObject || !deployment.certain || deployment.apps.length === 0) return undefined;
  const forced: Change[] = edits.map(({ site, key, to }) =>
    to === 'removed' || key === undefined ? { kind: 'do-not-ask', site, key } : { kind: 'ask', site, key, to },
  );
  for (const key of SCHEDULER_KEYS) {
    const found = entry(metaObject, key);
    if (found && scheduleFault(found, target)) forced.push({ kind: 'remove-count', key });
  }
  const required = requiredSites(job);
  if (required.kind === 'unknown') return undefined;
  const isOdd = required.kind !== 'sites' || required.sites.some(({ name }) => name === undefined);
  if (isOdd || (required.kind === 'sites' && required.sites.length > 0 && required.node?.kind !== 'array')) {
    forced.push({ kind: 'nobody-mandatory' });
  }
  return leastClients(job).kind === 'unknown' ? undefined : forced;
}
