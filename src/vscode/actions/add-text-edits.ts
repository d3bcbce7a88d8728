import type * as vscode from 'vscode';
import { applyEdits, type TextEdit } from '../../core/index';
import { toTextEdit } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob } from '../open-job';

/**
 * Adds edits of a text of a job to an edit of the editor. Editors hide a byte-order mark, so that no text edit can take it away: a file
 * that is to lose it is written anew.
 */
export function addTextEdits(
  edit: vscode.WorkspaceEdit,
  { store, job }: { readonly store: JobStore; readonly job: OpenJob },
  file: string,
  edits: readonly TextEdit[],
): void {
  const source = job.analysis.job.sources.texts.get(file);
  const text = source?.kind === 'text' ? source.text : '';
  const after = text.charCodeAt(0) === MARK ? applyEdits(text, edits) : undefined;
  if (after === undefined || after.charCodeAt(0) === MARK) {
    const lines = store.lines(job, file);
    edit.set(
      fileUri(job, file),
      edits.map((one) => toTextEdit(lines, one)),
    );
  } else edit.createFile(fileUri(job, file), { overwrite: true, contents: new TextEncoder().encode(after) });
}

/** The byte-order mark. */
const MARK = 0xfeff;
