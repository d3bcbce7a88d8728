import type * as vscode from 'vscode';
import type { ConfigFormat } from '../core/formats/format';
import type { FileSystem } from '../core/job/file-system';

/** What differs between the Node host and the browser. */
export interface Host {
  /** Loads the YAML format, which brings a large library, when the first YAML file is met. */
  loadYaml(): Promise<ConfigFormat>;
  /** A quicker file system for a folder than the editor's own, where there is one. */
  fileSystem(root: vscode.Uri): FileSystem | undefined;
}
