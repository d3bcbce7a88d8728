import type { Offer } from '../formats/typing/typed-place';
import { ALL_SITES, isSince, SERVER_SITE } from '../index';
import type { Draft } from '../tree/draft';
import type { Beyond } from './beyond';
import { likely } from './matching';
import type { MetaSites, SiteOffer } from './meta-sites';
import { type Place, type Placing, placeIn } from './placing';
import type { Asked } from './request';
import { LAST, type Suggestion, text, valueOffer } from './suggestion';

/** Lists of sites for an app. */
export function* siteLists(asked: Asked, sites: MetaSites, app: string | number | undefined): Generator<Suggestion> {
  const { place, job } = asked;
  const placed = placeIn(asked, sites, app);
  const whole = sites.mayBeAll ? placed([ALL_SITES]) : undefined;
  if (whole) {
    const { beyond } = whole;
    const all = { detail: 'the server and all clients', beyond, kind: 'site' } as const;
    yield { ...all, label: `["${ALL_SITES}"]`, offer: valueOffer(list([text(ALL_SITES)])), rank: rankOf(0, beyond) };
    if (isSince(job.target, '2.7.2'))
      yield { ...all, label: ALL_SITES, offer: valueOffer(text(ALL_SITES)), rank: rankOf(1, beyond) };
  }
  yield* lists(place.typed, sites.undeployed(), placed);
}

/** All of the sites in one list, and a list of each for a start. */
export function* lists(typed: string, sites: Iterable<SiteOffer>, place: Place): Generator<Suggestion> {
  const known = [...sites];
  const offers = [...likely(typed, known)];
  const isFew = offers.length > 1 && offers.length <= LONGEST_LIST;
  const all = allKnown(known, place) ?? (isFew ? place(offers.map(({ name }) => name)) : undefined);
  if (all) yield { ...together(all), offer: valueOffer(list(all.drafts)) };
  const seen = new Set<string>();
  for (const { name, from } of offers) {
    const placed = place([name]);
    if (!placed) continue;
    const { names, drafts, brings, beyond } = placed;
    const label = `[${names.map((each) => `"${each}"`).join(', ')}]`;
    if (seen.has(label)) continue;
    seen.add(label);
    yield { label, kind: 'site', offer: valueOffer(list(drafts)), detail: from, rank: rankOf(20, beyond), brings, beyond };
  }
}

/** Nobody wants more names than these at once, unless the job asks for more. */
const LONGEST_LIST = 20;

/** All sites that are known, where a single one would be too few for the job. */
function allKnown(known: readonly SiteOffer[], place: Place): Placing | undefined {
  const [first] = known;
  return first && known.length > 1 && !place([first.name]) ? place(known.map(({ name }) => name)) : undefined;
}

function together({ names, brings, beyond }: Placing): Omit<Suggestion, 'offer'> {
  const more = names.length - LONGEST_LIST;
  const shown = names.slice(0, LONGEST_LIST).join(', ');
  return {
    label: `all ${names.length} sites`,
    kind: 'site',
    detail: more > 0 ? `${shown} and ${more} more` : shown,
    rank: rankOf(10, beyond),
    brings,
    beyond,
  };
}

function list(drafts: readonly Draft[]): Draft {
  return { kind: 'array', items: drafts.map((value) => ({ value })) };
}

/** Sites as elements of a list, with those that the job cannot do without. */
export function* siteItems(typed: string, sites: Iterable<SiteOffer>, place: Place): Generator<Suggestion> {
  const known = [...sites];
  const all = allKnown(known, place);
  if (all) yield { ...together(all), offer: items(all.drafts) };
  for (const { name, from } of likely(typed, known)) {
    const placed = place([name]);
    if (!placed) continue;
    const { names, drafts, brings, beyond } = placed;
    const others = names.filter((each) => each !== name);
    yield {
      label: name,
      kind: 'site',
      detail: others.length > 0 ? `${from} · with ${others.join(', ')}` : from,
      offer: items(drafts),
      rank: rankOf(name === SERVER_SITE ? 1 : 2, beyond),
      brings,
      beyond,
    };
  }
}

function items([value, ...then]: readonly Draft[]): Offer {
  return { ...(value && { value }), then };
}

/** What changes another file as well comes last. */
export function rankOf(rank: number, beyond: readonly Beyond[]): number {
  return beyond.length > 0 ? rank + LAST : rank;
}

/** Those that are not there yet. */
export function* without(offers: Iterable<SiteOffer>, present: ReadonlySet<string>): Generator<SiteOffer> {
  for (const offer of offers) if (!present.has(offer.name)) yield offer;
}
