import * as vscode from 'vscode';
import { isRefusal, planRename, type Refusal, type Renameable, renameableAt } from '../../core/edit/index';
import { withTexts } from '../../core/index';
import { toOffset, toRange } from '../convert';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob, pathIn } from '../open-job';
import { sayNotes, workspaceEditOf } from './apply-plan';

/** What the rename box of the editor begins with. Throws the reason where nothing can be renamed; the editor shows it. */
export function prepareRename(
  store: JobStore,
  document: vscode.TextDocument,
  position: vscode.Position,
): { readonly range: vscode.Range; readonly placeholder: string } {
  const { job, file, what } = found(store, document, position);
  return { range: toRange(store.lines(job, file), what.range), placeholder: what.name };
}

/** The edit of a rename. Throws the reason where the new name is refused; the editor shows it. */
export async function renameEdits(
  store: JobStore,
  document: vscode.TextDocument,
  position: vscode.Position,
  newName: string,
): Promise<vscode.WorkspaceEdit> {
  const { job, what } = found(store, document, position);
  const known = await withCode(job);
  const plan = planRename(known, what, newName);
  const edit = await workspaceEditOf(store, job, plan);
  if (isRefusal(edit)) throw new Error(edit.refused);
  if (!isRefusal(plan)) void sayNotes(store, { ...job, analysis: { ...job.analysis, job: known.job } }, plan.notes);
  return edit;
}

function found(store: JobStore, document: vscode.TextDocument, position: vscode.Position) {
  const job = store.jobAt(document.uri);
  const file = job && pathIn(job, document.uri);
  const what: Renameable | Refusal =
    job && file !== undefined
      ? renameableAt(job.analysis, file, toOffset(store.lines(job, file), position))
      : { refused: 'This file belongs to no job that was found. Look at the view Jobs for those that were.' };
  if (isRefusal(what) || !job || file === undefined) throw new Error(isRefusal(what) ? what.refused : '');
  return { job, file, what };
}

/** The largest Python file that is looked through, in bytes. */
const LARGEST_CODE = 1_000_000;

/** The same job with the texts of all its custom code, which may hold the old name. */
async function withCode({ analysis, ...job }: OpenJob): Promise<OpenJob['analysis']> {
  const { sources } = analysis.job;
  const code = new Map<string, string>();
  for (const [file, { size }] of sources.files) {
    if (!file.endsWith('.py') || sources.texts.has(file) || (size ?? 0) > LARGEST_CODE) continue;
    const text = await textOf(fileUri(job, file));
    if (text !== undefined) code.set(file, text);
  }
  return { ...analysis, job: { ...analysis.job, sources: withTexts(sources, code) } };
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  return await vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}
