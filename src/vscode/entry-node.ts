import type * as vscode from 'vscode';
import { readCatalogFile } from './catalog-file';
import { activateExtension, type ExtensionApi } from './extension';

/** The extension in the Node host. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  return activateExtension(context, {
    catalog: (line) => readCatalogFile(context, line),
    fileSystem: () => undefined,
    hasPython: true,
  });
}
