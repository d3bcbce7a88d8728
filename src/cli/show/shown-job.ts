import { type App, type Job, jobFromMeta, joinPath, sitesOf, siteView } from '../../core/index';
import type { CheckedJob } from '../checking/job-checker';
import { jobReport, locator } from '../report';
import { type ShownHead, shownHead } from '../shown-head';
import { type ShownRuns, shownRuns } from './shown-runs';
import { type ShownSite, siteReader } from './shown-site';

/** What `show --format json` writes. Places are written as in the report of `check`. */
export interface ShownJob extends ShownHead {
  /** Null where the file does not say it in a way that can be known. */
  readonly minClients: number | null;
  readonly mandatoryClients: readonly string[] | null;
  readonly apps: readonly ShownApp[];
  /** Those that get an app, the server first; `@ALL` stands for every client that is connected. */
  readonly sites: readonly ShownSite[];
  /** Those of which something is said, though no app goes there. */
  readonly sitesWithoutApp: readonly ShownSite[];
  /** What the one site runs that was asked for; left out where all sites are shown. */
  readonly runs?: ShownRuns | null;
}

export interface ShownApp {
  readonly name: string;
  readonly exists: boolean;
  /** The configurations, or null where there are none. */
  readonly server: string | null;
  readonly client: string | null;
  readonly hasCustomCode: boolean;
  readonly customFiles: number;
  /** Those that `deploy_map` names, in its order; null where it does not name the app. */
  readonly sites: readonly string[] | null;
}

/** A job with its apps and its sites, or with one site alone. */
export async function shownJob(checked: CheckedJob, onlySite?: string): Promise<ShownJob> {
  const { job } = checked.analysis;
  const { findings } = jobReport(checked);
  const definition = jobFromMeta(job);
  const names = onlySite === undefined ? sitesOf(job) : oneSite(job, onlySite);
  const locate = locator(job, checked.folder);
  const readSite = siteReader(job, findings, checked.analysis.findings, locate);
  return {
    ...shownHead(checked),
    minClients: definition.minSites.value ?? null,
    mandatoryClients: definition.requiredSites.value ?? null,
    apps: [...job.apps.values()].map((app) => shownApp(app, checked.folder)),
    sites: names.deployed.map(readSite),
    sitesWithoutApp: names.withoutApp.map(readSite),
    ...(onlySite !== undefined && { runs: await shownRuns(checked, job, onlySite, locate) }),
  };
}

function oneSite(job: Job, site: string): { readonly deployed: readonly string[]; readonly withoutApp: readonly string[] } {
  return siteView(job, site).app ? { deployed: [site], withoutApp: [] } : { deployed: [], withoutApp: [site] };
}

function shownApp(app: App, folder: string): ShownApp {
  return {
    name: app.name,
    exists: app.exists,
    server: app.server ? joinPath(folder, app.server.file) : null,
    client: app.client ? joinPath(folder, app.client.file) : null,
    hasCustomCode: app.hasCustomFolder,
    customFiles: app.customFiles.length,
    sites: app.deployed ? app.deployed.sites.map(({ value }) => value) : null,
  };
}
