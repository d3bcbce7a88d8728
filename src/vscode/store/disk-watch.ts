import * as vscode from 'vscode';
import { isJobFile } from '../finding/job-paths';
import type { NewInWorkspace } from '../finding/new-candidates';
import type { OpenJob } from '../open-job';
import type { OpenJobs } from './open-jobs';

/** Changes on disk come in bursts, a checkout for instance. */
const SETTLE_MILLISECONDS = 150;
/** Something that writes into a job without a pause, such as a run of it, is no reason to look away for ever. */
const LONGEST_BURST = 2000;

/** What changed on disk and was not looked at yet: what came about outside of jobs, and what is to be read again. */
export interface ChangesOnDisk extends NewInWorkspace {
  /** The folders of the jobs in which something changed. */
  readonly jobs: readonly vscode.Uri[];
  /** Whether a file that says how jobs are checked is among it. */
  readonly hasProjectFile: boolean;
}

/** Watches the disk, gathers what changes of jobs and where new ones may be, and calls back a moment after the last of a burst. */
export class DiskWatch implements vscode.Disposable {
  readonly #known: OpenJobs;
  readonly #isProjectFile: (uri: vscode.Uri) => boolean;
  readonly #usersOf: (uri: vscode.Uri) => readonly OpenJob[];
  readonly #onSettled: () => void;
  readonly #disposables: readonly vscode.Disposable[];
  readonly #jobs = new Map<string, vscode.Uri>();
  readonly #files = new Map<string, vscode.Uri>();
  readonly #places = new Map<string, vscode.Uri>();
  readonly #deletedFolders = new Set<string>();
  #hasProjectFile = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #burstEnd = 0;

  /**
   * @param usersOf the jobs that a file outside of them matters to
   * @param onSettled expected to `take` what was gathered
   */
  constructor(
    known: OpenJobs,
    isProjectFile: (uri: vscode.Uri) => boolean,
    usersOf: (uri: vscode.Uri) => readonly OpenJob[],
    onSettled: () => void,
  ) {
    this.#known = known;
    this.#isProjectFile = isProjectFile;
    this.#usersOf = usersOf;
    this.#onSettled = onSettled;
    const watcher = vscode.workspace.createFileSystemWatcher('**');
    this.#disposables = [
      watcher,
      watcher.onDidChange((uri) => this.changed(uri)),
      watcher.onDidCreate((uri) => this.#created(uri)),
      watcher.onDidDelete((uri) => this.#deleted(uri)),
      // A watcher may miss what is made in a folder that is itself new; what the editor does it tells of at once.
      vscode.workspace.onDidCreateFiles(({ files }) => {
        for (const uri of files) this.#created(uri);
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) this.#deleted(uri);
      }),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) {
          this.#deleted(oldUri);
          this.#created(newUri);
        }
      }),
    ];
  }

  /** Whether something was gathered and the call back is still to come. */
  get isSettling(): boolean {
    return this.#timer !== undefined;
  }

  /** Takes a file for one that changed on disk. */
  changed(uri: vscode.Uri): void {
    const job = this.#known.at(uri);
    if (this.#isProjectFile(uri) && this.#isAboveJob(uri)) {
      this.#hasProjectFile = true;
      this.#settleSoon();
    }
    for (const user of this.#usersOf(uri)) this.jobChanged(user.uri);
    if (job) this.jobChanged(job.uri);
    else if (isJobFile(uri.path.slice(uri.path.lastIndexOf('/') + 1))) this.#gather(this.#files, uri);
  }

  /** Takes a job, given by its folder, for one in which something changed. */
  jobChanged(folder: vscode.Uri): void {
    this.#gather(this.#jobs, folder);
  }

  /** Calls back at once. */
  settle(): void {
    this.#stop();
    this.#onSettled();
  }

  /** What was gathered since it was last taken. */
  take(): ChangesOnDisk {
    // Of a folder that is deleted there is one event, and none for the jobs below it.
    if (this.#deletedFolders.size > 0)
      for (const { uri } of this.#known.all()) if (this.#isBelowDeleted(uri.toString())) this.#jobs.set(uri.toString(), uri);
    this.#deletedFolders.clear();
    const taken = {
      jobs: [...this.#jobs.values()],
      files: [...this.#files.values()],
      places: [...this.#places.values()],
      hasProjectFile: this.#hasProjectFile,
    };
    for (const gathered of [this.#jobs, this.#files, this.#places]) gathered.clear();
    this.#hasProjectFile = false;
    return taken;
  }

  dispose(): void {
    this.#stop();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #created(uri: vscode.Uri): void {
    this.changed(uri);
    if (!this.#known.at(uri) && !this.#files.has(uri.toString())) this.#gather(this.#places, uri);
  }

  #deleted(uri: vscode.Uri): void {
    this.changed(uri);
    if (this.#known.at(uri)) return;
    this.#deletedFolders.add(uri.toString());
    this.#settleSoon();
  }

  #isBelowDeleted(job: string): boolean {
    for (let end = job.lastIndexOf('/'); end > 0; end = job.lastIndexOf('/', end - 1)) {
      if (this.#deletedFolders.has(job.slice(0, end))) return true;
    }
    return false;
  }

  /** Whether a file lies in or above the folder of a job, so that the job's project may have it. */
  #isAboveJob(uri: vscode.Uri): boolean {
    const folder = uri.path.slice(0, uri.path.lastIndexOf('/') + 1);
    return this.#known.all().some((job) => `${job.uri.path}/`.startsWith(folder));
  }

  #gather(into: Map<string, vscode.Uri>, uri: vscode.Uri): void {
    into.set(uri.toString(), uri);
    this.#settleSoon();
  }

  #settleSoon(): void {
    const now = Date.now();
    if (this.#timer === undefined) this.#burstEnd = now + LONGEST_BURST;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), Math.max(0, Math.min(SETTLE_MILLISECONDS, this.#burstEnd - now)));
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
