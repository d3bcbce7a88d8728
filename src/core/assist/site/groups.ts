import type { PreviewModel } from '../preview/model';
import type { PreviewSite } from '../preview/sites';

/** Sites that are alike in everything but their names. */
export interface SiteGroup {
  /** Indexes of the model's list of sites, in its order. */
  readonly sites: readonly number[];
  readonly role: PreviewSite['role'];
  /** The app that they get; null where they get none. */
  readonly app: string | null;
  readonly how: PreviewSite['how'];
  readonly mandatory: boolean;
  /** Index of their setup. */
  readonly setup: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Puts equal sites together, in the order in which the first of each stands. Takes time linear in the number of sites. */
export function siteGroups({ sites, apps }: Pick<PreviewModel, 'sites' | 'apps'>): readonly SiteGroup[] {
  const groups = new Map<string, SiteGroup & { readonly sites: number[] }>();
  sites.forEach((site, index) => {
    const { role, how, mandatory, setup, errors, warnings } = site;
    const key = JSON.stringify([role, how, mandatory, setup, errors, warnings, site.apps]);
    const known = groups.get(key);
    if (known) known.sites.push(index);
    else {
      const app = how === null ? null : (apps[site.apps[0] ?? -1]?.name ?? null);
      groups.set(key, { sites: [index], role, app, how, mandatory, setup, errors, warnings });
    }
  });
  return [...groups.values()];
}
