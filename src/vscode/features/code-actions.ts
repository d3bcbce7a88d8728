import * as vscode from 'vscode';
import type { Finding, Fix } from '../../core/index';
import { resolveFix } from '../../core/index';
import { toDiagnostic, toRange, toTextEdit } from '../convert';
import { fileUri, type JobStore, type OpenJob, pathIn } from '../job-store';
import { placesOf } from './diagnostics';

/** Offers the fixes that findings bring along. */
export function registerCodeActions(store: JobStore, selector: vscode.DocumentSelector): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    selector,
    {
      async provideCodeActions(document, range) {
        const job = store.jobAt(document.uri);
        const file = job && pathIn(job, document.uri);
        if (!job || file === undefined) return [];
        await store.loadWriters();
        const lines = store.lines(job, file);
        const here = job.findings.filter(
          (finding) => finding.file === file && toRange(lines, finding.range).intersection(range) !== undefined,
        );
        return here.flatMap((finding) => finding.fixes.flatMap((fix) => codeAction(store, job, finding, fix) ?? []));
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function codeAction(store: JobStore, job: OpenJob, finding: Finding, fix: Fix): vscode.CodeAction | undefined {
  const edit = workspaceEdit(store, job, fix);
  if (!edit) return undefined;
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.edit = edit;
  action.isPreferred = fix.isPreferred;
  action.diagnostics = [toDiagnostic(finding, placesOf(store, job))];
  return action;
}

/** The edit that makes a fix, all at once and undoable; `undefined` where it cannot be made. */
export function workspaceEdit(store: JobStore, job: OpenJob, fix: Fix): vscode.WorkspaceEdit | undefined {
  const resolved = resolveFix(fix, store.formats, (file) => store.document(job, file));
  if (!resolved) return undefined;
  const edit = new vscode.WorkspaceEdit();
  for (const [file, edits] of resolved.edits) {
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
      case 'delete-folder':
        edit.deleteFile(fileUri(job, change.folder), { ignoreIfNotExists: true });
        break;
      case 'delete-file':
        edit.deleteFile(fileUri(job, change.file), { ignoreIfNotExists: true });
        break;
    }
  }
  return edit;
}
