import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import type { JobScripts } from '../lenses/index';
import { JOB_FILES } from './job-files';

/** Facts above the lines of jobs and of scripts that make them, and values that are not in the text. What does it is a part of its own. */
export function registerLenses(store: JobStore): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let scripts: JobScripts | undefined;
  const part = () => import('../lenses/index');
  const isWanted = (document: vscode.TextDocument) =>
    vscode.workspace.getConfiguration('flareJobs', document.uri).get<boolean>('codeLens', true);
  return vscode.Disposable.from(
    changed,
    store.onDidChange(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('flareJobs')) changed.fire();
    }),
    { dispose: () => scripts?.dispose() },
    vscode.languages.registerCodeLensProvider(JOB_FILES, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document) {
        if (!store.jobAt(document.uri) || !isWanted(document)) return [];
        const { JobScripts, jobLenses } = await part();
        scripts ??= new JobScripts();
        return [...(await jobLenses(store, scripts, document))];
      },
    }),
    vscode.languages.registerCodeLensProvider(
      { language: 'python' },
      {
        onDidChangeCodeLenses: changed.event,
        async provideCodeLenses(document) {
          if (!document.getText().includes('nvflare') || !isWanted(document)) return [];
          return [...(await part()).scriptLenses(store, document)];
        },
      },
    ),
    vscode.languages.registerInlayHintsProvider(JOB_FILES, {
      onDidChangeInlayHints: changed.event,
      async provideInlayHints(document, range) {
        const { defaults, effectiveValues } = vscode.workspace.getConfiguration('flareJobs.inlayHints', document.uri);
        if ((!defaults && !effectiveValues) || !store.jobAt(document.uri)) return [];
        return [...(await part()).jobHints(store, document, range)];
      },
    }),
  );
}
