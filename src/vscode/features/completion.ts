import * as vscode from 'vscode';
import type { Completer } from '../completing/index';
import type { JobStore } from '../job-store';

/** The files in which something is offered. */
const FILES: vscode.DocumentSelector = [
  { pattern: '**/{meta,config_fed_server,config_fed_client}.{json,conf,yml,yaml}{,.default}' },
];
/** Characters at which names of something else begin: texts, steps of class paths, variables, `@ALL` and paths. */
const TRIGGERS = ['"', '.', '{', '@', '/'];

/** Offers what fits to what is being typed. What knows is loaded with the first question. */
export function registerCompletion(store: JobStore): vscode.Disposable {
  let completer: Promise<Completer> | undefined;
  const loaded = () => {
    completer ??= import('../completing/index').then(({ Completer: Made }) => new Made(store));
    return completer;
  };
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token) {
      return store.jobAt(document.uri) && (await (await loaded()).itemsAt(document, position, token));
    },
    async resolveCompletionItem(item) {
      return (await loaded()).resolve(item);
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(FILES, provider, ...TRIGGERS),
    new vscode.Disposable(() => void completer?.then((made) => made.dispose())),
  );
}
