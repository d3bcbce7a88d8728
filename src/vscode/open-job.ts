import * as vscode from 'vscode';
import type { Analysis, Finding } from '../core/index';
import type { JobSettings, Project } from '../core/settings/index';

/** A job of the workspace with what is known of it now. */
export interface OpenJob {
  /** The job folder. */
  readonly uri: vscode.Uri;
  readonly folder: vscode.WorkspaceFolder;
  readonly analysis: Analysis;
  /** What the files at and above the job folder say of how it is checked. */
  readonly project: Project;
  readonly settings: JobSettings;
  /** The findings that the user's settings leave, by file and place. */
  readonly findings: readonly Finding[];
}

/** What does not change while somebody types in a job. */
export type JobPlace = Pick<OpenJob, 'uri' | 'folder' | 'project'>;

/** The URI of a file or folder of a job. */
export function fileUri(job: Pick<OpenJob, 'uri'>, path: string): vscode.Uri {
  return path === '' ? job.uri : vscode.Uri.joinPath(job.uri, path);
}

/** The path of a file below its job folder, or `undefined` for a file of another place. */
export function pathIn(job: Pick<OpenJob, 'uri'>, uri: vscode.Uri): string | undefined {
  const prefix = `${job.uri.path}/`;
  const isThere = uri.scheme === job.uri.scheme && uri.authority === job.uri.authority;
  const isBelow = isThere && withSmallDrive(uri.path).startsWith(withSmallDrive(prefix));
  return isBelow ? uri.path.slice(prefix.length) : undefined;
}

/** `/C:/jobs` and `/c:/jobs` are one folder; the editor writes it in either way. */
function withSmallDrive(path: string): string {
  return /^\/[A-Z]:/.test(path) ? path[0] + path.slice(1, 2).toLowerCase() + path.slice(2) : path;
}

/** Whether one of two jobs is but an app in the folder of the other: while a new job is written file by file, it passes for a job. */
export function isAppOf(job: OpenJob, app: OpenJob): boolean {
  const isLegacy = ({ analysis }: OpenJob) => analysis.job.kind === 'legacy-app';
  return isLegacy(app) && !isLegacy(job) && pathIn(job, app.uri) !== undefined;
}
