import * as vscode from 'vscode';
import { followMove, isRefusal } from '../../core/edit/index';
import type { JobStore } from '../job-store';
import { pathIn } from '../open-job';
import { workspaceEditOf } from './apply-plan';

/**
 * What jobs need when files and folders get other names: an app folder that stays in its job takes its key along, a script or module
 * what names it. Whatever contains whole jobs takes them along as they are.
 */
export async function editForMoves(store: JobStore, files: vscode.FileWillRenameEvent['files']): Promise<vscode.WorkspaceEdit> {
  const all = new vscode.WorkspaceEdit();
  for (const { oldUri, newUri } of files) {
    const job = store.jobAt(oldUri);
    const from = job && pathIn(job, oldUri);
    const to = job && pathIn(job, newUri);
    const plan = job && from !== undefined && to !== undefined ? followMove(job.analysis, from, to) : undefined;
    const edit = job && plan && (await workspaceEditOf(store, job, plan));
    if (!edit || isRefusal(edit)) continue;
    for (const [uri, edits] of edit.entries()) all.set(uri, [...all.get(uri), ...edits]);
  }
  return all;
}
