import * as vscode from 'vscode';
import type { PackFileSystem } from '../core/manifest/index';
import { workspaceFileSystem } from './workspace-fs';

/** The bytes of a workspace folder as they are on disk. Paths are the paths of its URIs. */
export function packFiles(root: vscode.Uri): PackFileSystem {
  const at = (path: string) => root.with({ path });
  return {
    list: (folder) => workspaceFileSystem(root).list(folder),
    async stat(path) {
      try {
        const { size, mtime } = await vscode.workspace.fs.stat(at(path));
        // Virtual file systems that know no time say 0.
        return { size, modified: mtime > 0 ? mtime : undefined };
      } catch (error) {
        return { unreadable: reason(error) };
      }
    },
    async bytes(file, read) {
      try {
        read(await vscode.workspace.fs.readFile(at(file)));
        return undefined;
      } catch (error) {
        return reason(error);
      }
    },
  };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
