import * as vscode from 'vscode';
import { type Code, listModules } from '../../core/complete/index';
import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';
import { withOpenEditors, workspaceFileSystem } from '../workspace-fs';

/** An app with more modules than these has a library of its own; its first ones are read. */
const MOST_FILES = 300;
/** Larger files are no code that somebody wrote. In bytes. */
const LARGEST_FILE = 500_000;

/** The code that jobs may use, read when classes may be asked for, and again when it changed: custom code, and folders of code. */
export class CodeOfJobs implements vscode.Disposable {
  readonly #read = new Map<string, { readonly from: string; readonly code: Promise<Code> }>();
  readonly #disposables: vscode.Disposable[] = [];

  constructor(store: JobStore) {
    const forget = (uri: vscode.Uri) => {
      if (!uri.path.endsWith('.py')) return;
      const job = store.jobAt(uri);
      const isAsked = (key: string, from: string) =>
        job
          ? key.startsWith(`${job.uri} `)
          : from.split('\n').some((path) => path.startsWith('/') && uri.path.startsWith(`${path}/`));
      for (const [key, { from }] of this.#read) if (isAsked(key, from)) this.#read.delete(key);
    };
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.py');
    this.#disposables.push(
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidChangeTextDocument(({ document }) => forget(document.uri)),
    );
  }

  /** The code that the app of a file may use; the same object until something in it changes. */
  of(job: OpenJob, file: string): Promise<Code> {
    const app = job.analysis.job.apps.get(file.slice(0, Math.max(0, file.indexOf('/config/'))));
    const key = `${job.uri} ${app?.name ?? ''}`;
    const { codeFolders } = job.settings;
    const from = [...codeFolders.map(({ folder }) => folder), ...(app?.customFiles ?? [])].join('\n');
    const known = this.#read.get(key);
    if (known?.from === from) return known.code;
    const code = readCode(job, app?.customFiles ?? []);
    this.#read.set(key, { from, code });
    return code;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

async function readCode(job: OpenJob, files: readonly string[]): Promise<Code> {
  const fs = withOpenEditors(workspaceFileSystem(job.folder.uri), job.folder.uri);
  const custom = new Map<string, string>();
  const modules = files.filter((file) => file.endsWith('.py')).slice(0, MOST_FILES);
  const texts = await Promise.all(
    modules.map(async (file) => [file, await fs.read(`${job.uri.path}/${file}`, LARGEST_FILE)] as const),
  );
  for (const [file, text] of texts) if (text.kind === 'text') custom.set(file, text.text);
  return { custom, folders: await listModules(fs, job.settings.codeFolders) };
}
