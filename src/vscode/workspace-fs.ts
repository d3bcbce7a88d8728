import * as vscode from 'vscode';
import type { FileSystem, FolderEntry } from '../core/index';
import { textOfBytes } from '../text-of-bytes';

/** Larger files are no configurations; reading them would only cost memory. In bytes. */
const LARGEST_TEXT = 20_000_000;

/** The editor's file system below a workspace folder. Paths are the paths of its URIs, so virtual folders work as well. */
export function workspaceFileSystem(root: vscode.Uri): FileSystem {
  return {
    async list(folder) {
      try {
        const entries = await vscode.workspace.fs.readDirectory(root.with({ path: folder }));
        return entries.map(
          ([name, type]): FolderEntry => ({ name, kind: kindOf(type), link: (type & vscode.FileType.SymbolicLink) !== 0 }),
        );
      } catch (error) {
        return { unreadable: reason(error) };
      }
    },
    async read(file, largest = LARGEST_TEXT) {
      const uri = root.with({ path: file });
      try {
        const { size } = await vscode.workspace.fs.stat(uri);
        if (size > largest) return { kind: 'too-large', size, limit: largest };
        return textOfBytes(await vscode.workspace.fs.readFile(uri));
      } catch (error) {
        return { kind: 'unreadable', reason: reason(error) };
      }
    },
  };
}

/** A file system whose texts are those of open editors, saved or not, and those of another file system otherwise. */
export function withOpenEditors(fs: FileSystem, root: vscode.Uri): FileSystem {
  return {
    list: (folder) => fs.list(folder),
    async read(file, largest) {
      const wanted = root.with({ path: file }).toString();
      const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === wanted);
      return open ? { kind: 'text', text: open.getText() } : fs.read(file, largest);
    },
  };
}

function kindOf(type: vscode.FileType): FolderEntry['kind'] {
  if (type & vscode.FileType.Directory) return 'folder';
  return type & vscode.FileType.File ? 'file' : 'other';
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
