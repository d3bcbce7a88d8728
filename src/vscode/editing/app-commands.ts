import * as vscode from 'vscode';
import {
  addApp,
  appNameProblem,
  isRefusal,
  planRename,
  type Refusal,
  type Renameable,
  renameableAt,
} from '../../core/edit/index';
import type { JobItem } from '../features/tree-row';
import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';
import { applyPlan } from './apply-plan';
import { removeAppsAsked } from './remove-apps';
import { removeSitesAsked } from './site-commands';
import { rowsByJob } from './tree-rows';

/** Asks for the name of a new app and the sites that it shall go to, and makes its folder with the least that runs. */
export async function addAppByName(store: JobStore, items: readonly JobItem[]): Promise<void> {
  const job = items[0] && store.jobAt(items[0].job.uri);
  if (!job) return;
  const title = `Add App to Job "${job.analysis.job.sources.name}"`;
  const name = await vscode.window.showInputBox({
    title,
    prompt: 'The name of the app and of its folder',
    placeHolder: 'app2',
    validateInput: (value) => (value === '' ? undefined : appNameProblem(job.analysis.job, value)),
  });
  if (!name) return;
  const sites = await pickSites(job, title);
  if (!sites) return;
  await store.loadWriters();
  await applyPlan(store, job, addApp(job.analysis, name, sites, store.formats));
}

/** With no site to move there is nothing to ask. */
async function pickSites({ analysis }: OpenJob, title: string): Promise<readonly string[] | undefined> {
  const apps = analysis.job.deployment.apps.flatMap(({ name, sites }) =>
    sites.map(({ value }) => ({ label: value, description: `now in ${name}` })),
  );
  if (apps.length === 0) return [];
  const picked = await vscode.window.showQuickPick(apps, {
    title,
    placeHolder: 'Which sites shall get this app instead of the one they have? None is fine.',
    canPickMany: true,
  });
  return picked?.map(({ label }) => label);
}

/** Gives what a row stands for another name: a site, an app, a workflow or a component. */
export async function renameRow(store: JobStore, items: readonly JobItem[]): Promise<void> {
  const [item] = items;
  const job = item && store.jobAt(item.job.uri);
  const what = job && renameableOf(job, item);
  if (!job || !what) return;
  if (isRefusal(what)) {
    void vscode.window.showWarningMessage(what.refused);
    return;
  }
  const newName = await vscode.window.showInputBox({
    title: `Rename ${WORDS[what.kind]} "${what.name}"`,
    prompt: what.kind === 'app' ? 'The new name of the app and of its folder' : 'The new name, wherever the job uses it',
    value: what.name,
    validateInput: (value) => {
      const plan = value === '' ? undefined : planRename(job.analysis, what, value);
      return plan && isRefusal(plan) ? plan.refused : undefined;
    },
  });
  if (newName && newName !== what.name) await applyPlan(store, job, planRename(job.analysis, what, newName));
}

const WORDS = { site: 'Site', app: 'App', id: 'Component', task: 'Task', variable: 'Variable' } as const;

function renameableOf({ analysis }: OpenJob, { node }: JobItem): Renameable | Refusal | undefined {
  if (node.name !== undefined)
    return { kind: node.kind === 'app' ? 'app' : 'site', name: node.name, range: { start: 0, end: 0 } };
  return node.place && renameableAt(analysis, node.place.file, node.place.range.start);
}

/** Removes the sites of rows from their job, all at once, and then the apps. */
export async function removeRows(store: JobStore, items: readonly JobItem[]): Promise<void> {
  for (const rows of rowsByJob(store, items)) {
    if (rows.sites.length > 0) await removeSitesAsked(store, rows.job, rows.sites);
    const job = store.jobAt(rows.job.uri);
    if (job && rows.apps.length > 0) await removeAppsAsked(store, job, rows.apps);
  }
}
