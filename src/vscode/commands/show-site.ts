import * as vscode from 'vscode';
import type { PreviewModel, PreviewSite } from '../../core/assist/index';
import type { JobStore } from '../job-store';
import type { JobPreviews } from '../preview/previews';
import { jobOf } from './job-of';

/** Shows what applies to a site, in the preview of its job: to that of the tree item, or to one that the user picks. */
export async function showSite(store: JobStore, previews: JobPreviews, target: unknown): Promise<void> {
  const job = await jobOf(store, target);
  if (!job) return;
  const { previewModel } = await import('../../core/assist/index');
  const site = siteOf(target) ?? (await pickSite(previewModel(job.analysis.job, job.findings)));
  if (site !== undefined) previews.open(job, 'site', { site });
}

/** The site that a row of the tree stands for. */
function siteOf(target: unknown): string | undefined {
  if (typeof target !== 'object' || target === null || !('node' in target)) return undefined;
  const { node } = target;
  if (typeof node !== 'object' || node === null || !('kind' in node) || !('name' in node)) return undefined;
  const isSite = node.kind === 'server' || node.kind === 'client' || node.kind === 'all-sites';
  return isSite && typeof node.name === 'string' ? node.name : undefined;
}

async function pickSite(model: PreviewModel): Promise<string | undefined> {
  if (model.sites.length === 0) {
    void vscode.window.showInformationMessage(`Job "${model.folder}" names no site yet: its deploy_map says where its apps go.`);
    return undefined;
  }
  const items = model.sites.map((site) => ({ label: site.name, description: describe(model, site), iconPath: ICONS[site.role] }));
  const picked = await vscode.window.showQuickPick(items, {
    title: `Sites of ${model.folder}`,
    placeHolder: 'Show what applies to which site?',
    matchOnDescription: true,
  });
  return picked?.label;
}

const ICONS: { readonly [role in PreviewSite['role']]: vscode.ThemeIcon } = {
  server: new vscode.ThemeIcon('server'),
  client: new vscode.ThemeIcon('device-desktop'),
  all: new vscode.ThemeIcon('globe'),
};

function describe({ apps }: PreviewModel, { role, how, apps: [app = -1], mandatory, errors }: PreviewSite): string {
  const parts = [
    how === null ? 'no app' : apps[app]?.name,
    role === 'all' ? 'every client' : role,
    mandatory ? 'mandatory' : undefined,
    errors > 0 ? 'has an error' : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
