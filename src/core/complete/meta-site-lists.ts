import { ALL_SITES, isSince, SERVER_SITE } from '../index';
import type { Path } from '../tree/query';
import { likely } from './matching';
import type { MetaSites, SiteOffer } from './meta-sites';
import type { Asked } from './request';
import { type Suggestion, text, valueOffer } from './suggestion';

/** Lists of sites for an app. */
export function* siteLists({ place, job }: Asked, sites: MetaSites, app: Path[number] | undefined): Generator<Suggestion> {
  const takesText = isSince(job.target, '2.7.2');
  if (sites.mayBeAll) {
    const needs = sites.needsWith([ALL_SITES], app);
    yield { ...list([ALL_SITES]), label: `["${ALL_SITES}"]`, detail: 'the server and all clients', rank: 0, needs };
    if (takesText)
      yield {
        label: ALL_SITES,
        kind: 'site',
        detail: 'the server and all clients',
        offer: valueOffer(text(ALL_SITES)),
        rank: 1,
        needs,
      };
  }
  yield* lists([...likely(place.typed, sites.undeployed())], (names) => sites.needsWith(names, app));
}

/** What else is needed when these sites are named. */
type Needs = (names: readonly string[]) => readonly string[];

/** All of the sites in one list, and a list of each for a start. */
export function* lists(offers: readonly SiteOffer[], needs: Needs): Generator<Suggestion> {
  if (offers.length > 1 && offers.length <= LONGEST_LIST) {
    const names = offers.map(({ name }) => name);
    yield { ...list(names), label: `all ${names.length} sites`, detail: names.join(', '), rank: 10, needs: needs(names) };
  }
  for (const { name, from } of offers)
    yield { ...list([name]), label: `["${name}"]`, detail: from, rank: 20, needs: needs([name]) };
}

/** Nobody wants more names than these at once. */
const LONGEST_LIST = 20;

function list(names: readonly string[]): Pick<Suggestion, 'kind' | 'offer'> {
  const items = names.map((name) => ({ value: text(name) }));
  return { kind: 'site', offer: valueOffer({ kind: 'array', items }) };
}

/** Sites as elements of a list. */
export function* siteItems(typed: string, offers: Iterable<SiteOffer>, needs: Needs): Generator<Suggestion> {
  for (const { name, from } of likely(typed, offers)) {
    const rank = name === SERVER_SITE ? 1 : 2;
    yield { label: name, kind: 'site', detail: from, offer: valueOffer(text(name)), rank, needs: needs([name]) };
  }
}

/** Those that are not there yet. */
export function* without(offers: Iterable<SiteOffer>, present: ReadonlySet<string>): Generator<SiteOffer> {
  for (const offer of offers) if (!present.has(offer.name)) yield offer;
}
