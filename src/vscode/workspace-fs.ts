import * as vscode from 'vscode';
import type { FileSystem, FolderEntry, SourceText } from '../core/index';
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
      if (!open) return fs.read(file, largest);
      const onDisk = mayBeOtherwise(open) ? await fs.read(file, largest) : undefined;
      return onDisk?.kind === 'not-utf8' ? onDisk : limited(textOf(open), largest);
    },
  };
}

/** The text of an editor as its file has it when it is saved: with a byte-order mark, where there is one. */
export function textOf(document: vscode.TextDocument): string {
  return (encodingOf(document) === 'utf8bom' ? '\ufeff' : '') + document.getText();
}

function limited(text: string, largest = LARGEST_TEXT): SourceText {
  return text.length > largest ? { kind: 'too-large', size: text.length, limit: largest } : { kind: 'text', text };
}

/**
 * Whether the file of an editor may hold other bytes than its text has as UTF-8, which is what NVFLARE reads: it is saved in another
 * encoding, or the editor shows � for what it could not read.
 */
function mayBeOtherwise(document: vscode.TextDocument): boolean {
  return !document.isDirty && (!encodingOf(document).startsWith('utf8') || document.getText().includes('\ufffd'));
}

/** Editors of before 1.100 do not say it. */
function encodingOf(document: vscode.TextDocument): string {
  return 'encoding' in document && typeof document.encoding === 'string' ? document.encoding : 'utf8';
}

function kindOf(type: vscode.FileType): FolderEntry['kind'] {
  if (type & vscode.FileType.Directory) return 'folder';
  return type & vscode.FileType.File ? 'file' : 'other';
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
