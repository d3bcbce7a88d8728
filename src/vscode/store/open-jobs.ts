import * as vscode from 'vscode';
import type { OpenJob } from '../open-job';

/** Which jobs are new or have changed, and which are gone. */
export interface JobsChange {
  readonly changed: readonly OpenJob[];
  readonly removed: readonly vscode.Uri[];
}

/** The jobs that are known now, by the URIs of their folders; tells when they change. */
export class OpenJobs implements vscode.Disposable {
  readonly #jobs = new Map<string, OpenJob>();
  readonly #changed = new vscode.EventEmitter<JobsChange>();

  /** Fires once for all that is put or removed together. */
  readonly onDidChange = this.#changed.event;

  get size(): number {
    return this.#jobs.size;
  }

  /** In the order in which they were found. */
  all(): readonly OpenJob[] {
    return [...this.#jobs.values()];
  }

  /** The job whose folder this is. */
  of(folder: vscode.Uri): OpenJob | undefined {
    return this.#jobs.get(folder.toString());
  }

  /** The job that a file or folder belongs to. */
  at(uri: vscode.Uri): OpenJob | undefined {
    for (let path = uri.path; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
      const job = this.of(uri.with({ path }));
      if (job) return job;
    }
    return undefined;
  }

  /** The jobs whose folders lie below a folder. */
  below(folder: vscode.Uri): readonly OpenJob[] {
    const prefix = `${folder}/`;
    return [...this.#jobs].filter(([key]) => key.startsWith(prefix)).map(([, job]) => job);
  }

  /** The jobs whose settings name a folder of code that a Python file lies in. */
  withCodeAt(uri: vscode.Uri): readonly OpenJob[] {
    if (!uri.path.endsWith('.py')) return [];
    return this.all().filter(({ settings }) => settings.codeFolders.some(({ folder }) => uri.path.startsWith(`${folder}/`)));
  }

  put(jobs: readonly OpenJob[]): void {
    if (jobs.length === 0) return;
    for (const job of jobs) this.#jobs.set(job.uri.toString(), job);
    this.#changed.fire({ changed: jobs, removed: [] });
  }

  remove(jobs: readonly OpenJob[]): void {
    for (const job of jobs) this.#jobs.delete(job.uri.toString());
    this.#changed.fire({ changed: [], removed: jobs.map((job) => job.uri) });
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
