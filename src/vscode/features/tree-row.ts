import * as vscode from 'vscode';
import type { FolderEntry, TreeNode } from '../../core/assist/index';
import { fileUri, type OpenJob } from '../open-job';

/** A row of the view about a job: a node of its tree. Commands get it as their argument. */
export interface JobItem {
  readonly job: OpenJob;
  readonly node: TreeNode;
  /** What menus and commands act on. */
  readonly uri: vscode.Uri;
  readonly parent: TreeRow | undefined;
  /** Of the row of a job: the folders between the row above and its own, where they are no rows. */
  readonly above?: string;
}

/** A row for a folder that holds several jobs. */
export interface FolderItem {
  readonly label: string;
  readonly uri: vscode.Uri;
  readonly parent: FolderItem | undefined;
  /** The rows of the jobs in it, at any depth. */
  readonly jobs: readonly JobItem[];
  readonly rows: readonly TreeRow[];
}

/** A row of the view "Jobs". */
export type TreeRow = JobItem | FolderItem;

/** Whether a row is about a job, or what is in one. */
export function isJobItem(row: TreeRow): row is JobItem {
  return 'node' in row;
}

/** The row of a node of a job's tree. */
export function itemOf(job: OpenJob, node: TreeNode, parent: TreeRow | undefined): JobItem {
  return { job, node, parent, uri: uriOf(job, node) };
}

function uriOf(job: OpenJob, node: TreeNode): vscode.Uri {
  if (node.kind === 'app' && node.name !== undefined) return fileUri(job, node.name);
  if (node.kind === 'file' && node.place) return fileUri(job, node.place.file);
  return job.uri;
}

/** The names of the folders down to a job, from the top of the workspace. */
export function foldersTo({ uri, folder }: OpenJob): readonly string[] {
  const below = uri.path.slice(folder.uri.path.length).split('/').filter(Boolean);
  const isOneOfSeveral = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  return isOneOfSeveral || below.length === 0 ? [folder.name, ...below] : below;
}

/** Rows of jobs below the folders of `jobFolders`. */
export function rowsIn(entries: readonly FolderEntry[], jobs: readonly JobItem[], parent?: FolderItem): readonly TreeRow[] {
  return entries.flatMap((entry): readonly TreeRow[] => {
    if (entry.kind === 'job') {
      const job = jobs[entry.index];
      return job ? [{ ...job, parent, above: entry.above }] : [];
    }
    const inside = entry.jobs.flatMap((index) => jobs[index] ?? []);
    const [first] = inside;
    if (!first) return [];
    const up = foldersTo(first.job).length - entry.depth;
    const folder: FolderItem = {
      label: entry.label,
      uri: vscode.Uri.joinPath(first.uri, ...Array<string>(up).fill('..')),
      parent,
      jobs: inside,
      get rows() {
        return rowsIn(entry.entries, jobs, folder);
      },
    };
    return [folder];
  });
}
