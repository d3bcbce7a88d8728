import { aboutKey, keyFacts } from '../assist/index';
import { bareStop, emptyStop, stop } from '../formats/typing/stops';
import { ALL_SITES, isJobName, SERVER_SITE } from '../index';
import { type Draft, type DraftObject, draftOf } from '../tree/draft';
import { at, type Path } from '../tree/query';
import { clashesWith } from './clashes';
import { keySuggestions, keysIn, valueSuggestions } from './from-facts';
import { likely } from './matching';
import { lists, siteItems, siteLists, without } from './meta-site-lists';
import { MetaSites, type SiteOffer } from './meta-sites';
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
  const value = (key: string) => (path.length === 0 ? topValue(asked, sites, key) : undefined);
  const about = (key: string) => aboutKey([...path, key]);
  if (!(path[0] === 'deploy_map' && path.length > 1)) {
    const needs = (key: string) => clashesWith(place.document.root, path, key, job.target);
    yield* keySuggestions(facts, present, job.target, { about, value, needs });
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
function* appKeys({ job }: Asked, sites: MetaSites, present: ReadonlySet<string>): Generator<Suggestion> {
  if (sites.hasAll) return;
  const [next] = sites.undeployed();
  const site = sites.mayBeAll ? ALL_SITES : (next?.name ?? sites.unknownSite);
  const value: Draft = { kind: 'array', items: [{ value: stop(1, site) }] };
  for (const name of appFolders(job)) {
    const needs = sites.needsWith([site], name);
    if (!present.has(name)) yield { label: name, kind: 'app', detail: 'app folder', offer: { key: name, value }, rank: 0, needs };
  }
}

function appFolders(job: Asked['job']): readonly string[] {
  return [...job.apps.values()].filter(({ exists, name }) => exists && isJobName(name)).map(({ name }) => name);
}

/** Values of keys at the top, where the job itself says what is likely. */
function topValue({ job }: Asked, sites: MetaSites, key: string): Draft | undefined {
  switch (key) {
    case 'name':
      return stop(1, job.sources.name);
    case 'deploy_map':
      return map(appFolders(job)[0] ?? 'app');
    case 'min_clients':
      return bareStop(1, String(Math.max(1, sites.clients.length)));
    default:
      return undefined;
  }
}

function map(app: string, number = 1): Draft {
  return { kind: 'object', entries: [{ key: app, value: { kind: 'array', items: [{ value: stop(number, ALL_SITES) }] } }] };
}

/** Everything that a job needs, for a file with nothing in it. */
function wholeJob({ job, place }: Asked): Suggestion {
  const value = wholeDraft(job);
  const [first, ...also] = value.entries;
  const offer = place.kind === 'key' && first ? { ...first, also } : { value };
  return { label: 'job', kind: 'snippet', detail: 'name, min_clients and deploy_map', offer, rank: 0 };
}

function wholeDraft(job: Asked['job']): DraftObject {
  const app = appFolders(job)[0] ?? 'app';
  return {
    kind: 'object',
    entries: [
      { key: 'name', value: stop(1, job.sources.name) },
      { key: 'min_clients', value: bareStop(2, '1') },
      { key: 'deploy_map', value: map(app, 3) },
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
  else if (top === 'mandatory_clients' && path.length === 1)
    yield* lists([...likely(place.typed, sites.clientOffers())], () => []);
  else if (top === 'deploy_map' && path.length === 3)
    yield* lists([...likely(place.typed, sites.undeployed())], (names) => sites.needsWith(names, path[1]));
  else if (top === 'deploy_map' && path.length === 1) yield* maps(asked, sites);
  else {
    const own = path.length === 1 ? ownValue(asked, sites, String(top)) : undefined;
    if (own) yield own;
    const facts = keyFacts(path);
    if (facts) yield* valueSuggestions(facts, job.target);
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

function* maps({ job }: Asked, sites: MetaSites): Generator<Suggestion> {
  const [app] = appFolders(job);
  const facts = keyFacts(['deploy_map']);
  if (app !== undefined && sites.mayBeAll) {
    yield { label: `${app} for all sites`, kind: 'snippet', offer: { value: map(app) }, rank: 0 };
  } else if (facts) yield* valueSuggestions(facts, job.target);
}

function* items({ place }: Asked, sites: MetaSites, path: Path): Generator<Suggestion> {
  const [top] = path;
  if (top === 'mandatory_clients' && path.length === 2) {
    yield* siteItems(place.typed, without(sites.clientOffers(), sites.mandatory), () => []);
  } else if (top === 'deploy_map' && path.length >= 3) {
    if (sites.mayBeAll) {
      const needs = sites.needsWith([ALL_SITES], path[1]);
      yield {
        label: ALL_SITES,
        kind: 'site',
        detail: 'the server and all clients',
        offer: valueOffer(text(ALL_SITES)),
        rank: 0,
        needs,
      };
    }
    yield* siteItems(place.typed, sites.undeployed(), (names) => sites.needsWith(names, path[1]));
  } else {
    const facts = keyFacts(path.slice(0, -1));
    const examples = (facts?.examples ?? []).flat();
    for (const example of new Set(examples)) {
      if (typeof example === 'string') yield { label: example, kind: 'value', offer: valueOffer(text(example)), rank: 10 };
    }
  }
}
