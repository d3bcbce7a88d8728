import type { Job, SiteUse } from '../job/model';
import type { Place } from '../text/range';
import { type Difference, GROUPS } from './difference';

/** Which sites are new, gone, or get another app. */
export function* siteDifferences(before: Job, after: Job): Generator<Difference> {
  const [a, b] = [bySite(before), bySite(after)];
  for (const [site, use] of a) {
    const other = b.get(site);
    if (!other) yield tell('removed', `${siteText(site)} removed${appText(use, before)}`, use, undefined);
    else if (other.app !== use.app) yield tell('changed', `${siteText(site)}: app ${use.app} → ${other.app}`, use, other);
  }
  for (const [site, use] of b) {
    if (!a.has(site)) yield tell('added', `${siteText(site)} added${appText(use, after)}`, undefined, use);
  }
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

function tell(kind: Difference['kind'], text: string, before: SiteUse | undefined, after: SiteUse | undefined): Difference {
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
