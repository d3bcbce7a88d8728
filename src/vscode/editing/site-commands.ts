import * as vscode from 'vscode';
import {
  addSite,
  type Elsewhere,
  moveSites,
  namedElsewhere,
  names,
  removeSites,
  setMandatory,
  siteNameProblem,
} from '../../core/edit/index';
import type { JobItem } from '../features/tree-row';
import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';
import { applyPlan } from './apply-plan';
import { appOf, rowsByJob } from './tree-rows';

/** Deploys the sites of dragged rows to the app of the row that they are dropped on. */
export async function dropSites(store: JobStore, items: readonly JobItem[], target: JobItem | undefined): Promise<void> {
  const [rows, ...others] = rowsByJob(store, items);
  const app = appOf(target);
  if (!rows || rows.sites.length === 0 || !target || app === undefined) return;
  if (others.length > 0 || target.job.uri.toString() !== rows.job.uri.toString()) return sayOneJob();
  await applyPlan(store, rows.job, moveSites(rows.job.analysis, rows.sites, app));
}

function sayOneJob(): void {
  void vscode.window.showInformationMessage(
    'Sites move between the apps of one job. Select sites of the job that the app belongs to.',
  );
}

/** The same by keyboard: asks for the app. */
export async function moveSitesByName(store: JobStore, items: readonly JobItem[]): Promise<void> {
  const [rows, ...others] = rowsByJob(store, items);
  if (!rows || rows.sites.length === 0) return;
  if (others.length > 0) return sayOneJob();
  const apps = rows.job.analysis.job.deployment.apps.map(({ name, sites }) => ({
    label: name,
    description: `${sites.length} in its list`,
  }));
  const picked = await vscode.window.showQuickPick(apps, {
    title: `Move ${names(rows.sites, 'site')}`,
    placeHolder: 'To which app?',
  });
  if (picked) await applyPlan(store, rows.job, moveSites(rows.job.analysis, rows.sites, picked.label));
}

/** Asks for the name of a site and adds it to the app of a row. */
export async function addSiteByName(store: JobStore, items: readonly JobItem[]): Promise<void> {
  const app = appOf(items[0]);
  const job = items[0] && store.jobAt(items[0].job.uri);
  if (!job || app === undefined) return;
  const name = await vscode.window.showInputBox({
    title: `Add Site to App "${app}"`,
    prompt: 'The name of the site, exactly as it was provisioned',
    placeHolder: 'site-1',
    validateInput: (value) => (value === '' || isFreeServer(job, value) ? undefined : siteNameProblem(job.analysis.job, value)),
  });
  if (name) await applyPlan(store, job, addSite(job.analysis, name, app));
}

function isFreeServer({ analysis }: OpenJob, name: string): boolean {
  return name === 'server' && !analysis.job.deployment.bySite.has(name);
}

/** Removes sites. Where the meta file says more of them, it asks what shall become of that. */
export async function removeSitesAsked(store: JobStore, job: OpenJob, sites: readonly string[]): Promise<void> {
  const elsewhere = namedElsewhere(job.analysis, sites);
  const isDeployed = sites.some((site) => job.analysis.job.deployment.bySite.has(site));
  const answer = elsewhere.length > 0 && isDeployed ? await ask(sites, elsewhere) : { everywhere: !isDeployed };
  if (answer) await applyPlan(store, job, removeSites(job.analysis, sites, answer.everywhere));
}

async function ask(
  sites: readonly string[],
  elsewhere: readonly Elsewhere[],
): Promise<{ readonly everywhere: boolean } | undefined> {
  const keys = [...new Set(elsewhere.map(({ as }) => as))];
  const everywhere = 'Remove Everywhere';
  const justThere = 'Only from deploy_map';
  const answer = await vscode.window.showWarningMessage(
    `Remove ${names(sites, 'site')}?`,
    {
      modal: true,
      detail: `Also named in ${keys.join(', ')}.${keys.includes('mandatory_clients') ? ' The server refuses a mandatory site that gets no app.' : ''}`,
    },
    everywhere,
    justThere,
  );
  return answer === undefined ? undefined : { everywhere: answer === everywhere };
}

/** Makes the sites of rows mandatory, or no longer so. */
export async function setSitesMandatory(store: JobStore, items: readonly JobItem[], isMandatory: boolean): Promise<void> {
  for (const { job, sites } of rowsByJob(store, items)) {
    if (sites.length > 0) await applyPlan(store, job, setMandatory(job.analysis, sites, isMandatory));
  }
}
