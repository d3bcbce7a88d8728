import * as vscode from 'vscode';

/** Reads a catalogue that the extension ships, by the editor's own file system, so that it works on the web as well. */
export async function readCatalogFile(context: vscode.ExtensionContext, line: string): Promise<string | undefined> {
  const uri = vscode.Uri.joinPath(context.extensionUri, 'schemas', 'catalog', `nvflare-${line}.json`);
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // Lines without a catalogue have no such file, and then their classes are unknown.
    return undefined;
  }
}
