import { isAllSites, SERVER_SITE } from '../../job/job-def';
import { applicationName, jobFromMeta } from '../../job/job-from-meta';
import type { Job } from '../../job/model';
import type { Finding } from '../../rules/finding';
import { sitesOf } from '../site/view';
import type { PreviewApp } from './apps';
import { siteFinder } from './finder';
import { type PreviewSetup, SetupTable, type SiteRole } from './setups';

/** A row of the matrix. */
export interface PreviewSite {
  readonly name: string;
  readonly role: SiteRole;
  /** Indexes of the apps that `deploy_map` sends there: first the one that the site gets, then those that it does not get. */
  readonly apps: readonly number[];
  /** Whether the site is named itself or is one of all; null without an app. */
  readonly how: 'named' | 'all-sites' | null;
  readonly mandatory: boolean;
  /** Index of its setup. */
  readonly setup: number;
  readonly errors: number;
  readonly warnings: number;
}

/** The rows of the matrix and the setups that they share. Takes time linear in the number of sites. */
export function previewSites(
  job: Job,
  findings: readonly Finding[],
  apps: readonly PreviewApp[],
): { readonly sites: readonly PreviewSite[]; readonly setups: readonly PreviewSetup[] } {
  const columns = new Map(apps.map(({ name }, index) => [name, index]));
  const mandatory = new Set(jobFromMeta(job).requiredSites.value);
  const problems = problemsBySite(job, findings);
  const table = new SetupTable(job);
  const rowOf = (name: string): PreviewSite => {
    const role = isAllSites(name) ? 'all' : name === SERVER_SITE ? 'server' : 'client';
    const app = applicationName(job, name);
    const named = (job.deployment.bySite.get(name) ?? []).map((use) => use.app);
    const all = app ? [app.app, ...named] : named;
    return {
      name,
      role,
      apps: [...new Set(all)].flatMap((one) => columns.get(one) ?? []),
      how: app?.how ?? null,
      mandatory: mandatory.has(name),
      setup: table.indexOf(name, role),
      errors: problems.get(name)?.errors ?? 0,
      warnings: problems.get(name)?.warnings ?? 0,
    };
  };
  const { deployed, withoutApp } = sitesOf(job);
  return { sites: [...deployed, ...withoutApp].map(rowOf), setups: table.setups };
}

interface Tally {
  errors: number;
  warnings: number;
}

function problemsBySite(job: Job, findings: readonly Finding[]): ReadonlyMap<string, Tally> {
  const siteOf = siteFinder(job);
  const bySite = new Map<string, Tally>();
  for (const finding of findings) {
    const { severity } = finding;
    if (severity !== 'error' && severity !== 'warning') continue;
    const site = siteOf(finding);
    if (site === undefined) continue;
    const tally = bySite.get(site) ?? { errors: 0, warnings: 0 };
    if (severity === 'error') tally.errors++;
    else tally.warnings++;
    bySite.set(site, tally);
  }
  return bySite;
}
