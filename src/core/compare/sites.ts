import type { Job, SiteUse } from '../job/model';
import type { Place } from '../text/range';
import { type Difference, GROUPS, someSites } from './difference';

/** Which sites are new, gone, or get another app. Of very many, those with the same fate are told at once. */
export function siteDifferences(before: Job, after: Job): readonly Difference[] {
  const [a, b] = [bySite(before), bySite(after)];
  const fates: Fate[] = [];
  for (const [site, use] of a) {
    const other = b.get(site);
    if (!other) fates.push({ kind: 'removed', what: `removed${appText(use, before)}`, site, before: use, after: undefined });
    else if (other.app !== use.app)
      fates.push({ kind: 'changed', what: `: app ${use.app} → ${other.app}`, site, before: use, after: other });
  }
  for (const [site, use] of b) {
    if (!a.has(site)) fates.push({ kind: 'added', what: `added${appText(use, after)}`, site, before: undefined, after: use });
  }
  const grouped = new Map<string, Fate[]>();
  for (const fate of fates) {
    const known = grouped.get(fate.what);
    if (known) known.push(fate);
    else grouped.set(fate.what, [fate]);
  }
  return [...grouped.values()].flatMap((same) => (same.length > MOST_ALONE ? [tell(same)] : same.map((fate) => tell([fate]))));
}

/** More sites with the same fate than these share a line. */
const MOST_ALONE = 6;

/** What became of a site. */
interface Fate {
  readonly kind: Difference['kind'];
  readonly what: string;
  readonly site: string;
  readonly before: SiteUse | undefined;
  readonly after: SiteUse | undefined;
}

function bySite({ deployment }: Job): ReadonlyMap<string, SiteUse> {
  return new Map(deployment.sites.map((use) => [use.value, use]));
}

function siteText(site: string): string {
  return site.toUpperCase() === '@ALL' ? 'all clients (@ALL)' : site;
}

/** Which app it is need only be said where there are several. */
function appText({ app }: SiteUse, { deployment }: Job): string {
  return deployment.apps.length > 1 ? ` (${app})` : '';
}

function tell(same: readonly Fate[]): Difference {
  const [first] = same as readonly [Fate, ...Fate[]];
  const { kind, what, before, after } = first;
  const names = someSites(same.map(({ site }) => siteText(site)));
  const text = `${same.length > MOST_ALONE ? `${same.length} sites, ` : ''}${names}${what.startsWith(':') ? what : ` ${what}`}`;
  return {
    group: GROUPS.sites,
    kind,
    protection: undefined,
    text,
    before: before && placeOf(before),
    after: after && placeOf(after),
  };
}

function placeOf({ file, range }: SiteUse): Place {
  return { file, range };
}
