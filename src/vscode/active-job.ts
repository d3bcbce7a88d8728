import * as vscode from 'vscode';
import type { JobStore } from './job-store';
import { type OpenJob, pathIn } from './open-job';

/** The job to which the text belongs that is being edited. */
export function activeJob(store: JobStore): OpenJob | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const job = uri && store.jobAt(uri);
  const file = job && pathIn(job, uri);
  return file !== undefined && job?.analysis.job.sources.files.has(file) ? job : undefined;
}
