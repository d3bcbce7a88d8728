import type { App, Job } from '../../job/model';
import type { Finding } from '../../rules/finding';
import { counted } from '../../text/counted';

/** A column of the matrix. */
export interface PreviewApp {
  readonly name: string;
  /** What there is to know of its folder, as phrases. */
  readonly notes: readonly string[];
  readonly errors: number;
  readonly warnings: number;
}

/** The apps of a job: those that `deploy_map` names in its order, then the other folders that look like one. */
export function previewApps(job: Job, findings: readonly Finding[]): readonly PreviewApp[] {
  return [...job.apps.values()].map((app) => {
    const own = findings.filter((finding) => isAbout(finding, app));
    const tally = (severity: Finding['severity']) => own.filter((finding) => finding.severity === severity).length;
    return { name: app.name, notes: notes(app), errors: tally('error'), warnings: tally('warning') };
  });
}

function notes(app: App): readonly string[] {
  const list: string[] = [];
  if (!app.deployed) list.push('deploy_map does not name it');
  else if (app.deployed.sites.length === 0) list.push('goes to no site');
  if (!app.exists) list.push('its folder is missing');
  else if (!app.hasConfigFolder) list.push('its folder has no folder "config"');
  if (app.exists && app.goesToServer && !app.server) list.push('no server configuration');
  if (app.exists && app.goesToClients && !app.client) list.push('no client configuration');
  if (app.hasCustomFolder) list.push(`brings own code (BYOC), ${counted(app.customFiles.length, 'file')}`);
  return list;
}

/** A finding belongs to an app when it lies in its folder or on its key; those on its sites belong to the sites. */
function isAbout(finding: Finding, { name, deployed }: App): boolean {
  if (finding.file.startsWith(`${name}/`)) return true;
  if (!deployed || finding.file.includes('/')) return false;
  const { keyStart, keyEnd } = deployed.entry;
  return keyStart <= finding.range.start && finding.range.end <= keyEnd;
}
