import { ALL_SITES, isSince, SERVER_SITE } from '../index';
import type { Draft } from '../tree/draft';
import { LAST } from './classes';
import { likely } from './matching';
import type { MetaSites, SiteOffer } from './meta-sites';
import { type Placing, placing } from './placing';
import type { Asked } from './request';
import { type Suggestion, text, valueOffer } from './suggestion';

/** What becomes of sites that are named: which names are written, and what else that needs. */
export type Place = (names: readonly string[]) => Placing;

/** Sites for an app of the deploy map. */
export function placeIn({ job }: Asked, sites: MetaSites, app: string | number | undefined): Place {
  return (names) => placing(job, sites, names, String(app));
}

/** Sites that nothing else depends on. */
export const asNamed: Place = (names) => ({ names, drafts: names.map(text), brings: [], needs: [], isMisplaced: false });

/** Lists of sites for an app. */
export function* siteLists(asked: Asked, sites: MetaSites, app: string | number | undefined): Generator<Suggestion> {
  const { place, job } = asked;
  const placed = placeIn(asked, sites, app);
  const { needs, isMisplaced } = placed([ALL_SITES]);
  if (sites.mayBeAll && !isMisplaced) {
    const all = { detail: 'the server and all clients', needs, kind: 'site' } as const;
    yield { ...all, label: `["${ALL_SITES}"]`, offer: valueOffer(list([text(ALL_SITES)])), rank: rankOf(0, needs) };
    if (isSince(job.target, '2.7.2'))
      yield { ...all, label: ALL_SITES, offer: valueOffer(text(ALL_SITES)), rank: rankOf(1, needs) };
  }
  yield* lists([...likely(place.typed, sites.undeployed())], placed);
}

/** All of the sites in one list, and a list of each for a start. */
export function* lists(offers: readonly SiteOffer[], place: Place): Generator<Suggestion> {
  if (offers.length > 1 && offers.length <= LONGEST_LIST) {
    const { names, drafts, brings, needs, isMisplaced } = place(offers.map(({ name }) => name));
    const label = `all ${names.length} sites`;
    const detail = names.join(', ');
    if (!isMisplaced)
      yield { label, kind: 'site', offer: valueOffer(list(drafts)), detail, rank: rankOf(10, needs), brings, needs };
  }
  const seen = new Set<string>();
  for (const { name, from } of offers) {
    const { names, drafts, brings, needs, isMisplaced } = place([name]);
    const label = `[${names.map((each) => `"${each}"`).join(', ')}]`;
    if (isMisplaced || seen.has(label)) continue;
    seen.add(label);
    yield { label, kind: 'site', offer: valueOffer(list(drafts)), detail: from, rank: rankOf(20, needs), brings, needs };
  }
}

/** Nobody wants more names than these at once. */
const LONGEST_LIST = 20;

function list(drafts: readonly Draft[]): Draft {
  return { kind: 'array', items: drafts.map((value) => ({ value })) };
}

/** Sites as elements of a list, with those that the job cannot do without. */
export function* siteItems(typed: string, offers: Iterable<SiteOffer>, place: Place): Generator<Suggestion> {
  for (const { name, from } of likely(typed, offers)) {
    const { names, drafts, brings, needs, isMisplaced } = place([name]);
    if (isMisplaced) continue;
    const [value = text(name), ...then] = drafts;
    const others = names.filter((each) => each !== name);
    yield {
      label: name,
      kind: 'site',
      detail: others.length > 0 ? `${from} · with ${others.join(', ')}` : from,
      offer: { value, then },
      rank: rankOf(name === SERVER_SITE ? 1 : 2, needs),
      brings,
      needs,
    };
  }
}

/** What needs more than an offer can bring comes last. */
export function rankOf(rank: number, needs: readonly string[]): number {
  return needs.length > 0 ? rank + LAST : rank;
}

/** Those that are not there yet. */
export function* without(offers: Iterable<SiteOffer>, present: ReadonlySet<string>): Generator<SiteOffer> {
  for (const offer of offers) if (!present.has(offer.name)) yield offer;
}
