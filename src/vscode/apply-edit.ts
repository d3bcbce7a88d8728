import * as vscode from 'vscode';
import { baseName } from '../core/index';
import { type OpenJob, pathIn } from './open-job';

/**
 * Makes an edit that was worked out from a job. Where one of its texts is another by now, by a program or another window while a
 * question was open, its places would be wrong ones: nothing is changed then, and the user is told. Whether it was made.
 */
export async function applyEdit(
  job: OpenJob,
  edit: vscode.WorkspaceEdit,
  metadata?: vscode.WorkspaceEditMetadata,
): Promise<boolean> {
  for (const [uri] of edit.entries()) {
    const source = job.analysis.job.sources.texts.get(pathIn(job, uri) ?? '');
    if (source?.kind !== 'text' || (await textNow(uri)) === inEditor(source.text)) continue;
    void vscode.window.showWarningMessage(`${baseName(uri.path)} was changed meanwhile, so nothing was done. Try again.`);
    return false;
  }
  return await vscode.workspace.applyEdit(edit, metadata);
}

/** `undefined` for a file that is gone. */
async function textNow(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return inEditor((await vscode.workspace.openTextDocument(uri)).getText());
  } catch {
    return undefined;
  }
}

/** An editor shows no byte-order mark and has one sort of line end for the whole of a text; places in it are the same. */
function inEditor(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}
