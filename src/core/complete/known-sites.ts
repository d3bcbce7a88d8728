import { baseName } from '../index';

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

/** The sites that files of a workspace tell of (`schedule/known-sites.ts`), with the sort of file that does. */
export function provisionedSites(
  found: readonly { readonly site: string; readonly at: { readonly file: string } }[],
): readonly KnownSite[] {
  return found.map(({ site, at }) => ({ name: site, from: sourceOf(at.file), isProvisioned: true }));
}

/** NVFLARE's tool makes its workspace for trials in a folder `poc` (`nvflare/tool/poc`). */
function sourceOf(file: string): string {
  if (/\.ya?ml$/.test(file)) return baseName(file);
  return /(?:^|\/)poc\//.test(file) ? 'POC workspace' : 'startup kit';
}
