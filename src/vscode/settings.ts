import * as vscode from 'vscode';
import { parseRelease, type RuleSettings } from '../core/index';
import type { PlacedSilence, Wishes } from '../core/settings/index';

/** What the editor's own settings ask for in a folder; they win over the files of the project. */
export function wishesOf(scope: vscode.Uri): Wishes {
  const settings = vscode.workspace.getConfiguration('flareJobs', scope);
  return {
    target: parseRelease(settings.get<string>('targetVersion', '')),
    rules: settings.get<RuleSettings>('rules', {}),
    silences: silencesOf(scope),
    codeFolders: codeFoldersOf(scope),
  };
}

/** The folders of code that the editor's settings name; relative ones begin at the workspace folder. */
function codeFoldersOf(scope: vscode.Uri): Wishes['codeFolders'] {
  const folder = vscode.workspace.getWorkspaceFolder(scope);
  const folders = vscode.workspace.getConfiguration('flareJobs', scope).get<readonly string[]>('codeFolders', []);
  return folder && folders.length > 0 ? { base: folder.uri.path, folders } : undefined;
}

/** What the editor's settings silence; their patterns are relative to the workspace folder. */
function silencesOf(scope: vscode.Uri): readonly PlacedSilence[] {
  const folder = vscode.workspace.getWorkspaceFolder(scope);
  if (!folder) return [];
  const silence = vscode.workspace
    .getConfiguration('flareJobs', scope)
    .get<Readonly<Record<string, readonly string[] | '*'>>>('silence', {});
  return Object.entries(silence).map(([glob, codes]) => ({ glob, codes, folder: folder.uri.path }));
}
