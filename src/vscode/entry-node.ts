import type * as vscode from 'vscode';
import { activateExtension, type ExtensionApi } from './extension';

/** The extension in the Node host. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  return activateExtension(context, {
    fileSystem: () => undefined,
  });
}
