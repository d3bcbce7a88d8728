import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import { fileUri } from '../open-job';
import { jobOf } from './job-of';

/** Opens the meta file of a job. */
export async function openMeta(store: JobStore, target: unknown): Promise<void> {
  const job = await jobOf(store, target);
  if (!job) return;
  const { meta, sources } = job.analysis.job;
  if (meta) await vscode.window.showTextDocument(fileUri(job, meta.file));
  else {
    const message = `"${sources.name}" has no meta file. Write a meta.json in its folder that says where its apps go.`;
    void vscode.window.showInformationMessage(message);
  }
}
