/** The actions that the editor offers at a place, loaded when it asks for the first. */
import type * as vscode from 'vscode';
import { CodeActionKind } from 'vscode';
import { toOffset, toRange } from '../convert';
import type { JobStore } from '../job-store';
import { pathIn } from '../open-job';
import { fixActions, fixAllAction } from './fix-actions';
import { metaActions } from './job-actions';
import { FIX_ALL, isWanted } from './offered';
import { silenceActions } from './silence-actions';

export { migrateJob } from './migrate-job';
export { OfferedAction } from './offered';

/** All actions for a place of a document, of the kinds that are asked for. */
export async function actionsAt(
  store: JobStore,
  document: vscode.TextDocument,
  range: vscode.Range,
  { only }: vscode.CodeActionContext,
  token: vscode.CancellationToken,
): Promise<readonly vscode.CodeAction[]> {
  await store.loadWriters();
  const core = await import('../../core/actions/index');
  const job = store.jobAt(document.uri);
  const file = job && pathIn(job, document.uri);
  if (!job || file === undefined || token.isCancellationRequested) return [];
  const at = { core, store, job, file };
  const lines = store.lines(job, file);
  const actions: vscode.CodeAction[] = [];
  if (isWanted(only, CodeActionKind.QuickFix)) {
    const here = job.findings.filter(
      (finding) => finding.file === file && toRange(lines, finding.range).intersection(range) !== undefined,
    );
    actions.push(...fixActions(at, here), ...silenceActions(at, here));
  }
  if (only && isWanted(only, FIX_ALL)) actions.push(...fixAllAction(at));
  if (file === job.analysis.job.meta?.file) {
    const place = { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
    actions.push(...metaActions(at, place, only));
  }
  return actions;
}
