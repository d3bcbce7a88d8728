import * as vscode from 'vscode';
import type { JobStore } from '../job-store';

/** Hover, "Go to Definition", "Find All References" and the marks of the same name in the files of jobs. */
export function registerReading(store: JobStore, selector: vscode.DocumentSelector): vscode.Disposable {
  const part = () => import('../reading/index');
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerHoverProvider(selector, {
      provideHover: async (document, position) => (await part()).hover(store, document, position),
    }),
    languages.registerDefinitionProvider(selector, {
      provideDefinition: async (document, position) => (await part()).definition(store, document, position),
    }),
    languages.registerReferenceProvider(selector, {
      provideReferences: async (document, position, context) => (await part()).references(store, document, position, context),
    }),
    languages.registerDocumentHighlightProvider(selector, {
      provideDocumentHighlights: async (document, position) => (await part()).highlights(store, document, position),
    }),
  );
}
