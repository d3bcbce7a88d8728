import type * as vscode from 'vscode';
import type { FileSystem } from '../core/index';

/** What differs between the Node host and the browser. */
export interface Host {
  /** A quicker file system for a folder than the editor's own, where there is one. */
  fileSystem(root: vscode.Uri): FileSystem | undefined;
}
