import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';
import { jobOf } from './job-of';

/** Searches and checks the whole workspace, and shows the problems. */
export async function checkAllJobs(store: JobStore): Promise<void> {
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: 'Checking jobs' }, () => store.refresh());
  await report(store.jobs);
}

/** Checks one job again and shows its problems. */
export async function checkJob(store: JobStore, target: unknown): Promise<void> {
  const job = await jobOf(store, target);
  if (!job) return;
  await store.reload(job);
  await report(store.jobs.filter((other) => other.uri.toString() === job.uri.toString()));
}

/** The Problems view says what is wrong; where nothing is, a word in the status bar does. */
async function report(jobs: readonly OpenJob[]): Promise<void> {
  const count = jobs.reduce((sum, job) => sum + job.findings.filter((finding) => finding.severity !== 'hint').length, 0);
  if (count > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  const what = jobs.length === 1 ? 'the job' : `${jobs.length} jobs`;
  vscode.window.setStatusBarMessage(
    count === 0 ? `$(check) Nothing to report for ${what}` : `$(warning) ${count} to report for ${what}`,
    5000,
  );
}
