import type * as vscode from 'vscode';
import type { FileSystem } from '../core/index';

/** What differs between the Node host and the browser. */
export interface Host {
  /** The text of the catalogue of NVFLARE's classes of a release line, `2.9`, or of `history`; `undefined` for lines without one. */
  catalog(line: string): Promise<string | undefined>;
  /** A quicker file system for a folder than the editor's own, where there is one. */
  fileSystem(root: vscode.Uri): FileSystem | undefined;
  /** Whether Python environments can be looked at: a browser has none. */
  readonly hasPython: boolean;
}
