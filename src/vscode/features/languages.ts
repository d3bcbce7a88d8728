import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import { pathIn } from '../open-job';

/**
 * Colours the HOCON files of jobs. The two configurations are known by their names; a `meta.conf` gets its language only when it
 * turns out to be that of a job, so that the `.conf` files of other tools are left alone.
 */
export function registerLanguages(store: JobStore): vscode.Disposable {
  const look = async (document: vscode.TextDocument) => {
    if (document.languageId === 'flare-hocon' || !/\/meta\.conf(\.default)?$/.test(document.uri.path)) return;
    const job = store.jobAt(document.uri);
    if (job && pathIn(job, document.uri) === job.analysis.job.meta?.file) {
      await vscode.languages.setTextDocumentLanguage(document, 'flare-hocon');
    }
  };
  const lookAtAll = () => Promise.all(vscode.workspace.textDocuments.map(look));
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    store.onDidChange(() => void lookAtAll()),
  );
}
