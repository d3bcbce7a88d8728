/** A client that is known from outside of the job. */
export interface KnownSite {
  readonly name: string;
  /** Where it is known from, in a user's words: `project.yml`, `job hello-numpy`. */
  readonly from: string;
  readonly isProvisioned: boolean;
}

/** Each site once, the provisioned ones first. */
export function mergeSites(sites: Iterable<KnownSite>): readonly KnownSite[] {
  const byName = new Map<string, KnownSite>();
  for (const site of sites) {
    const known = byName.get(site.name);
    if (!known || (site.isProvisioned && !known.isProvisioned)) byName.set(site.name, site);
  }
  return [...byName.values()].sort(
    (a, b) => Number(b.isProvisioned) - Number(a.isProvisioned) || a.name.localeCompare(b.name, 'en', { numeric: true }),
  );
}
