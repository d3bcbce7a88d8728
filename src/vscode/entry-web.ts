import type * as vscode from 'vscode';
import { readCatalogFile } from './catalog-file';
import { activateExtension, type ExtensionApi } from './extension';

/** The extension in a browser: everything goes through the editor's file system. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  return activateExtension(context, {
    catalog: (line) => readCatalogFile(context, line),
    fileSystem: () => undefined,
    hasPython: false,
  });
}
