import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import { jobOf, uriOf } from './job-of';

/**
 * Copies the path of a job, app or file as a terminal takes it; where there is no disk, the URI. Of several selected rows each on a
 * line of its own.
 */
export async function copyPath(store: JobStore, target: unknown, selected: unknown): Promise<void> {
  const rows = Array.isArray(selected) ? selected.flatMap((row) => uriOf(row) ?? []) : [];
  const own = uriOf(target) ?? (await jobOf(store, target))?.uri;
  const uris = rows.length > 0 ? rows : own ? [own] : [];
  if (uris.length > 0) await vscode.env.clipboard.writeText([...new Set(uris.map(pathOf))].join('\n'));
}

function pathOf(uri: vscode.Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}
