import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import { JOB_FILES } from './job-files';

/** Renames what jobs name, and keeps deploy maps right when folders of apps get other names. What does it is a part of its own. */
export function registerEditing(store: JobStore): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerRenameProvider(JOB_FILES, {
      async prepareRename(document, position) {
        const { prepareRename } = await import('../editing/index');
        return prepareRename(store, document, position);
      },
      async provideRenameEdits(document, position, newName) {
        const { renameEdits } = await import('../editing/index');
        return await renameEdits(store, document, position, newName);
      },
    }),
    vscode.workspace.onWillRenameFiles((event) => {
      if (!event.files.some(({ oldUri }) => store.jobAt(oldUri))) return;
      event.waitUntil(import('../editing/index').then(({ editForMoves }) => editForMoves(store, event.files)));
    }),
  );
}
