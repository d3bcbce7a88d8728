import type * as vscode from 'vscode';
import type { FileSystem } from '../../core/index';
import { type InstalledNvflare, installedIn } from '../../core/installed/index';
import type { PythonEnvironments } from './python-environments';

/** The NVFLARE of the first Python environment of a folder that has one. */
export async function installedFor(
  environments: PythonEnvironments,
  fs: FileSystem,
  folder: vscode.WorkspaceFolder,
): Promise<InstalledNvflare | undefined> {
  for (const prefix of await environments.prefixesOf(folder)) {
    const installed = await installedIn(fs, prefix);
    if (installed) return installed;
  }
  return undefined;
}
