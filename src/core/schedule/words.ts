/** What the replay found, in words. */

import { RESOURCE_DEFAULT } from '../job/job-def';
import type { Release } from '../job/release';
import { isSince } from '../job/release';
import { counted } from '../text/counted';
import type { Change } from './change';
import { offerText } from './offer';
import type { Cause, Decision, Outcome, SiteOutcome } from './outcome';
import type { RequestEntry } from './request';

/** The decision as one sentence without a full stop, and what follows from it. */
export function decisionText({ decision, cause, sites }: Outcome, release: Release): string {
  const running = sites.filter(({ state }) => state === 'runs' || state === 'unclear');
  const why = cause ? causeText(cause) : '';
  switch (decision) {
    case 'starts':
      return `the job starts with ${clientsText(running.length)}`;
    case 'depends':
      return `the job starts if enough of its clients have what they are asked for; else it waits: ${why}`;
    case 'waits':
      return `the job waits: ${why}; ${patience(release)}`;
    case 'gives-up':
      return `the scheduler gives the job up at once (FINISHED:CAN_NOT_SCHEDULE): ${why}`;
    case 'fails':
      return `the scheduler fails over the job, and starts neither it nor the jobs behind it: ${why}`;
    case 'unknown':
      return `it cannot be known whether the job starts: ${why}`;
  }
}

/** The decision in two or three words. */
export const DECISION_TITLES: { readonly [decision in Decision]: string } = {
  starts: 'starts',
  depends: 'may start',
  waits: 'does not start',
  'gives-up': 'is given up',
  fails: 'stops the scheduler',
  unknown: 'cannot be known',
};

/** How long NVFLARE goes on to try: ten attempts since 2.3, at first every 10 seconds and at last every ten minutes. */
function patience(release: Release): string {
  if (!isSince(release, '2.3')) return 'NVFLARE tries again without end';
  return 'NVFLARE tries 10 times, for about 40 minutes, and then gives up (FINISHED:CAN_NOT_SCHEDULE)';
}

/** A cause as a clause. */
function causeText(cause: Cause): string {
  switch (cause.kind) {
    case 'no-deploy-map':
      return 'there is no deploy_map';
    case 'deploy-map-unreadable':
      return 'deploy_map has a form that it cannot read';
    case 'too-many-attempts':
      return 'schedule_count says that it was tried too often';
    case 'attempts-not-a-number':
      return 'a count of its own attempts in the meta file has the wrong type';
    case 'mandatory-not-a-list':
      return 'mandatory_clients must be a list of site names';
    case 'mandatory-not-connected':
      return cause.site === undefined
        ? 'mandatory_clients has an element that is no site name'
        : `the mandatory client ${cause.site} is not connected, or no app goes to it`;
    case 'mandatory-twice':
      return `mandatory_clients names ${listed(cause.sites)} more than once`;
    case 'too-few-connected':
      return `${clientsText(cause.connected)} of the deploy map ${cause.connected === 1 ? 'is' : 'are'} connected, min_clients is ${cause.least}`;
    case 'least-not-a-number':
      return 'min_clients must be a number';
    case 'resources-not-an-object':
      return `resource_spec has something for ${cause.site} that is no object`;
    case 'nobody-asked':
      return 'no client is connected that an app goes to';
    case 'too-few-with-resources':
      return `${clientsText(cause.enough)} ${cause.enough === 1 ? 'has' : 'have'} enough resources, min_clients is ${cause.least}`;
    case 'mandatory-without-resources':
      return `${cause.sites.length === 1 ? 'the mandatory client' : 'the mandatory clients'} ${listed(cause.sites)} ${cause.sites.length === 1 ? 'does' : 'do'} not have enough resources`;
    case 'no-server':
      return 'deploy_map does not name the server';
    case 'files-unclear':
      return 'the meta file cannot be read as far as that';
  }
}

/** What becomes of a client, as a clause. */
export function siteText({ state, answer, offer, asked }: SiteOutcome): string {
  switch (state) {
    case 'runs':
      return 'runs';
    case 'ready':
      return 'is ready';
    case 'no-app':
      return 'no app goes there';
    case 'not-connected':
      return 'is not connected';
    case 'unclear':
      return `runs if it has ${askedText(asked) || 'what its own resource manager wants'}; its offer is ${offerText(offer)}`;
    case 'left-out':
      return `is left out: ${shortageText(answer)}`;
  }
}

function shortageText(answer: SiteOutcome['answer']): string {
  switch (answer.kind) {
    case 'short': {
      const { key } = answer.entry;
      if (answer.offered === undefined) return `it knows no resource "${key}"`;
      return `it is asked for ${key} ${amountText(answer.entry)} and has ${answer.offered}`;
    }
    case 'raises':
      if (answer.why === 'missing-key')
        return 'it is asked for resources, but for no number of GPUs, and its resource manager fails over that';
      if (answer.why === 'not-whole') return `${answer.entry?.key} must be a whole number`;
      return `${answer.entry?.key} must be a number`;
    case 'refused':
      return 'what it is asked for is no object';
    default:
      return 'it does not have what it is asked for';
  }
}

/** What a site is asked for: `num_of_gpus 2, mem_per_gpu_in_GiB 16`. */
export function askedText(asked: readonly RequestEntry[]): string {
  return asked.map((entry) => `${entry.key} ${amountText(entry)}`).join(', ');
}

function amountText({ amount }: RequestEntry): string {
  if (amount.number !== undefined) return String(amount.number);
  return amount.kind === 'unknown' ? 'that cannot be read' : `that is no number`;
}

/** More than so many are counted, and not named: nobody reads a sentence of 100,000 names. */
const MOST_NAMED = 12;
const MOST_CHANGES = 50;

function listed(names: readonly string[]): string {
  if (names.length <= MOST_NAMED) return names.join(', ');
  return `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`;
}

/** Changes as orders; behind the first fifty it is said how many more there are. */
export function changesText(changes: readonly Change[]): readonly string[] {
  const texts = changes.slice(0, MOST_CHANGES).map(changeText);
  return changes.length <= MOST_CHANGES ? texts : [...texts, `and ${changes.length - MOST_CHANGES} more changes`];
}

/** A change as an order: `lower min_clients to 2`. */
export function changeText(change: Change): string {
  switch (change.kind) {
    case 'lower-least':
      return `set min_clients to ${change.to}`;
    case 'not-mandatory':
      return `take ${change.site} out of mandatory_clients`;
    case 'mandatory-once':
      return `name ${change.site} once in mandatory_clients`;
    case 'nobody-mandatory':
      return 'remove mandatory_clients';
    case 'remove-count':
      return `remove ${change.key}`;
    case 'ask':
      return `ask ${whoText(change.site)} for ${change.key} ${change.to}`;
    case 'do-not-ask':
      return change.key === undefined
        ? `remove the block of ${whoText(change.site)} from resource_spec`
        : `do not ask ${whoText(change.site)} for ${change.key}`;
    case 'bring-up':
      if (change.sites.length === change.count) return `bring ${listed(change.sites)} up`;
      return `bring ${change.count} of ${listed(change.sites)} up`;
    case 'bring-up-others':
      return `bring ${change.count} more ${change.count === 1 ? 'client' : 'clients'} up`;
    case 'offer':
      return `let ${change.site} offer ${change.key} ${change.to}`;
  }
}

function whoText(site: string): string {
  return site === RESOURCE_DEFAULT ? 'all sites' : site;
}

function clientsText(count: number): string {
  return count === 0 ? 'no clients' : counted(count, 'client');
}
