import * as vscode from 'vscode';
import type { JobStore } from '../job-store';

/** A folder that a new job may be made in. */
export interface Place {
  readonly uri: vscode.Uri;
  /** Its path for people: below the workspace folder, with its name where there are several. */
  readonly label: string;
  readonly description: string;
}

/** The folder that was pointed at, in the explorer say; that of a job stands for the one above it. */
export function givenPlace(store: JobStore, target: unknown): Place | undefined {
  if (!(target instanceof vscode.Uri) || target.scheme === 'webview-panel') return undefined;
  // A job in a job would be packed with it.
  const inside = store.jobAt(target);
  return placeOf(inside ? above(inside.uri) : target, '');
}

/** Where jobs are made: the folders of the workspace that hold jobs, and its own folders. */
export function usualPlaces(store: JobStore): readonly Place[] {
  const withJobs = new Map(store.jobs.map(({ uri }) => [above(uri).toString(), above(uri)]));
  const own = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const isBelowWorkspace = (uri: vscode.Uri) => vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  return [
    ...[...withJobs.values()].filter(isBelowWorkspace).map((uri) => placeOf(uri, 'holds jobs')),
    ...own.filter((uri) => !withJobs.has(uri.toString()) && !store.jobAt(uri)).map((uri) => placeOf(uri, 'workspace folder')),
  ];
}

/** Whether there is something of this name; folders with no file in them, which undo leaves of a job, are nothing. */
export async function isTaken(place: vscode.Uri, name: string): Promise<boolean> {
  const uri = vscode.Uri.joinPath(place, name);
  return await vscode.workspace.fs.stat(uri).then(
    async ({ type }) => type !== vscode.FileType.Directory || (await holdsFiles(uri)),
    () => false,
  );
}

async function holdsFiles(folder: vscode.Uri): Promise<boolean> {
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    if (type !== vscode.FileType.Directory || (await holdsFiles(vscode.Uri.joinPath(folder, name)))) return true;
  }
  return false;
}

/** Those of the places that have nothing of this name. */
export async function freePlaces(places: readonly Place[], name: string): Promise<readonly Place[]> {
  const taken = await Promise.all(places.map(({ uri }) => isTaken(uri, name)));
  return places.filter((_, index) => !taken[index]);
}

/** Why nowhere can have a job of this name. */
export async function takenProblem(places: readonly Place[], name: string): Promise<string | undefined> {
  if (places.length === 0 || (await freePlaces(places, name)).length > 0) return undefined;
  const [only] = places;
  return places.length === 1 && only
    ? `${only.label} has a "${name}" already. Choose another name.`
    : `Every folder with jobs has a "${name}" already. Choose another name.`;
}

/** A name that some place has room for: the wanted one, or with a number. */
export async function freeName(places: readonly Place[], wanted: string): Promise<string> {
  for (let number = 1; number < 100; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if ((await takenProblem(places, name)) === undefined) return name;
  }
  return wanted;
}

/** The place of a folder that the user chose. */
export function placeOf(uri: vscode.Uri, description: string): Place {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const isRoot = folder?.uri.toString() === uri.toString();
  return { uri, label: isRoot ? folder.name : vscode.workspace.asRelativePath(uri), description };
}

function above(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}
