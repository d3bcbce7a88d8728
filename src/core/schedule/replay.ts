/**
 * One attempt of NVFLARE's scheduler on one job, replayed: `DefaultJobScheduler` of
 * `nvflare/app_common/job_schedulers/job_scheduler.py` with the answers that the sites' resource managers give.
 */
import { MOST_SCHEDULE_ATTEMPTS, SERVER_SITE } from '../job/job-def';
import type { Job } from '../job/model';
import { isSince } from '../job/release';
import type { Range } from '../text/range';
import { type ConfigNode, get, keyRange, rangeOf } from '../tree/node';
import { isFalsy } from '../tree/query';
import { isNumeric } from './amount';
import { type ApplicableSites, applicableSites } from './applicable-sites';
import { type Answer, checkResources } from './check-resources';
import { type Network, offerOf } from './offer';
import type { Cause, Decision } from './outcome';
import { type LeastClients, leastClients, type RequiredSites, requiredSites } from './python-values';
import { editsBySite, type RequestEdit, type RequestEntry, type ResourceRequest, requestOf } from './request';

/** Values that somebody proposes instead of those in the meta file. */
export interface Proposal {
  readonly least?: number;
  /** Mandatory clients that are taken out of the list, with all their repeats. */
  readonly notMandatory?: ReadonlySet<string>;
  /** The whole list is taken out. */
  readonly nobodyMandatory?: boolean;
  /** Mandatory clients that stay in the list once. */
  readonly onceMandatory?: ReadonlySet<string>;
  readonly requests?: readonly RequestEdit[];
  /** The keys of the scheduler's own counts are taken out. */
  readonly noCounts?: boolean;
}

/** What a site was asked for, and what it answered. */
export interface Asked {
  readonly entries: readonly RequestEntry[];
  readonly answer: Answer | { readonly kind: 'refused'; readonly at: Range };
}

/** How the attempt ends, and what became known on the way. */
export interface Attempt {
  readonly decision: Exclude<Decision, 'depends'>;
  readonly cause: Cause | undefined;
  /** A place in the meta file. */
  readonly at: Range | undefined;
  /** The connected clients that the deploy map means, each once, with their answers where they were asked. */
  readonly asked: ReadonlyMap<string, Asked>;
  readonly appOf: ReadonlyMap<string, string>;
}

/** Replays one attempt. Sites whose answer cannot be known are taken to say what `assume` says. */
export function attempt(job: Job, network: Network, assume: 'enough' | 'short', proposal: Proposal = {}): Attempt {
  const asked = new Map<string, Asked>();
  const applicable = applicableSites(job, network.up);
  const appOf: ReadonlyMap<string, string> = applicable.kind === 'sites' ? applicable.appOf : new Map();
  const end = (decision: Attempt['decision'], cause?: Cause, at?: Range): Attempt => ({ decision, cause, at, asked, appOf });

  const counts = proposal.noCounts ? undefined : countsFault(job);
  if (counts) return end(counts.decision, counts.cause, counts.at);
  const early = deployMapFault(job, applicable);
  if (early) return end(early.decision, early.cause, early.at);
  const sites = applicable.kind === 'sites' ? applicable.sites : [];

  const required = proposedRequired(requiredSites(job), proposal);
  if (required.kind === 'unknown') return end('unknown', { kind: 'files-unclear' });
  if (required.kind !== 'sites') {
    return end(required.kind === 'blocked' ? 'gives-up' : 'fails', { kind: 'mandatory-not-a-list' }, required.node);
  }
  const isApplicable = new Set(sites);
  const absent = required.sites.find(({ name }) => name === undefined || !isApplicable.has(name));
  if (absent) return end('waits', { kind: 'mandatory-not-connected', site: absent.name }, rangeOf(absent.node));

  const least: LeastClients =
    proposal.least === undefined ? leastClients(job) : { kind: 'number', value: proposal.least, node: undefined };
  if (least.kind === 'unknown') return end('unknown', { kind: 'files-unclear' });
  if (least.kind === 'fails') return end('fails', { kind: 'least-not-a-number' }, least.node);
  if (least.kind === 'number' && sites.length < least.value) {
    return end('waits', { kind: 'too-few-connected', connected: sites.length, least: least.value }, placeOfLeast(job));
  }

  const editsOf = editsBySite(proposal.requests ?? []);
  for (const site of isApplicable) {
    const request = requestOf(job, site, editsOf(site));
    if (request.kind === 'crash') return end('fails', { kind: 'resources-not-an-object', site }, request.at);
    asked.set(site, answerOf(job, network, site, request));
  }
  if (asked.size === 0) return end('waits', { kind: 'nobody-asked' }, placeOfLeast(job));
  const enough = [...asked].filter(
    ([, { answer }]) => answer.kind === 'enough' || (answer.kind === 'unknown' && assume === 'enough'),
  );
  if (least.kind === 'fails-late') return end('fails', { kind: 'least-not-a-number' }, least.node);
  if (enough.length < least.value) {
    return end(
      'waits',
      { kind: 'too-few-with-resources', enough: enough.length, least: least.value },
      placeOfShortage(job, asked),
    );
  }

  const ready = new Set(enough.map(([site]) => site));
  const lacking = lackingSites(job, required, ready);
  if (!lacking) return end('fails', { kind: 'mandatory-not-a-list' }, required.node);
  if (lacking.size > 0) {
    const isRepeated = [...lacking].every((site) => ready.has(site));
    const cause: Cause = { kind: isRepeated ? 'mandatory-twice' : 'mandatory-without-resources', sites: [...lacking] };
    const last = required.sites.filter(({ name }) => name !== undefined && lacking.has(name)).at(-1);
    return end('waits', cause, last && rangeOf(last.node));
  }
  if (!appOf.has(SERVER_SITE)) return end('fails', { kind: 'no-server' }, job.deployment.entry && keyRange(job.deployment.entry));
  return end('starts');
}

/**
 * The mandatory sites that are still on the list when one repeat of each site that is ready was taken off it; before 2.9 the others
 * stay behind. `undefined` where Python finds a site in the value, but not on the list made of it.
 */
function lackingSites(
  { target }: Job,
  { sites, node }: Extract<RequiredSites, { kind: 'sites' }>,
  ready: ReadonlySet<string>,
): ReadonlySet<string> | undefined {
  const names = sites.map(({ name }) => name ?? '');
  if (node?.kind === 'string' && !isSince(target, '2.9')) {
    const letters = new Set(names);
    for (const site of ready) if (node.value.includes(site) && !letters.has(site)) return undefined;
  }
  const taken = new Set<string>();
  const lacking = new Set<string>();
  for (const name of names) {
    if (ready.has(name) && !taken.has(name)) taken.add(name);
    else lacking.add(name);
  }
  return lacking;
}

interface Ending {
  readonly decision: Attempt['decision'];
  readonly cause: Cause;
  readonly at: Range | undefined;
}

/** Since 2.3 the scheduler counts its attempts in the meta, where an author may have left something (`_do_schedule_job`). */
function countsFault({ metaObject, target }: Job): Ending | undefined {
  if (!metaObject || !isSince(target, '2.3')) return undefined;
  const count = get(metaObject, 'schedule_count');
  if (count && count.kind !== 'unknown') {
    if (!isNumeric(count)) return { decision: 'fails', cause: { kind: 'attempts-not-a-number' }, at: rangeOf(count) };
    if (Number(count.value) >= MOST_SCHEDULE_ATTEMPTS) {
      return { decision: 'gives-up', cause: { kind: 'too-many-attempts' }, at: rangeOf(count) };
    }
  }
  const last = get(metaObject, 'last_schedule_time');
  const history = get(metaObject, 'schedule_history');
  const isOdd = (node: ConfigNode | undefined, isRight: (node: ConfigNode) => boolean) =>
    node !== undefined && node.kind !== 'unknown' && !isRight(node);
  if (isOdd(last, isNumeric)) return { decision: 'fails', cause: { kind: 'attempts-not-a-number' }, at: last && rangeOf(last) };
  if (isOdd(history, (node) => node.kind === 'array' || isFalsy(node) !== false)) {
    return { decision: 'fails', cause: { kind: 'attempts-not-a-number' }, at: history && rangeOf(history) };
  }
  return undefined;
}

function deployMapFault(job: Job, applicable: ApplicableSites): Ending | undefined {
  switch (applicable.kind) {
    case 'unknown':
      return { decision: 'unknown', cause: { kind: 'files-unclear' }, at: undefined };
    case 'empty': {
      const { entry } = job.deployment;
      return {
        decision: isSince(job.target, '2.3') ? 'gives-up' : 'fails',
        cause: { kind: 'no-deploy-map' },
        at: entry && keyRange(entry),
      };
    }
    case 'crash':
      return { decision: 'fails', cause: { kind: 'deploy-map-unreadable' }, at: applicable.at };
    case 'sites':
      return undefined;
  }
}

function proposedRequired(required: RequiredSites, { notMandatory, nobodyMandatory, onceMandatory }: Proposal): RequiredSites {
  if (nobodyMandatory) return { kind: 'sites', sites: [], node: undefined };
  if (required.kind !== 'sites' || (!notMandatory && !onceMandatory)) return required;
  const seen = new Set<string>();
  const sites = required.sites.filter(({ name }) => {
    if (name === undefined) return true;
    if (notMandatory?.has(name) || (onceMandatory?.has(name) && seen.has(name))) return false;
    seen.add(name);
    return true;
  });
  return { ...required, sites };
}

/** Asks one site for what the job wants there. */
export function askSite(job: Job, network: Network, site: string, edits: readonly RequestEdit[] = []): Asked {
  return answerOf(job, network, site, requestOf(job, site, edits));
}

function answerOf(job: Job, network: Network, site: string, request: ResourceRequest): Asked {
  const offer = offerOf(network, site);
  switch (request.kind) {
    case 'request':
      return { entries: request.entries, answer: checkResources(request.entries, offer, job.target) };
    case 'refused': {
      // Every manager refuses what is no object; only one of the site's own may not.
      const isKnown = offer.kind !== 'unknown' || offer.why === undefined;
      return { entries: [], answer: isKnown ? { kind: 'refused', at: request.at } : UNKNOWN_ANSWER };
    }
    default:
      return { entries: [], answer: UNKNOWN_ANSWER };
  }
}

const UNKNOWN_ANSWER: Answer = { kind: 'unknown' };

/** `min_clients`, or the deploy map where the job leaves it out. */
function placeOfLeast({ metaObject, deployment }: Job): Range | undefined {
  const node = metaObject && get(metaObject, 'min_clients');
  if (node) return rangeOf(node);
  return deployment.entry && keyRange(deployment.entry);
}

/** The key that asks the first site for too much. */
function placeOfShortage(job: Job, asked: ReadonlyMap<string, Asked>): Range | undefined {
  for (const { answer } of asked.values()) {
    if ('entry' in answer && answer.entry?.entry) return rangeOf(answer.entry.entry.entry.value);
    if ('at' in answer) return answer.at;
  }
  return job.resources.entry ? keyRange(job.resources.entry) : placeOfLeast(job);
}
