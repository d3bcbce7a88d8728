import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import { pathIn } from '../open-job';

/** What the editor takes a `.conf` file for by itself; a language that somebody chose stays. */
const OF_NOBODY = ['plaintext', 'properties', 'ini'];

/**
 * Colours the HOCON files of jobs. The two configurations are known by their names; a `meta.conf` gets its language only when it
 * turns out to be that of a job, so that the `.conf` files of other tools are left alone.
 */
export function registerLanguages(store: JobStore): vscode.Disposable {
  const look = (document: vscode.TextDocument) => {
    if (!OF_NOBODY.includes(document.languageId) || !/\/meta\.conf(\.default)?$/.test(document.uri.path)) return;
    const job = store.jobAt(document.uri);
    if (!job || pathIn(job, document.uri) !== job.analysis.job.meta?.file) return;
    vscode.languages.setTextDocumentLanguage(document, 'flare-hocon').then(undefined, (error: unknown) => {
      // It may have been closed meanwhile; it is looked at again when it is opened.
      console.warn('FLARE Jobs could not set the language of a file', error);
    });
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    store.onDidChange(() => {
      for (const document of vscode.workspace.textDocuments) look(document);
    }),
  );
}
