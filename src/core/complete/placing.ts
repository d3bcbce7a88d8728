import { stop } from '../formats/typing/stops';
import { STAND_IN } from '../formats/typing/typed-place';
import { isAllSites, isSince, SERVER_SITE } from '../index';
import type { App, Job } from '../job/model';
import type { Draft } from '../tree/draft';
import type { Bring } from './brings';
import type { MetaSites } from './meta-sites';
import { text } from './suggestion';

/** What naming sites for an app comes to, so that the job then goes to the server and to as many clients as it asks for. */
export interface Placing {
  /** The sites that are named, the server first, and those that come with them. */
  readonly names: readonly string[];
  readonly drafts: readonly Draft[];
  readonly brings: readonly Bring[];
  readonly needs: readonly string[];
  /** Whether another app has what these sites run and this one has not. */
  readonly isMisplaced: boolean;
}

/** Nobody wants more names than these written for him. */
const MOST_ADDED = 20;

/** Names sites for an app. */
export function placing(job: Job, sites: MetaSites, chosen: readonly string[], appName: string): Placing {
  const app = job.apps.get(appName);
  const lacks = {
    server: !canRun(app, 'server') && chosen.some((name) => name === SERVER_SITE || isAllSites(name)),
    client: !canRun(app, 'client') && chosen.some((name) => name !== SERVER_SITE),
  };
  const needs = [...(lacks.server ? [NO_SERVER_FILE] : []), ...(lacks.client ? [NO_CLIENT_FILE] : [])];
  const isMisplaced = (['server', 'client'] as const).some((side) => lacks[side] && hasOther(job, appName, side));
  if (sites.hasAll || chosen.some(isAllSites)) return { names: chosen, drafts: chosen.map(text), brings: [], needs, isMisplaced };
  const { names: clients, tooMany } = missingClients(sites, chosen);
  const lacksServer = isSince(job.target, '2.3') && !sites.deployed.has(SERVER_SITE) && !chosen.includes(SERVER_SITE);
  const here = { server: lacksServer && canRun(app, 'server'), client: canRun(app, 'client') };
  const added = here.client ? clients : [];
  const brings: Bring[] = [];
  const elsewhere = (side: 'server' | 'client', wanted: readonly string[]) => {
    const other = wanted.length > 0 ? otherApp(job, sites, appName, side) : undefined;
    if (other !== undefined) brings.push({ kind: 'sites', app: other, sites: wanted });
    else if (wanted.length > 0) needs.push(side === 'server' ? 'an app for the server' : 'an app for a client');
  };
  if (lacksServer && !here.server) elsewhere('server', [SERVER_SITE]);
  if (!here.client) elsewhere('client', clients);
  if (tooMany) needs.push('more clients, or a smaller min_clients');
  const names = here.server ? [SERVER_SITE, ...chosen] : chosen;
  // What was not chosen is not the author's word: the caret stops there.
  const drafts = [...names.map(text), ...added.map((name, index) => stop(index + 1, name))];
  return { names: [...names, ...added], drafts, brings, needs, isMisplaced };
}

/** Files that an offer for the meta file does not make. */
const NO_SERVER_FILE = 'a server configuration in the app';
const NO_CLIENT_FILE = 'a client configuration in the app';

/** Whether an app can go to a side: what is not there yet may become anything. */
export function canRun(app: App | undefined, side: 'server' | 'client'): boolean {
  return !app?.exists || app[side] !== undefined;
}

function hasOther({ apps }: Job, not: string, side: 'server' | 'client'): boolean {
  return [...apps.values()].some((app) => app.name !== not && app[side] !== undefined);
}

/** Another app that has what the side runs. */
function otherApp({ apps }: Job, { deployment }: MetaSites, not: string, side: 'server' | 'client'): string | undefined {
  const all = [...apps.values()].filter(({ name, exists }) => name !== not && name !== STAND_IN && exists);
  const able = all.filter((app) => app[side]);
  const isList = (name: string) => deployment.apps.find((app) => app.name === name)?.entry.value.kind === 'array';
  const named = new Set(deployment.apps.map(({ name }) => name));
  return able.find(({ name }) => !named.has(name))?.name ?? able.find(({ name }) => isList(name))?.name;
}

/** Clients that must get an app as well: those that are mandatory, and as many as are asked for. */
function missingClients(
  sites: MetaSites,
  chosen: readonly string[],
): { readonly names: readonly string[]; readonly tooMany: boolean } {
  const isThere = (name: string) => sites.deployed.has(name) || chosen.includes(name);
  const names = sites.undeployedMandatory.filter((name) => !chosen.includes(name));
  const fresh = chosen.filter((name) => name !== SERVER_SITE && !sites.deployed.has(name));
  const lacking = Math.max(1, sites.least) - sites.clients.length - fresh.length - names.length;
  if (lacking > MOST_ADDED) return { names, tooMany: true };
  const added: string[] = [];
  for (const name of freeClients(sites)) {
    if (added.length >= lacking) break;
    if (!isThere(name) && !names.includes(name) && !added.includes(name)) added.push(name);
  }
  return { names: [...names, ...added], tooMany: false };
}

/** Clients that no app goes to: those that are known, and then the usual names without end. */
export function* freeClients(sites: MetaSites): Generator<string, never> {
  for (const { name } of sites.undeployed()) if (name !== SERVER_SITE) yield name;
  for (let number = 1; ; number++) if (!sites.deployed.has(`site-${number}`)) yield `site-${number}`;
}
