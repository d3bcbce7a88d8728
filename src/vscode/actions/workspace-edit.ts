import * as vscode from 'vscode';
import { type Fix, resolveFix } from '../../core/index';
import { isStill } from '../is-still';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob } from '../open-job';
import { WHOLE_FOLDER } from '../whole-folder';
import { addTextEdits } from './add-text-edits';

/** The edit that makes a fix, all at once and undoable; `undefined` where it cannot be made, or was meant for
 * other texts. The store has loaded its writers. */
export function workspaceEdit(store: JobStore, job: OpenJob, fix: Fix): vscode.WorkspaceEdit | undefined {
  const resolved = resolveFix(fix, store.formats, (file) => store.document(job, file));
  if (!resolved || !isStill(store, job, resolved.edits.keys())) return undefined;
  const edit = new vscode.WorkspaceEdit();
  for (const [file, edits] of resolved.edits) addTextEdits(edit, { store, job }, file, edits);
  for (const change of resolved.fileChanges) {
    switch (change.kind) {
      case 'create-file':
        edit.createFile(fileUri(job, change.file), { ignoreIfExists: true, contents: new TextEncoder().encode(change.text) });
        break;
      case 'create-folder':
        // An edit cannot make an empty folder; the files that follow bring it about.
        break;
      case 'rename':
        edit.renameFile(fileUri(job, change.from), fileUri(job, change.to), { overwrite: false });
        break;
      case 'delete-file':
        edit.deleteFile(fileUri(job, change.file), { ignoreIfNotExists: true });
        break;
      case 'delete-folder':
        edit.deleteFile(fileUri(job, change.folder), { ...WHOLE_FOLDER, recursive: false });
        break;
    }
  }
  return edit;
}

/** Adds to an edit copies of all files of a folder of a job. They are read now. */
export async function copyFolder(edit: vscode.WorkspaceEdit, from: vscode.Uri, to: vscode.Uri): Promise<void> {
  for (const [name, type] of await vscode.workspace.fs.readDirectory(from)) {
    const source = vscode.Uri.joinPath(from, name);
    const target = vscode.Uri.joinPath(to, name);
    if (type & vscode.FileType.Directory) {
      // What a link leads to may be large, and may hold the link.
      if (!(type & vscode.FileType.SymbolicLink)) await copyFolder(edit, source, target);
    } else if (type & vscode.FileType.File) edit.createFile(target, { contents: await contentsOf(source) });
  }
}

/** A text that is open and was changed is copied as the author sees it. */
async function contentsOf(uri: vscode.Uri): Promise<Uint8Array> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString() && document.isDirty);
  return open ? new TextEncoder().encode(open.getText()) : await vscode.workspace.fs.readFile(uri);
}
