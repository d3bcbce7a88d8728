import * as vscode from 'vscode';
import { toOffset, toRange } from '../convert';
import { fileUri, type JobStore, pathIn } from '../job-store';

/** Leads from a class to its code, from an id to its component, from a task to its executor, and between the places of a site. */
export function registerDefinition(store: JobStore, selector: vscode.DocumentSelector): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(selector, {
    async provideDefinition(document, position) {
      const job = store.jobAt(document.uri);
      const file = job && pathIn(job, document.uri);
      if (!job || file === undefined) return undefined;
      const { definitionAt } = await import('../../core/assist/index');
      const lines = store.lines(job, file);
      const found = definitionAt(job.analysis, file, toOffset(lines, position));
      return found?.places.map((place): vscode.DefinitionLink => {
        const range = toRange(store.lines(job, place.file), place.range);
        return {
          originSelectionRange: toRange(lines, found.range),
          targetUri: fileUri(job, place.file),
          targetRange: range,
          targetSelectionRange: range,
        };
      });
    },
  });
}
