import * as vscode from 'vscode';
import type { FileSystem } from '../../core/index';
import { candidateFolders, excludedGlobs } from './find-jobs';
import { candidatesAmong } from './job-paths';
import { leavesOut } from './left-out';
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
  const candidates = new Set(candidatesAmong(await kept(folder, pathsOf(files))));
  // The search is too slow for every file that is made somewhere.
  if (await mayHoldJobs(fs, folder.uri.path, pathsOf(places)))
    for (const path of await candidateFolders(folder)) if (!isKnown(path)) candidates.add(path);
  return candidates;
}

/** What the user does not leave out; the search is not asked, so the same has to be said of single files. */
async function kept(folder: vscode.WorkspaceFolder, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return paths;
  const { default: picomatch } = await import('picomatch');
  const isLeftOut = leavesOut(excludedGlobs(folder), (globs) => picomatch([...globs], { dot: true }));
  return paths.filter((path) => !isLeftOut(path.slice(folder.uri.path.length + 1)));
}
