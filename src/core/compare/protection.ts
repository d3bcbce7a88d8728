import { type AppLeaving, type Leaving, leaving } from '../leaving/leaving';
import type { OutgoingPath, PathFilter } from '../leaving/path';
import type { Stream } from '../leaving/streams';
import type { Place } from '../text/range';
import { type Difference, GROUPS, someSites } from './difference';
import type { JobVersion } from './job-version';

/**
 * What changes for the data of the sites that get an app in both jobs: privacy filters that are gone or new, and what streams out
 * beside the tasks. The same at several sites is told once.
 */
export function protectionDifferences(before: JobVersion, after: JobVersion): readonly Difference[] {
  const [a, b] = [leaving(before.job, before.wiring), leaving(after.job, after.wiring)];
  const told = new Map<string, { readonly found: Found; readonly sites: string[] }>();
  let all = 0;
  for (const { first, second, sites } of sharedApps(a, b)) {
    all += sites.length;
    for (const found of foundAt(first, second)) {
      const known = told.get(found.text);
      if (known) known.sites.push(...sites);
      else told.set(found.text, { found, sites: [...sites] });
    }
  }
  return [...[...told.values()].map((each) => difference(each.found, each.sites, all)), ...scopeDifferences(a, b)];
}

/** Sites that run the same app in the first job, and the same in the second. */
interface SharedApp {
  readonly first: AppLeaving;
  readonly second: AppLeaving;
  readonly sites: readonly string[];
}

function at(lists: Map<AppLeaving, string[]>, app: AppLeaving): string[] {
  const known = lists.get(app) ?? [];
  lists.set(app, known);
  return known;
}

function sharedApps(a: Leaving, b: Leaving): readonly SharedApp[] {
  const after = new Map(b.apps.flatMap((app) => app.sites.map((site) => [site, app] as const)));
  return a.apps.flatMap((first) => {
    const bySecond = new Map<AppLeaving, string[]>();
    for (const site of first.sites) {
      const second = after.get(site);
      if (second) at(bySecond, second).push(site);
    }
    return [...bySecond].map(([second, sites]) => ({ first, second, sites }));
  });
}

interface Found extends Pick<Difference, 'kind' | 'protection' | 'before' | 'after'> {
  /** `privacy filter SVTPrivacy removed from {site}, result of train`. */
  readonly text: string;
}

function difference({ text, ...found }: Found, sites: readonly string[], all: number): Difference {
  const names = sites.length === all && all > 1 ? `all ${all} clients` : someSites(sites).replace('@ALL', 'all clients');
  return { group: GROUPS.protection, ...found, text: text.replace('{site}', names) };
}

function foundAt(a: AppLeaving, b: AppLeaving): readonly Found[] {
  return [...filterDifferences(a, b), ...lostOnes(a, b), ...streamDifferences(a.streams, b.streams)];
}

function* filterDifferences(a: AppLeaving, b: AppLeaving): Generator<Found> {
  for (const path of a.paths) {
    const other = samePath(b, path);
    if (!other) continue;
    const [first, second] = [privacyFilters(path), privacyFilters(other)];
    for (const filter of missingIn(first, second)) {
      const text = `privacy filter ${filter.name} removed from {site}, ${messageText(path)}`;
      yield { kind: 'removed', protection: 'less', text, before: placeOf(filter), after: placeOf(other) };
    }
    for (const filter of missingIn(second, first)) {
      const text = `privacy filter ${filter.name} added to {site}, ${messageText(path)}`;
      yield { kind: 'added', protection: 'more', text, before: placeOf(path), after: placeOf(filter) };
    }
  }
}

/** What was not sent before, or of what nothing is known any more, has no filter to compare with. */
function* lostOnes(a: AppLeaving, b: AppLeaving): Generator<Found> {
  for (const path of b.paths) {
    if (samePath(a, path) || path.privacy.kind !== 'none') continue;
    const text = `now sent by {site} without a privacy filter: ${messageText(path)}`;
    yield { kind: 'added', protection: 'less', text, before: undefined, after: placeOf(path) };
  }
}

function* streamDifferences(a: readonly Stream[], b: readonly Stream[]): Generator<Found> {
  const [first, second] = [new Map(a.map((each) => [each.text, each])), new Map(b.map((each) => [each.text, each]))];
  for (const [text, stream] of second) {
    if (first.has(text)) continue;
    yield {
      kind: 'added',
      protection: 'less',
      text: `now streamed from {site}: ${text}`,
      before: undefined,
      after: placeOf(stream),
    };
  }
  for (const [text, stream] of first) {
    if (second.has(text)) continue;
    const after = undefined;
    yield {
      kind: 'removed',
      protection: 'more',
      text: `no longer streamed from {site}: ${text}`,
      before: placeOf(stream),
      after,
    };
  }
}

function* scopeDifferences({ scope: a }: Leaving, { scope: b }: Leaving): Generator<Difference> {
  if (a?.name === b?.name) return;
  const text = `privacy scope ${a ? `"${a.name}"` : 'of each site'} → ${b ? `"${b.name}"` : 'the default one of each site'}`;
  const kind = a && b ? 'changed' : a ? 'removed' : 'added';
  yield { group: GROUPS.protection, kind, protection: 'other', text, before: a && placeOf(a), after: b && placeOf(b) };
}

function privacyFilters({ filters }: OutgoingPath): readonly PathFilter[] {
  return filters.filter(({ privacy, acts }) => privacy.kind === 'privacy' && acts !== 'no');
}

/** Those of the first list that the second has fewer of. */
function missingIn(a: readonly PathFilter[], b: readonly PathFilter[]): readonly PathFilter[] {
  const rest = b.map(({ name }) => name);
  return a.filter(({ name }) => {
    const at = rest.indexOf(name);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function samePath({ paths }: AppLeaving, { task, message }: OutgoingPath): OutgoingPath | undefined {
  return paths.find((path) => path.task === task && path.message === message);
}

function messageText({ task, message }: OutgoingPath): string {
  return message === 'result' ? `result of ${task}` : `${task} to other clients`;
}

function placeOf({ file, range }: Place): Place {
  return { file, range };
}
