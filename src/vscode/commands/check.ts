import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';
import { problemText } from '../problem-text';
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

/** The Problems view says what is wrong; the status bar, how much there is of it. */
async function report(jobs: readonly OpenJob[]): Promise<void> {
  const findings = jobs.flatMap((job) => job.findings).filter(({ severity }) => severity !== 'hint');
  if (findings.length > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  const [only] = jobs;
  const what = only && jobs.length === 1 ? `Job ${only.analysis.job.sources.name}` : `${jobs.length} jobs`;
  const icon = findings.length === 0 ? 'check' : 'warning';
  vscode.window.setStatusBarMessage(`$(${icon}) ${what}: ${problemText(findings)}`, 5000);
}
