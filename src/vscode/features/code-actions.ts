import * as vscode from 'vscode';
import type { JobStore } from '../job-store';

/** Offers what can be done about findings, with sites, and with a file as a whole. What does it is a part of its own. */
export function registerCodeActions(store: JobStore, selector: vscode.DocumentSelector): vscode.Disposable {
  const { QuickFix, Refactor, RefactorExtract, RefactorRewrite, Source, SourceFixAll } = vscode.CodeActionKind;
  return vscode.languages.registerCodeActionsProvider(
    selector,
    {
      async provideCodeActions(document, range, context, token) {
        if (!store.jobAt(document.uri)) return [];
        const { actionsAt } = await import('../actions/index');
        return [...(await actionsAt(store, document, range, context, token))];
      },
      async resolveCodeAction(action) {
        const { OfferedAction } = await import('../actions/index');
        const edit = action instanceof OfferedAction ? await action.makeEdit() : undefined;
        if (edit) action.edit = edit;
        return action;
      },
    },
    {
      providedCodeActionKinds: [
        QuickFix,
        Refactor.append('move'),
        RefactorExtract,
        RefactorRewrite,
        SourceFixAll.append('flareJobs'),
        Source.append('organizeMeta').append('flareJobs'),
      ],
    },
  );
}
