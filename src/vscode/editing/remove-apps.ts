import * as vscode from 'vscode';
import { names, removeApps } from '../../core/edit/index';
import type { JobStore } from '../job-store';
import { fileUri, type OpenJob } from '../open-job';
import { WHOLE_FOLDER } from '../whole-folder';
import { applyPlan } from './apply-plan';

/** Removes apps from the deploy map and, where the user wants that, their folders: one edit, which undo takes back. */
export async function removeAppsAsked(store: JobStore, job: OpenJob, apps: readonly string[]): Promise<void> {
  // Undo belongs to an editor: that of the meta file, where that is changed.
  const isInEditor = apps.some((app) => job.analysis.job.apps.get(app)?.deployed);
  const folders = apps.flatMap((app) => folderOf(job, app, isInEditor) ?? []);
  const answer = await ask(job, apps, folders);
  if (answer === undefined) return;
  await applyPlan(store, job, removeApps(job.analysis, apps), async (edit) => {
    if (answer === 'with folders') for (const folder of folders) await deleteFolder(edit, folder);
  });
}

/** A folder that may be deleted, and whether the editor's undo brings it back. */
interface Folder {
  readonly uri: vscode.Uri;
  readonly fileCount: number;
  readonly isUndoable: boolean;
}

/** Undo keeps no larger files, in bytes (`bulkFileEdits.ts` of VS Code). */
const LARGEST_UNDOABLE = 5_000_000;
/** More files than these are not taken away one by one. */
const MOST_UNDOABLE = 500;

/** The folder of an app; none for a link, behind which others may have their files. */
function folderOf(job: OpenJob, app: string, isInEditor: boolean): Folder | undefined {
  const { files, folders, truncated } = job.analysis.job.sources;
  const folder = folders.get(app);
  if (!folder || folder.link || app.includes('/')) return undefined;
  const sizes = [...files].filter(([path]) => path.startsWith(`${app}/`)).map(([, { size }]) => size ?? 0);
  const isLittle = !truncated && sizes.length <= MOST_UNDOABLE && sizes.every((size) => size <= LARGEST_UNDOABLE);
  return { uri: fileUri(job, app), fileCount: sizes.length, isUndoable: isInEditor && isLittle };
}

/** An app that has no folder and that nobody gets goes without a question. */
async function ask(
  { analysis: { job } }: OpenJob,
  apps: readonly string[],
  folders: readonly Folder[],
): Promise<'with folders' | 'without' | undefined> {
  const deployed = apps.flatMap((app) => job.apps.get(app)?.deployed ?? []);
  const sites = deployed.flatMap((app) => app.sites.map(({ value }) => value));
  if (folders.length === 0 && sites.length === 0) return 'without';
  const what = folders.length === 1 ? 'Folder' : 'Folders';
  const withFolders = deployed.length > 0 ? `Remove and Delete ${what}` : `Delete ${what}`;
  const without = folders.length > 0 ? 'Only from deploy_map' : 'Remove';
  const answer = await vscode.window.showWarningMessage(
    `Remove ${names(apps, 'app')}?`,
    { modal: true, detail: [...lostApps(sites), ...fateOf(folders)].join(' ') },
    ...(folders.length > 0 ? [withFolders] : []),
    ...(deployed.length > 0 ? [without] : []),
  );
  if (answer === undefined) return undefined;
  return answer === withFolders ? 'with folders' : 'without';
}

function lostApps(sites: readonly string[]): readonly string[] {
  const [only, ...others] = sites;
  if (only === undefined) return [];
  return [others.length === 0 ? `${only} then gets no app.` : `${sites.join(', ')} then get no app.`];
}

function fateOf(folders: readonly Folder[]): readonly string[] {
  const count = folders.reduce((sum, { fileCount }) => sum + fileCount, 0);
  if (folders.length === 0) return [];
  const files = count === 1 ? '1 file' : `${count} files`;
  const inThem = `${folders.length === 1 ? 'The folder has' : 'The folders have'} ${files}.`;
  return folders.every(({ isUndoable }) => isUndoable)
    ? [`${inThem} Undo brings back what is deleted.`]
    : [`${inThem} What is deleted goes to the trash, where there is one; Undo does not bring it back.`];
}

/** Files that undo can bring back are deleted one by one, since of a folder it brings back no more than the folder. */
async function deleteFolder(edit: vscode.WorkspaceEdit, { uri, isUndoable }: Folder): Promise<void> {
  if (isUndoable) for (const file of await filesBelow(uri)) edit.deleteFile(file);
  edit.deleteFile(uri, WHOLE_FOLDER);
}

async function filesBelow(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    // A link goes with its folder; what it leads to stays.
    if (type === vscode.FileType.Directory) found.push(...(await filesBelow(uri)));
    else if (type === vscode.FileType.File) found.push(uri);
  }
  return found;
}
