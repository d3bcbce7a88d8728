import * as vscode from 'vscode';
import { applyEdits, type Fix, resolveFix, type TextEdit } from '../../core/index';
import { toTextEdit } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob } from '../open-job';
import { WHOLE_FOLDER } from '../whole-folder';

/** The edit that makes a fix, all at once and undoable; `undefined` where it cannot be made. The store has loaded its writers. */
export function workspaceEdit(store: JobStore, job: OpenJob, fix: Fix): vscode.WorkspaceEdit | undefined {
  const resolved = resolveFix(fix, store.formats, (file) => store.document(job, file));
  if (!resolved) return undefined;
  const edit = new vscode.WorkspaceEdit();
  for (const [file, edits] of resolved.edits) {
    const whole = withoutMark(job, file, edits);
    if (whole !== undefined) {
      edit.createFile(fileUri(job, file), { overwrite: true, contents: new TextEncoder().encode(whole) });
      continue;
    }
    edit.set(
      fileUri(job, file),
      edits.map((one) => toTextEdit(store.lines(job, file), one)),
    );
  }
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

/** The file without its byte-order mark, where edits take that away: it is no part of the text in an editor. */
function withoutMark(job: OpenJob, file: string, edits: readonly TextEdit[]): string | undefined {
  const source = job.analysis.job.sources.texts.get(file);
  const isMark = ({ range }: TextEdit) => range.start === 0 && range.end > 0;
  return source?.kind === 'text' && source.text.startsWith('\ufeff') && edits.some(isMark)
    ? applyEdits(source.text, edits)
    : undefined;
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
