import * as vscode from 'vscode';
import type { Comparison } from '../comparing/comparison';
import type { JobStore } from '../job-store';
import { COMPARISON_SCHEME } from '../schemes';

/** A comparison asks Git of every file, so it follows when the hands rest. */
const REST_MILLISECONDS = 400;

/** Gives the texts of comparisons and their links, and anew when one of the jobs changed or when one is looked at again. */
export function registerComparisons(store: JobStore): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  /** What was compared for the texts that are shown; their links are part of it. */
  const made = new Map<string, Promise<Comparison>>();
  const stale = new Map<string, vscode.Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const compare = (uri: vscode.Uri) => {
    const comparison = import('../comparing/index').then(({ comparisonAt }) => comparisonAt(store, uri));
    made.set(uri.toString(), comparison);
    return comparison;
  };
  const refreshSoon = (uri: vscode.Uri) => {
    stale.set(uri.toString(), uri);
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const each of stale.values()) changed.fire(each);
      stale.clear();
    }, REST_MILLISECONDS);
  };
  return vscode.Disposable.from(
    changed,
    { dispose: () => clearTimeout(timer) },
    vscode.workspace.registerTextDocumentContentProvider(COMPARISON_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => (await compare(uri)).text,
    }),
    vscode.languages.registerDocumentLinkProvider(
      { scheme: COMPARISON_SCHEME },
      // Links of a text that is already another one would stand at wrong places.
      {
        provideDocumentLinks: async (document) => {
          const { text, links } = await (made.get(document.uri.toString()) ?? compare(document.uri));
          return text === document.getText() ? [...links] : [];
        },
      },
    ),
    store.onDidChange((change) => {
      const jobs = [...change.changed.map(({ uri }) => uri), ...change.removed].map((uri) => JSON.stringify(uri.toString()));
      for (const { uri } of vscode.workspace.textDocuments)
        if (uri.scheme === COMPARISON_SCHEME && jobs.some((job) => uri.query.includes(job))) refreshSoon(uri);
    }),
    // A commit changes no file of a job.
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.uri.scheme === COMPARISON_SCHEME) refreshSoon(editor.document.uri);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => made.delete(uri.toString())),
  );
}
