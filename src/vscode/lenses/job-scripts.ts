import * as vscode from 'vscode';
import { LineIndex } from '../../core/index';
import { exportedFolder, type ScriptedJob, scriptedJobs } from '../../core/lenses/index';
import { toRange } from '../convert';
import { excludedGlobs } from '../finding/find-jobs';
import type { JobStore } from '../job-store';
import { fileUri } from '../open-job';

/** Names that scripts which make jobs usually have; reading every Python file of a workspace would take too long. */
const SCRIPTS = '**/*{job,recipe}*.py';
/** A workspace with more such scripts is a collection of them. */
const MOST_SCRIPTS = 200;

/** A script that writes a job folder, and where it does. */
interface Writer {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

/** Which scripts of the workspace write which job folders. Scripts are read when it is first asked, and again when one changed. */
export class JobScripts implements vscode.Disposable {
  readonly #watcher = vscode.workspace.createFileSystemWatcher(SCRIPTS);
  #writers: Promise<ReadonlyMap<string, readonly Writer[]>> | undefined;

  constructor() {
    const forget = () => {
      this.#writers = undefined;
    };
    this.#watcher.onDidChange(forget);
    this.#watcher.onDidCreate(forget);
    this.#watcher.onDidDelete(forget);
  }

  /** The one script that writes a job folder; `undefined` where none is known to, or several are. */
  async writerOf(folder: vscode.Uri): Promise<Writer | undefined> {
    this.#writers ??= findWriters().catch((error: unknown) => {
      console.error('FLARE Jobs could not look for scripts that write jobs', error);
      this.#writers = undefined;
      return new Map();
    });
    const [only, ...others] = (await this.#writers).get(folder.path) ?? [];
    return others.length === 0 ? only : undefined;
  }

  dispose(): void {
    this.#watcher.dispose();
  }
}

async function findWriters(): Promise<ReadonlyMap<string, readonly Writer[]>> {
  const writers = new Map<string, Writer[]>();
  for (const uri of await scripts()) {
    const text = await textOf(uri);
    if (text === undefined) continue;
    for (const [folder, range] of exportsOf(uri, text)) {
      const known = writers.get(folder) ?? [];
      writers.set(folder, [...known, { uri, range }]);
    }
  }
  return writers;
}

/** Those of all workspace folders, each without what is left out there. */
async function scripts(): Promise<readonly vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map((folder) => {
      const excluded = excludedGlobs(folder);
      const exclude = excluded.length > 0 ? `{${excluded.join(',')}}` : undefined;
      return vscode.workspace.findFiles(new vscode.RelativePattern(folder, SCRIPTS), exclude, MOST_SCRIPTS);
    }),
  );
  return found.flat();
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // It was deleted meanwhile, or may not be read: it then writes no job that is known.
    return undefined;
  }
}

function exportsOf(uri: vscode.Uri, text: string): readonly (readonly [folder: string, range: vscode.Range])[] {
  const lines = new LineIndex(text);
  return scriptedJobs(text).flatMap((job) =>
    job.exports.flatMap((made) => {
      const folder = exportedFolder(parentPath(uri), job, made);
      return folder === undefined ? [] : [[folder, toRange(lines, made.range)] as const];
    }),
  );
}

/** What a script makes, above the lines where it does, and where the job folder is if it is in the workspace. */
export function scriptLenses(store: JobStore, document: vscode.TextDocument): readonly vscode.CodeLens[] {
  const text = document.getText();
  const lines = new LineIndex(text);
  return scriptedJobs(text).map((job) => {
    const folders = job.exports.flatMap((made) => exportedFolder(parentPath(document.uri), job, made) ?? []);
    const known = store.jobs.find(({ uri }) => folders.includes(uri.path));
    const meta = known?.analysis.job.meta?.file;
    const command =
      known && meta !== undefined
        ? { command: 'vscode.open', arguments: [fileUri(known, meta)] }
        : { command: '', arguments: [] };
    return new vscode.CodeLens(toRange(lines, job.range), { title: titleOf(job), ...command });
  });
}

function titleOf({ kind, className, name, exports }: ScriptedJob): string {
  const what = `FLARE ${kind} ${className}${name === undefined ? '' : ` "${name}"`}`;
  const folders = exports.flatMap(({ folder }) =>
    folder === undefined || name === undefined ? [] : `${folder.replace(/\/$/, '')}/${name}`,
  );
  return folders.length > 0 ? `${what} · exported to ${folders.join(', ')}` : what;
}

function parentPath({ path }: vscode.Uri): string {
  return path.slice(0, path.lastIndexOf('/'));
}
