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

/**
 * A file system whose texts are those that editors hold unsaved, and those of another file system otherwise. What is said of a file is
 * the same whether it is open or not.
 */
export function withOpenEditors(fs: FileSystem, root: vscode.Uri): FileSystem {
  return {
    list: (folder) => fs.list(folder),
    async read(file, largest) {
      const wanted = root.with({ path: file }).toString();
      const open = vscode.workspace.textDocuments.find((each) => each.isDirty && each.uri.toString() === wanted);
      const saved = await fs.read(file, largest);
      const text = open && typedOver(saved, open.getText());
      if (text === undefined) return saved;
      return text.length > (largest ?? LARGEST_TEXT)
        ? { kind: 'too-large', size: text.length, limit: largest ?? LARGEST_TEXT }
        : { kind: 'text', text };
    },
  };
}

/**
 * What a file will hold when it is saved. An editor decodes bytes in ways that NVFLARE does not, hides a byte-order mark and writes it
 * back: so what is typed takes nothing of that away. `undefined` where it will be no text for NVFLARE, whatever is typed.
 */
export function typedOver(saved: SourceText, typed: string): string | undefined {
  if (saved.kind === 'not-utf8') return undefined;
  const isMarked = saved.kind === 'text' && saved.text.charCodeAt(0) === MARK;
  return isMarked ? String.fromCharCode(MARK) + typed : typed;
}

/** The byte-order mark. */
const MARK = 0xfeff;

function kindOf(type: vscode.FileType): FolderEntry['kind'] {
  if (type & vscode.FileType.Directory) return 'folder';
  return type & vscode.FileType.File ? 'file' : 'other';
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
