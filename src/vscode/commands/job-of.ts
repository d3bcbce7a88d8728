import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';

/** The job that a command is about: the one of the tree item or file it was called on, of the active editor, the only one, or one picked. */
export async function jobOf(store: JobStore, target: unknown): Promise<OpenJob | undefined> {
  const uri = uriOf(target) ?? vscode.window.activeTextEditor?.document.uri;
  const job = uri && store.jobAt(uri);
  if (job) return job;
  const { jobs } = store;
  if (jobs.length < 2) return jobs[0];
  const items = jobs.map((one) => ({
    label: one.analysis.job.sources.name,
    description: vscode.workspace.asRelativePath(one.uri),
    job: one,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: 'Which job?', matchOnDescription: true }))?.job;
}

/** The file or folder that a command was called on, if it was. */
export function uriOf(target: unknown): vscode.Uri | undefined {
  if (target instanceof vscode.Uri) return target;
  if (typeof target === 'object' && target !== null && 'uri' in target && target.uri instanceof vscode.Uri) return target.uri;
  return undefined;
}
