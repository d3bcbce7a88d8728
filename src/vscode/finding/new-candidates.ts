import * as vscode from 'vscode';
import type { FileSystem } from '../../core/index';
import { candidateFolders, kept } from './find-jobs';
import { candidatesAmong } from './job-paths';
import { mayHoldJobs } from './new-folders';

/** What came about in a workspace and was in no job. */
export interface NewInWorkspace {
  /** Files that can make a folder a job. */
  readonly files: readonly vscode.Uri[];
  /** Other files and folders, and what is gone. */
  readonly places: readonly vscode.Uri[];
}

/**
 * The folders below a workspace folder that may have become jobs, as paths.
 *
 * @param isKnown whether a folder, given by its path, is a job already
 */
export async function newCandidates(
  folder: vscode.WorkspaceFolder,
  fs: FileSystem,
  { files, places }: NewInWorkspace,
  isKnown: (path: string) => boolean,
): Promise<Iterable<string>> {
  const pathsOf = (uris: readonly vscode.Uri[]) =>
    uris.filter((uri) => vscode.workspace.getWorkspaceFolder(uri)?.index === folder.index).map(({ path }) => path);
  // The search is not asked for single files, so what it leaves out has to be left out here.
  const candidates = new Set(candidatesAmong(await kept(folder, pathsOf(files))));
  // The search is too slow for every file that is made somewhere.
  if (await mayHoldJobs(fs, folder.uri.path, pathsOf(places)))
    for (const path of await candidateFolders(folder)) if (!isKnown(path)) candidates.add(path);
  return candidates;
}
