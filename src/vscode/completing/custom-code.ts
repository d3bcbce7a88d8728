import * as vscode from 'vscode';
import type { Code } from '../../core/complete/index';
import type { JobStore } from '../job-store';
import type { OpenJob } from '../open-job';
import { withOpenEditors, workspaceFileSystem } from '../workspace-fs';

/** An app with more modules than these has a library of its own; its first ones are read. */
const MOST_FILES = 300;
/** Larger files are no code that somebody wrote. In bytes. */
const LARGEST_FILE = 500_000;
const NONE: Code = new Map();

/** The custom code of apps, read when classes may be asked for, and again when it changed. */
export class CustomCode implements vscode.Disposable {
  readonly #read = new Map<string, { readonly files: readonly string[]; readonly code: Promise<Code> }>();
  readonly #disposables: vscode.Disposable[] = [];

  constructor(store: JobStore) {
    const forget = (uri: vscode.Uri) => {
      const job = uri.path.endsWith('.py') ? store.jobAt(uri) : undefined;
      if (!job) return;
      for (const key of this.#read.keys()) if (key.startsWith(`${job.uri} `)) this.#read.delete(key);
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

  /** The code of the app that a file belongs to; the same map until something in it changes. */
  of(job: OpenJob, file: string): Promise<Code> {
    const app = job.analysis.job.apps.get(file.slice(0, Math.max(0, file.indexOf('/config/'))));
    if (!app?.hasCustomFolder) return Promise.resolve(NONE);
    const key = `${job.uri} ${app.name}`;
    const known = this.#read.get(key);
    if (known && known.files.length === app.customFiles.length && known.files.every((path, i) => path === app.customFiles[i])) {
      return known.code;
    }
    const code = readCode(job, app.customFiles);
    this.#read.set(key, { files: app.customFiles, code });
    return code;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

async function readCode(job: OpenJob, files: readonly string[]): Promise<Code> {
  const fs = withOpenEditors(workspaceFileSystem(job.folder.uri), job.folder.uri);
  const code = new Map<string, string>();
  const modules = files.filter((file) => file.endsWith('.py')).slice(0, MOST_FILES);
  const texts = await Promise.all(
    modules.map(async (file) => [file, await fs.read(`${job.uri.path}/${file}`, LARGEST_FILE)] as const),
  );
  for (const [file, text] of texts) if (text.kind === 'text') code.set(file, text.text);
  return code;
}
