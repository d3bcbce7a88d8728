import * as vscode from 'vscode';
import { KNOWN_RELEASES, releaseName } from '../../core/index';
import { activeJob } from '../active-job';
import type { JobStore } from '../job-store';

/** Lets the user choose a release, or leave the choice to the project again, and writes that to the workspace's settings. */
export async function pickRelease(store: JobStore): Promise<void> {
  const job = activeJob(store) ?? store.jobs[0];
  const now = job && releaseName(job.settings.target);
  const isSet = job?.settings.targetFrom.kind === 'wish';
  const automatic = {
    label: 'Automatic',
    description:
      'what .flare-jobs.json says, the NVFLARE source around the job, what is installed, what the project pins, else the newest',
    value: undefined,
  };
  const releases = [...KNOWN_RELEASES].reverse().map((value) => ({
    label: `NVFLARE ${value}`,
    description: isSet && value === now ? 'current' : '',
    value,
  }));
  const picked = await vscode.window.showQuickPick([automatic, ...releases], {
    title: 'NVFLARE Release That Jobs Are Checked For',
    placeHolder: now === undefined ? 'The release that your server runs' : `Now ${now}; choose the release that your server runs`,
  });
  if (!picked) return;
  const settings = vscode.workspace.getConfiguration('flareJobs', job?.folder.uri);
  await settings.update('targetVersion', picked.value, vscode.ConfigurationTarget.Workspace);
}
