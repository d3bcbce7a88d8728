import * as vscode from 'vscode';
import type { FixScope } from '../../core/actions/index';
import type { Finding, Fix } from '../../core/index';
import { toDiagnostic, toTextEdit } from '../convert';
import { placesOf } from '../features/diagnostics';
import { isStill } from '../is-still';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob } from '../open-job';
import { type ActionPlace, FIX_ALL, OfferedAction } from './offered';
import { workspaceEdit } from './workspace-edit';

/** The fixes of the findings at a place, and those of all others of their kinds. */
export function fixActions(place: ActionPlace, here: readonly Finding[]): readonly vscode.CodeAction[] {
  const { store, job } = place;
  const own = here.flatMap((finding) => finding.fixes.flatMap((fix) => fixAction(store, job, finding, fix) ?? []));
  const codes = [...new Set(here.map(({ code }) => code))];
  return [...own, ...codes.flatMap((code) => allOfKind(place, here, code))];
}

/** All fixes of a file that need no decision. */
export function fixAllAction(place: ActionPlace): readonly vscode.CodeAction[] {
  const { core, job, file } = place;
  if (core.fixable(job.analysis, { file }).length === 0) return [];
  return [new OfferedAction('Fix all FLARE job problems that need no decision', FIX_ALL, () => fixAllEdit(place, { file }))];
}

function fixAction(store: JobStore, job: OpenJob, finding: Finding, fix: Fix): vscode.CodeAction | undefined {
  const edit = workspaceEdit(store, job, fix);
  if (!edit) return undefined;
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = edit;
  action.isPreferred = fix.isPreferred;
  action.diagnostics = [toDiagnostic(finding, placesOf(store, job))];
  return action;
}

/** Offered where there is more than one of a kind, for the file and, where others have it too, for the job. */
function allOfKind(place: ActionPlace, here: readonly Finding[], code: string): readonly vscode.CodeAction[] {
  const { core, store, job, file } = place;
  const inFile = core.fixable(job.analysis, { file, code }).length;
  const inJob = core.fixable(job.analysis, { code }).length;
  const offers: (readonly [string, FixScope])[] = [];
  if (inFile > 1) offers.push([`Fix all ${inFile} "${code}" in this file`, { file, code }]);
  if (inJob > inFile && inJob > 1) offers.push([`Fix all ${inJob} "${code}" in this job`, { code }]);
  return offers.map(([title, scope]) => {
    const action = new OfferedAction(title, vscode.CodeActionKind.QuickFix, () => fixAllEdit(place, scope));
    action.diagnostics = here.filter((finding) => finding.code === code).map((one) => toDiagnostic(one, placesOf(store, job)));
    return action;
  });
}

async function fixAllEdit({ core, store, job }: ActionPlace, scope: FixScope): Promise<vscode.WorkspaceEdit | undefined> {
  await store.loadWriters();
  const state = { analysis: job.analysis, formats: store.formats };
  const edit = new vscode.WorkspaceEdit();
  const fixes = core.fixAll(state, (sources) => store.analysisOf(job, sources), scope);
  const files = fixes.map(({ file }) => file);
  if (!isStill(store, job, files)) return undefined;
  // Made while a file is saved, it writes no file anew: a byte-order mark stays for the fix of its own.
  for (const one of fixes) edit.set(fileUri(job, one.file), [toTextEdit(store.lines(job, one.file), one.edit)]);
  return edit;
}
