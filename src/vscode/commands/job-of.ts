import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';

/** The job that a command is about: the one of the tree item or file it was called on, of the active editor, the only one, or one picked. */
export async function jobOf(store: JobStore, target: unknown): Promise<OpenJob | undefined> {
  const uri = uriOf(target) ?? vscode.window.activeTextEditor?.document.uri;
  const job = uri && store.jobAt(uri);
  if (job) return job;
  const { jobs } = store;
  return jobs.length < 2 ? jobs[0] : await pickJob(jobs, 'Which job?');
}

/** Asks for one of these jobs; behind the name stands where it lies, unless that is all there is to say. */
export async function pickJob(jobs: readonly OpenJob[], placeHolder: string): Promise<OpenJob | undefined> {
  const items = jobs.map((job) => {
    const label = job.analysis.job.sources.name;
    const path = vscode.workspace.asRelativePath(job.uri);
    return { label, ...(path !== label && { description: path }), job };
  });
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.job;
}

/** The file or folder that a command was called on, if it was. */
export function uriOf(target: unknown): vscode.Uri | undefined {
  if (target instanceof vscode.Uri) return target;
  if (typeof target === 'object' && target !== null && 'uri' in target && target.uri instanceof vscode.Uri) return target.uri;
  return undefined;
}
