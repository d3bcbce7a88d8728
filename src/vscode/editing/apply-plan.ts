import * as vscode from 'vscode';
import { type EditNote, type EditPlan, isRefusal, type Refusal, type ResolvedPlan, resolvePlan } from '../../core/edit/index';
import { applyEdit } from '../apply-edit';
import { toRange, toTextEdit } from '../convert';
import { CHANGED_MEANWHILE, isStill } from '../is-still';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob } from '../open-job';

/** A plan as one edit of the editor, or why there is none. Loads what writes the files' formats. */
export async function workspaceEditOf(
  store: JobStore,
  job: OpenJob,
  plan: EditPlan | Refusal,
): Promise<vscode.WorkspaceEdit | Refusal> {
  if (isRefusal(plan)) return plan;
  await store.loadWriters();
  const resolved = resolvePlan(plan, store.formats, (file) => store.document(job, file));
  if (isRefusal(resolved)) return resolved;
  // Questions were answered since the plan was made, and files were read.
  return isStill(store, job, resolved.edits.keys()) ? toWorkspaceEdit(store, job, resolved) : { refused: CHANGED_MEANWHILE };
}

/**
 * Makes a plan at once: one edit that one undo takes back, and no file is saved. What is doubtful is shown before, in the editor's own
 * preview of changes. A refusal is said to the user. Gives whether something was changed.
 *
 * @param more adds to the edit what only a host knows.
 */
export async function applyPlan(
  store: JobStore,
  job: OpenJob,
  plan: EditPlan | Refusal,
  more?: (edit: vscode.WorkspaceEdit) => Promise<void>,
): Promise<boolean> {
  const edit = await workspaceEditOf(store, job, plan);
  if (isRefusal(edit)) {
    void vscode.window.showWarningMessage(edit.refused);
    return false;
  }
  await more?.(edit);
  // The size counts texts only, and a plan may be about files alone.
  const hasFiles = more !== undefined || (!isRefusal(plan) && plan.changes.some(({ change }) => !('edit' in change)));
  if (edit.size === 0 && !hasFiles) return false;
  const isDone = await applyEdit(job, edit);
  if (isDone && !isRefusal(plan)) void sayNotes(store, job, plan.notes);
  return isDone;
}

/** Says what was left as it is, and leads there on request. */
export async function sayNotes(store: JobStore, job: OpenJob, notes: readonly EditNote[]): Promise<void> {
  if (notes.length === 0) return;
  const show = 'Show Places';
  const answer = await vscode.window.showInformationMessage(notes.map(({ message }) => message).join(' '), show);
  if (answer !== show) return;
  const places = notes.flatMap((note) => note.places);
  const locations = await Promise.all(places.map(({ file, range }) => locationOf(store, job, file, range)));
  const [first] = locations;
  if (!first) return;
  await vscode.window.showTextDocument(first.uri, { selection: first.range });
  await vscode.commands.executeCommand('editor.action.peekLocations', first.uri, first.range.start, locations, 'peek');
}

function locationOf(store: JobStore, job: OpenJob, file: string, range: { readonly start: number; readonly end: number }) {
  return new vscode.Location(fileUri(job, file), toRange(store.lines(job, file), range));
}

function toWorkspaceEdit(store: JobStore, job: OpenJob, plan: ResolvedPlan): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const metadata = (doubt: string | undefined) => doubt && { needsConfirmation: true, label: doubt };
  // Texts come before the folder that they may lie in.
  for (const [file, own] of plan.edits) {
    const lines = store.lines(job, file);
    const edits = own.map(({ edit: one, doubt }): [vscode.TextEdit, vscode.WorkspaceEditEntryMetadata | undefined] => [
      toTextEdit(lines, one),
      metadata(doubt) || undefined,
    ]);
    edit.set(fileUri(job, file), edits);
  }
  for (const { change, doubt } of plan.fileChanges) {
    if (change.kind === 'rename') {
      edit.renameFile(fileUri(job, change.from), fileUri(job, change.to), { overwrite: false }, metadata(doubt) || undefined);
    } else if (change.kind === 'create-file') {
      const contents = new TextEncoder().encode(change.text);
      edit.createFile(fileUri(job, change.file), { ignoreIfExists: true, contents }, metadata(doubt) || undefined);
    } else if (change.kind === 'delete-file') {
      edit.deleteFile(fileUri(job, change.file), { ignoreIfNotExists: true }, metadata(doubt) || undefined);
    }
  }
  return edit;
}
