import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';

/** The part of the core that knows about actions. It is handed on, so that it is shipped once. */
export type ActionsPart = typeof import('../../core/actions/index');

/** The file of a job that actions are asked for. */
export interface ActionPlace {
  readonly core: ActionsPart;
  readonly store: JobStore;
  readonly job: OpenJob;
  /** Path below the job folder. */
  readonly file: string;
}

/** An action whose edit is made when somebody chooses it. */
export class OfferedAction extends vscode.CodeAction {
  /** Makes the edit; `undefined` where there turns out to be nothing to do. */
  readonly makeEdit: () => Promise<vscode.WorkspaceEdit | undefined>;

  constructor(title: string, kind: vscode.CodeActionKind, makeEdit: () => Promise<vscode.WorkspaceEdit | undefined>) {
    super(title, kind);
    this.makeEdit = makeEdit;
  }
}

/** All fixes of a file that need no decision; what `editor.codeActionsOnSave` names. */
export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('flareJobs');
/** The order of a meta file. Of a kind of its own, so that it is done only where it is asked for by this name. */
export const ORGANISE = vscode.CodeActionKind.Source.append('organizeMeta').append('flareJobs');
/** `refactor.move`, which the oldest editor that is supported has no constant for. */
export const MOVE = vscode.CodeActionKind.Refactor.append('move');

/** Whether an editor that asks for one kind wants another, which is of that kind or a part of it. */
export function isWanted(only: vscode.CodeActionKind | undefined, kind: vscode.CodeActionKind): boolean {
  return only === undefined || only.contains(kind);
}
