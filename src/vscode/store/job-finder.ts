import * as vscode from 'vscode';
import type { FileSystem } from '../../core/index';
import { candidateFolders } from '../finding/find-jobs';
import type { NewInWorkspace } from '../finding/new-candidates';
import type { OpenJob } from '../open-job';
import type { JobChecker } from './job-checker';

/** Between two batches of jobs the editor gets its turn. */
const BATCH_MILLISECONDS = 8;

/** Finds the jobs of a workspace and has them checked. What it finds is somebody else's to keep. */
export class JobFinder {
  readonly #checker: JobChecker;
  readonly #fileSystem: (folder: vscode.WorkspaceFolder) => FileSystem;

  constructor(checker: JobChecker, fileSystem: (folder: vscode.WorkspaceFolder) => FileSystem) {
    this.#checker = checker;
    this.#fileSystem = fileSystem;
  }

  /** The jobs of each workspace folder; `undefined` for one that could not be searched. */
  async *all(): AsyncGenerator<{ readonly folder: vscode.WorkspaceFolder; readonly found: readonly OpenJob[] | undefined }> {
    for (const folder of vscode.workspace.workspaceFolders ?? []) yield { folder, found: await this.#below(folder) };
  }

  async #below(folder: vscode.WorkspaceFolder): Promise<readonly OpenJob[] | undefined> {
    const found: OpenJob[] = [];
    let batchEnd = Date.now() + BATCH_MILLISECONDS;
    try {
      for (const path of await candidateFolders(folder)) {
        found.push(...(await this.at(folder.uri.with({ path }), folder)));
        if (Date.now() > batchEnd) {
          await new Promise((resolve) => setTimeout(resolve, 0));
          batchEnd = Date.now() + BATCH_MILLISECONDS;
        }
      }
      return found;
    } catch (error) {
      console.error('FLARE Jobs could not search a folder of the workspace', error);
      return undefined;
    }
  }

  /** The jobs of new files, and those that nobody has seen yet where new folders may hold some. */
  async among(news: NewInWorkspace, isKnown: (uri: vscode.Uri) => boolean): Promise<readonly OpenJob[]> {
    const { newCandidates } = await import('../finding/new-candidates');
    const found: OpenJob[] = [];
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const at = (path: string) => folder.uri.with({ path });
      const isKnownAt = (path: string) => isKnown(at(path));
      for (const path of await newCandidates(folder, this.#fileSystem(folder), news, isKnownAt))
        found.push(...(await this.at(at(path), folder)));
    }
    return found;
  }

  /** The job of a folder, if it is one. Where several workspace folders hold it, the innermost has it. */
  async at(uri: vscode.Uri, folder: vscode.WorkspaceFolder): Promise<readonly OpenJob[]> {
    const innermost = vscode.workspace.getWorkspaceFolder(uri) ?? folder;
    try {
      const job = await this.#checker.load(uri, innermost);
      return job ? [job] : [];
    } catch (error) {
      // A mistake of ours, which takes no other job along.
      console.error(`FLARE Jobs could not check ${uri}`, error);
      return [];
    }
  }
}
