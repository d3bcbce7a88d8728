import * as vscode from 'vscode';
import type { FileSystem } from '../../core/index';
import { installedIn } from '../../core/installed/index';
import type { InstalledRelease } from '../../core/settings/index';
import type { PythonEnvironments } from './python-environments';

/** The NVFLARE of the first Python environment of a folder that has one. */
export async function installedFor(
  environments: PythonEnvironments,
  fs: FileSystem,
  folder: vscode.WorkspaceFolder,
): Promise<InstalledRelease | undefined> {
  for (const prefix of await environments.prefixesOf(folder)) {
    const installed = await installedIn(fs, prefix, { mayFollow: (path) => mayFollow(path, folder) });
    if (installed) return installed;
  }
  return undefined;
}

/** A workspace that nobody trusts does not say where else on the machine to read. */
function mayFollow(path: string, { uri }: vscode.WorkspaceFolder): boolean {
  return vscode.workspace.isTrusted || path.startsWith(`${uri.path}/`) || path === uri.path;
}
