import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import { COMPARISON_SCHEME } from '../schemes';

/** Gives the texts of comparisons and their links, and anew whenever a job changes. */
export function registerComparisons(store: JobStore): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const at = async (uri: vscode.Uri) => (await import('../comparing/index')).comparisonAt(store, uri);
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(COMPARISON_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => (await at(uri)).text,
    }),
    vscode.languages.registerDocumentLinkProvider(
      { scheme: COMPARISON_SCHEME },
      // Links of a text that is already another one would stand at wrong places.
      {
        provideDocumentLinks: async (document) => {
          const { text, links } = await at(document.uri);
          return text === document.getText() ? [...links] : [];
        },
      },
    ),
    store.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === COMPARISON_SCHEME) changed.fire(uri);
    }),
  );
}
