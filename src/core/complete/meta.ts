import { aboutKey, keyFacts } from '../assist/index';
import { bareStop, emptyStop, stop } from '../formats/typing/stops';
import { ALL_SITES, isJobName, SERVER_SITE } from '../index';
import { type Draft, type DraftObject, draftOf } from '../tree/draft';
import { at, type Path } from '../tree/query';
import { clashes } from './clashes';
import { keySuggestions, keysIn, valueSuggestions } from './from-facts';
import { likely } from './matching';
import { lists, rankOf, siteItems, siteLists, without } from './meta-site-lists';
import { MetaSites, type SiteOffer } from './meta-sites';
import { asNamed, canRun, freeClients, type Placing, placeIn } from './placing';
import type { Asked } from './request';
import { type Suggestion, text, valueOffer } from './suggestion';

/** What there is to offer in a meta file. */
export function* metaSuggestions(asked: Asked): Generator<Suggestion> {
  const { place } = asked;
  const sites = new MetaSites(asked);
  switch (place.kind) {
    case 'key':
      if (startsList(asked)) yield* items(asked, sites, [...place.path, 0]);
      yield* keys(asked, sites);
      return;
    case 'value':
      yield* values(asked, sites);
      return;
    case 'item':
      yield* items(asked, sites, place.path);
      return;
  }
}

/** Whether a list may begin at a place where a key may as well: nothing else is there, and a list is what belongs there. */
function startsList({ place }: Asked): boolean {
  return (
    place.mayStartList && keysIn(at(place.document.root, place.path)).size === 0 && keyFacts(place.path)?.kinds[0] === 'array'
  );
}

function* keys(asked: Asked, sites: MetaSites): Generator<Suggestion> {
  const { place, job } = asked;
  const { path } = place;
  const facts = keyFacts(path);
  if (!facts || (startsList(asked) && path.length > 0)) return;
  const present = keysIn(at(place.document.root, path));
  if (path.length === 0 && present.size === 0) yield wholeJob(asked);
  if (path[0] === 'deploy_map' && path.length === 1) yield* appKeys(asked, sites, present);
  const start = (key: string) => {
    const value = path.length === 0 ? topValue(asked, sites, key) : undefined;
    return value && { value };
  };
  const about = (key: string) => aboutKey([...path, key]);
  if (!(path[0] === 'deploy_map' && path.length > 1)) {
    const keys = Object.entries(facts.keys ?? {}).filter(([key]) => !clashes(place.document.root, path, key, job.target));
    yield* keySuggestions({ ...facts, keys: Object.fromEntries(keys) }, present, job.target, { about, start });
  }
  if (path.length === 1 && (path[0] === 'resource_spec' || path[0] === 'launcher_spec')) yield* siteKeys(asked, sites, present);
}

/** Sites that may have a block; the server has launcher options, but no resources. */
function* siteKeys({ place }: Asked, sites: MetaSites, present: ReadonlySet<string>): Generator<Suggestion> {
  const isLauncher = place.path[0] === 'launcher_spec';
  if (isLauncher && (sites.hasAll || sites.deployed.has(SERVER_SITE)) && !present.has(SERVER_SITE)) {
    yield siteKey({ name: SERVER_SITE, from: 'the server' });
  }
  for (const site of likely(place.typed, sites.clientOffers())) if (!present.has(site.name)) yield siteKey(site);
}

function siteKey({ name, from }: SiteOffer): Suggestion {
  return {
    label: name,
    kind: 'site',
    detail: from,
    offer: { key: name, value: emptyStop(1, 'object') },
    rank: 300,
  };
}

/** App folders that no site gets yet. Where `@ALL` is given away, no site is left for another app. */
function* appKeys(asked: Asked, sites: MetaSites, present: ReadonlySet<string>): Generator<Suggestion> {
  if (sites.hasAll) return;
  for (const name of appFolders(asked.job)) {
    if (present.has(name)) continue;
    const placed = firstSites(asked, sites, name);
    if (!placed) continue;
    const { drafts, brings, beyond } = placed;
    const value: Draft = { kind: 'array', items: drafts.map((each) => ({ value: each })) };
    yield {
      label: name,
      kind: 'app',
      detail: 'app folder',
      offer: { key: name, value },
      rank: rankOf(0, beyond),
      brings,
      beyond,
    };
  }
}

/** The sites that an app begins with: all of them, or else what it has a configuration for and no app goes to yet. */
function firstSites(asked: Asked, sites: MetaSites, name: string): Placing | undefined {
  const app = asked.job.apps.get(name);
  const client = freeClients(sites).next().value;
  const isForServer = canRun(app, 'server') && (!sites.deployed.has(SERVER_SITE) || !canRun(app, 'client'));
  const isForAll = sites.mayBeAll && canRun(app, 'server') && canRun(app, 'client');
  const placed = placeIn(asked, sites, name)([isForAll ? ALL_SITES : isForServer ? SERVER_SITE : client]);
  return placed && { ...placed, drafts: placed.names.map((site, index) => stop(index + 1, site)) };
}

function appFolders(job: Asked['job']): readonly string[] {
  return [...job.apps.values()].filter(({ exists, name }) => exists && isJobName(name)).map(({ name }) => name);
}

/** Values of keys at the top, where the job itself says what is likely. */
function topValue(asked: Asked, sites: MetaSites, key: string): Draft | undefined {
  switch (key) {
    case 'name':
      return stop(1, asked.job.sources.name);
    case 'deploy_map':
      return map(asked);
    case 'min_clients':
      return bareStop(1, String(Math.max(1, sites.clients.length)));
    default:
      return undefined;
  }
}

/**
 * A whole deploy map: one app for all sites where an app can run there, or else each app where it can. The caret stops at the sites
 * from a number on.
 */
function map({ job }: Asked, number = 1): DraftObject {
  const folders = appFolders(job);
  const whole = folders.find((name) => canRun(job.apps.get(name), 'server') && canRun(job.apps.get(name), 'client'));
  const server = folders.find((name) => canRun(job.apps.get(name), 'server'));
  const clients = folders.filter((name) => name !== server && canRun(job.apps.get(name), 'client'));
  const sitesOf = (name: string, sites: readonly string[], from: number) => ({
    key: name,
    value: { kind: 'array' as const, items: sites.map((site, index) => ({ value: stop(from + index, site) })) },
  });
  if (whole !== undefined || server === undefined || clients.length === 0)
    return { kind: 'object', entries: [sitesOf(whole ?? folders[0] ?? 'app', [ALL_SITES], number)] };
  const own = clients.map((name, index) => sitesOf(name, [`site-${index + 1}`], number + 1 + index));
  return { kind: 'object', entries: [sitesOf(server, [SERVER_SITE], number), ...own] };
}

/** Everything that a job needs, for a file with nothing in it. */
function wholeJob(asked: Asked): Suggestion {
  const { place } = asked;
  const value = wholeDraft(asked);
  const [first, ...also] = value.entries;
  const offer = place.kind === 'key' && first ? { ...first, also } : { value };
  return { label: 'job', kind: 'snippet', detail: 'name, min_clients and deploy_map', offer, rank: 0 };
}

function wholeDraft(asked: Asked): DraftObject {
  return {
    kind: 'object',
    entries: [
      { key: 'name', value: stop(1, asked.job.sources.name) },
      { key: 'min_clients', value: bareStop(2, '1') },
      { key: 'deploy_map', value: map(asked, 3) },
    ],
  };
}

function* values(asked: Asked, sites: MetaSites): Generator<Suggestion> {
  const { place, job } = asked;
  const { path } = place;
  if (path.length === 0) {
    yield wholeJob(asked);
    return;
  }
  const [top] = path;
  if (top === 'deploy_map' && path.length === 2) yield* siteLists(asked, sites, path[1]);
  else if (top === 'mandatory_clients' && path.length === 1) yield* lists(place.typed, sites.clientOffers(), asNamed);
  else if (top === 'deploy_map' && path.length === 3)
    yield* lists(place.typed, sites.undeployed(), placeIn(asked, sites, path[1]));
  else if (top === 'deploy_map' && path.length === 1) yield* maps(asked, sites);
  else {
    const own = path.length === 1 ? ownValue(asked, sites, String(top)) : undefined;
    if (own) yield own;
    const facts = keyFacts(path);
    const mayBe = (label: string) => top !== 'min_clients' || sites.clients.length === 0 || Number(label) <= sites.clients.length;
    for (const each of facts ? valueSuggestions(facts, job.target) : []) if (mayBe(each.label)) yield each;
  }
}

/** What the job itself says of a value at the top. */
function ownValue({ job }: Asked, sites: MetaSites, key: string): Suggestion | undefined {
  if (key === 'name') {
    return { label: job.sources.name, kind: 'value', detail: 'the folder', offer: valueOffer(text(job.sources.name)), rank: 0 };
  }
  const count = sites.clients.length;
  if (key !== 'min_clients' || count === 0) return undefined;
  return { label: String(count), kind: 'value', detail: 'all clients', offer: valueOffer(draftOf(count)), rank: 0 };
}

function* maps(asked: Asked, sites: MetaSites): Generator<Suggestion> {
  const [app] = appFolders(asked.job);
  const facts = keyFacts(['deploy_map']);
  if (app !== undefined && sites.mayBeAll) {
    const value = map(asked);
    const [first] = value.entries;
    const label = value.entries.length > 1 ? `${value.entries.length} apps` : `${first?.key ?? app} for all sites`;
    yield { label, kind: 'snippet', offer: { value }, rank: 0 };
  } else if (facts) yield* valueSuggestions(facts, asked.job.target);
}

function* items(asked: Asked, sites: MetaSites, path: Path): Generator<Suggestion> {
  const { place } = asked;
  const [top] = path;
  if (top === 'mandatory_clients' && path.length === 2) {
    yield* siteItems(place.typed, without(sites.clientOffers(), sites.mandatory), asNamed);
  } else if (top === 'deploy_map' && path.length >= 3) {
    const placed = placeIn(asked, sites, path[1]);
    const all = sites.mayBeAll ? placed([ALL_SITES]) : undefined;
    if (all) {
      const { beyond } = all;
      yield {
        label: ALL_SITES,
        kind: 'site',
        detail: 'the server and all clients',
        offer: valueOffer(text(ALL_SITES)),
        rank: rankOf(0, beyond),
        beyond,
      };
    }
    yield* siteItems(place.typed, sites.undeployed(), placed);
  } else {
    const facts = keyFacts(path.slice(0, -1));
    const examples = (facts?.examples ?? []).flat();
    for (const example of new Set(examples)) {
      if (typeof example === 'string') yield { label: example, kind: 'value', offer: valueOffer(text(example)), rank: 10 };
    }
  }
}
