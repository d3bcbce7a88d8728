import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import { jobOf, uriOf } from './job-of';

/** Shows the folder of a job or app in the Explorer. */
export async function revealJob(store: JobStore, target: unknown): Promise<void> {
  const uri = uriOf(target) ?? (await jobOf(store, target))?.uri;
  if (uri) await vscode.commands.executeCommand('revealInExplorer', uri);
}
