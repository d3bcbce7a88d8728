import * as vscode from 'vscode';
import { LineIndex } from '../../core/index';
import type { FoundSettings } from '../../core/settings/index';
import { DIAGNOSTIC_SOURCE, toRange } from '../convert';
import type { JobStore } from '../job-store';

/** Shows what is wrong in the settings files of projects. Of an open one the editor itself does, by the schema that it has. */
export function registerSettingsProblems(store: JobStore): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('flare-jobs-settings');
  /** What was found for each job last. */
  const seen = new Map<string, FoundSettings>();
  const show = () => {
    collection.clear();
    for (const { uri, project } of store.jobs) {
      const { settings } = project;
      const file = settings && uri.with({ path: settings.path });
      if (!file || settings.problems.length === 0 || collection.has(file) || isShownByEditor(file)) continue;
      const lines = new LineIndex(settings.text);
      collection.set(
        file,
        settings.problems.map(({ message, range }) => {
          const sentence = `${message[0]?.toUpperCase()}${message.slice(1)}.`;
          const diagnostic = new vscode.Diagnostic(toRange(lines, range), sentence, vscode.DiagnosticSeverity.Warning);
          diagnostic.source = DIAGNOSTIC_SOURCE;
          return diagnostic;
        }),
      );
    }
  };
  return vscode.Disposable.from(
    collection,
    // Keystrokes in a job change nothing here.
    store.onDidChange(({ changed, removed }) => {
      const others = changed.filter(({ uri, project }) => seen.get(uri.toString()) !== project.settings);
      for (const { uri, project } of others) {
        if (project.settings) seen.set(uri.toString(), project.settings);
        else seen.delete(uri.toString());
      }
      for (const uri of removed) seen.delete(uri.toString());
      if (others.length > 0 || removed.length > 0) show();
    }),
    vscode.workspace.onDidOpenTextDocument(show),
    vscode.workspace.onDidCloseTextDocument(show),
  );
}

function isShownByEditor(uri: vscode.Uri): boolean {
  const key = uri.toString();
  return vscode.workspace.textDocuments.some(({ uri: open, languageId }) => open.toString() === key && languageId === 'jsonc');
}
