import { isRefusal } from '../edit/plan';
import { addToApp } from '../edit/site-lists';
import { stop } from '../formats/typing/stops';
import { STAND_IN } from '../formats/typing/typed-place';
import { isAllSites, isSince, SERVER_SITE } from '../index';
import type { Side } from '../job/config/system-variables';
import type { App, Job } from '../job/model';
import type { Draft } from '../tree/draft';
import { type Beyond, newFile } from './beyond';
import type { Bring } from './brings';
import type { MetaSites } from './meta-sites';
import type { Asked } from './request';
import { text } from './suggestion';

/** What naming sites for an app comes to, so that the job then goes to the server and to as many clients as it asks for. */
export interface Placing {
  /** The sites that are named, the server first, and those that come with them. */
  readonly names: readonly string[];
  readonly drafts: readonly Draft[];
  readonly brings: readonly Bring[];
  /** Configurations that the app lacks for these sites. */
  readonly beyond: readonly Beyond[];
}

/**
 * Says what becomes of sites that are named: which names are written, and what else that needs. `undefined` where they are not to be
 * offered: another app has what these sites run and this one has not, or more clients are asked for than anybody wants written for him.
 */
export type Place = (chosen: readonly string[]) => Placing | undefined;

/** Nobody wants more names than these written for him. */
const MOST_ADDED = 20;

/** Names sites that nothing else depends on. */
export const asNamed: Place = (names) => ({ names, drafts: names.map(text), brings: [], beyond: [] });

/** Names sites for an app of the deploy map. */
export function placeIn(asked: Asked, sites: MetaSites, app: string | number | undefined): Place {
  const { job } = asked;
  const name = String(app);
  const server = sideOf(asked, sites, name, 'server');
  const client = sideOf(asked, sites, name, 'client');
  const mayLackServer = isSince(job.target, '2.3') && !sites.deployed.has(SERVER_SITE);
  return (chosen) => {
    const isAll = sites.hasAll || chosen.some(isAllSites);
    const clients = isAll ? [] : missingClients(sites, chosen);
    if (!clients) return undefined;
    const servers = !isAll && mayLackServer && !chosen.includes(SERVER_SITE) ? [SERVER_SITE] : [];
    const forServer = chosen.some((site) => site === SERVER_SITE || isAllSites(site));
    const forClient = chosen.some((site) => site !== SERVER_SITE);
    const brings: Bring[] = [];
    const beyond: Beyond[] = [];
    const here = (side: OfSide, isChosen: boolean, added: readonly string[]): readonly string[] | undefined => {
      if (side.runs || (!isChosen && added.length === 0)) return added;
      if (isChosen ? side.other.has : side.other.has && side.other.takes === undefined) return undefined;
      if (side.other.takes !== undefined) brings.push({ kind: 'sites', app: side.other.takes, sites: added });
      else beyond.push(side.file);
      return side.other.takes === undefined ? added : [];
    };
    const ownServer = here(server, forServer, servers);
    const ownClients = here(client, forClient, clients);
    if (!ownServer || !ownClients) return undefined;
    const names = [...ownServer, ...chosen];
    // What was not chosen is not the author's word: the caret stops there.
    const drafts = [...names.map(text), ...ownClients.map((site, index) => stop(index + 1, site))];
    return { names: [...names, ...ownClients], drafts, brings, beyond };
  };
}

/** Whether an app runs on a side, and else who or what could. */
interface OfSide {
  readonly runs: boolean;
  /** Looked for once, whichever sites are named. */
  readonly other: { readonly has: boolean; readonly takes: string | undefined };
  readonly file: Beyond;
}

function sideOf(asked: Asked, sites: MetaSites, name: string, side: Side): OfSide {
  let other: OfSide['other'] | undefined;
  let file: Beyond | undefined;
  return {
    runs: canRun(asked.job.apps.get(name), side),
    get other() {
      other ??= otherApps(asked.job, sites, name, side);
      return other;
    },
    get file() {
      file ??= newFile(asked, name, side);
      return file;
    },
  };
}

/** Whether an app can go to a side: what is not there yet may become anything. */
export function canRun(app: App | undefined, side: Side): boolean {
  return !app?.exists || app[side] !== undefined;
}

/** Whether other apps have what the side runs, and the one of them that takes further sites: one that has none yet first. */
function otherApps({ apps }: Job, { deployment }: MetaSites, not: string, side: Side): OfSide['other'] {
  const able = [...apps.values()].filter((app) => app.name !== not && app.name !== STAND_IN && app.exists && app[side]);
  const named = new Map(deployment.apps.map((app) => [app.name, app]));
  const isOpen = (name: string) => {
    const app = named.get(name);
    return app !== undefined && !isRefusal(addToApp(app, [SERVER_SITE]));
  };
  const takes = able.find(({ name }) => !named.has(name)) ?? able.find(({ name }) => isOpen(name));
  return { has: able.length > 0, takes: takes?.name };
}

/**
 * Clients that must get an app as well: those that are mandatory, and as many as are asked for. `undefined` where too many would be
 * written; where clients are named already, they are too few as it is.
 */
function missingClients(sites: MetaSites, chosen: readonly string[]): readonly string[] | undefined {
  const isThere = (name: string) => sites.deployed.has(name) || chosen.includes(name);
  const names = sites.undeployedMandatory.filter((name) => !chosen.includes(name));
  const fresh = chosen.filter((name) => name !== SERVER_SITE && !sites.deployed.has(name));
  const lacking = Math.max(1, sites.least) - sites.clients.length - fresh.length - names.length;
  if (lacking > MOST_ADDED) return sites.clients.length > 0 ? names : undefined;
  const added: string[] = [];
  for (const name of freeClients(sites)) {
    if (added.length >= lacking) break;
    if (!isThere(name) && !names.includes(name) && !added.includes(name)) added.push(name);
  }
  return [...names, ...added];
}

/** Clients that no app goes to: those that are known, and then the usual names without end. */
export function* freeClients(sites: MetaSites): Generator<string, never> {
  for (const { name } of sites.undeployed()) if (name !== SERVER_SITE) yield name;
  for (let number = 1; ; number++) if (!sites.deployed.has(`site-${number}`)) yield `site-${number}`;
}
