import * as vscode from 'vscode';
import type { JobStore } from '../job-store';

/** Keeps the context keys that decide which commands make sense: `flareJobs.ready`, `.hasJobs`, `.inJob`. */
export function registerContext(store: JobStore): vscode.Disposable {
  const known = new Map<string, unknown>();
  const set = (key: string, value: unknown) => {
    if (known.get(key) === value) return;
    known.set(key, value);
    void vscode.commands.executeCommand('setContext', `flareJobs.${key}`, value);
  };
  const update = () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    set('ready', store.isReady);
    set('hasJobs', store.jobCount > 0);
    set('inJob', uri !== undefined && store.jobAt(uri) !== undefined);
  };
  update();
  return vscode.Disposable.from(store.onDidChange(update), vscode.window.onDidChangeActiveTextEditor(update));
}
