import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import { jobOf, uriOf } from './job-of';

/** Copies the path of a job or app as a terminal takes it; where there is no disk, the URI. */
export async function copyPath(store: JobStore, target: unknown): Promise<void> {
  const uri = uriOf(target) ?? (await jobOf(store, target))?.uri;
  if (uri) await vscode.env.clipboard.writeText(uri.scheme === 'file' ? uri.fsPath : uri.toString());
}
