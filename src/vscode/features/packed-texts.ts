import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import { PACKED_SCHEME } from '../schemes';

/** Gives these texts to diff editors, and anew whenever a job changes. */
export function registerPackedTexts(store: JobStore): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async (uri) => (await import('../commands/commands')).packedTextAt(store, uri),
  };
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(PACKED_SCHEME, provider),
    store.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === PACKED_SCHEME) changed.fire(uri);
    }),
  );
}
