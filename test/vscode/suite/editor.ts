// What tests do with the workspace and the editor.
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../../src/vscode/extension';
import { until } from './harness';

/** The extension under test, developed or installed. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'flare-jobs');
  if (found === undefined) throw new Error('VS Code does not know the extension flare-jobs');
  return found;
}

/** What the extension gives to its tests, when it has searched the workspace and checked all changes so far. */
export async function settled(): Promise<ExtensionApi> {
  const api = (await extension().activate()) as ExtensionApi;
  await api.settled();
  return api;
}

/** A place in the first workspace folder, which is a copy made for this run: tests may write there. */
export function inWorkspace(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the workspace in the editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return await vscode.window.showTextDocument(inWorkspace(path), { preview: false });
}

/** The problems of a file, from this extension and any other. */
export function problems(path: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(inWorkspace(path));
}

/** The codes of this extension's problems in a file, in their order. */
export function codes(path: string): readonly string[] {
  return ours(path).map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** The problems of a file that this extension reports. */
export function ours(path: string): readonly vscode.Diagnostic[] {
  return problems(path).filter(({ source }) => source === 'FLARE Jobs');
}

/** Where `text` stands in the document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`${document.uri.path} does not hold ${text}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Puts `replacement` in the place of `text`, unsaved, as typing does. */
export async function replace(editor: vscode.TextEditor, text: string, replacement: string): Promise<void> {
  const range = rangeOf(editor.document, text);
  if (!(await editor.edit((edit) => edit.replace(range, replacement)))) throw new Error('VS Code refused the edit');
}

/** Gives up the unsaved changes of the active editor and closes it. */
export async function revertAndClose(editor: vscode.TextEditor): Promise<void> {
  await vscode.window.showTextDocument(editor.document);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await until(() => !editor.document.isDirty, `clean ${editor.document.uri.path}`);
}
