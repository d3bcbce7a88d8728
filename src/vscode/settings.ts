import * as vscode from 'vscode';
import { parseRelease, type RuleSettings, SEVERITIES } from '../core/index';
import type { PlacedSilence, Wishes } from '../core/settings/index';

/**
 * What the editor's own settings ask for in a folder; they win over the files of the project. The settings file of a user may hold
 * anything, and the editor marks there what is of a wrong type: that is passed over here, and the rest holds.
 */
export function wishesOf(scope: vscode.Uri): Wishes {
  const settings = vscode.workspace.getConfiguration('flareJobs', scope);
  const target = settings.get<unknown>('targetVersion');
  return {
    target: typeof target === 'string' ? parseRelease(target) : undefined,
    rules: rulesOf(settings.get('rules')),
    silences: silencesOf(scope, settings.get('silence')),
    codeFolders: codeFoldersOf(scope, textsIn(settings.get('codeFolders'))),
  };
}

/** The texts of a setting that is a list of texts. */
export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function rulesOf(value: unknown): RuleSettings {
  const known: readonly unknown[] = [...SEVERITIES, 'off'];
  return Object.fromEntries(entriesOf(value).filter(([, set]) => known.includes(set))) as RuleSettings;
}

/** The folders of code that the editor's settings name; relative ones begin at the workspace folder. */
function codeFoldersOf(scope: vscode.Uri, folders: readonly string[]): Wishes['codeFolders'] {
  const folder = vscode.workspace.getWorkspaceFolder(scope);
  return folder && folders.length > 0 ? { base: folder.uri.path, folders } : undefined;
}

/** What the editor's settings silence; their patterns are relative to the workspace folder. */
function silencesOf(scope: vscode.Uri, value: unknown): readonly PlacedSilence[] {
  const folder = vscode.workspace.getWorkspaceFolder(scope);
  if (!folder) return [];
  return entriesOf(value).map(([glob, codes]) => ({
    glob,
    codes: codes === '*' ? codes : textsIn(codes),
    folder: folder.uri.path,
  }));
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
