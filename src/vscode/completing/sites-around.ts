import * as vscode from 'vscode';
import { type KnownSite, mergeSites, provisionedSites } from '../../core/complete/index';
import { baseName, formatOf, formatsFor, isSiteName, readConfig, SERVER_SITE, sitesOf } from '../../core/index';
import { loadFormat } from '../../load-format';
import type { JobStore } from '../job-store';

/** Files that tell of sites: of provisioned projects, and of startup kits, also those of a POC workspace. */
const SITE_FILES = '**/{project.yml,project.yaml,local/resources.json,local/resources.json.default}';
/** A workspace with more of them is not one of an author of jobs. */
const MOST_FILES = 1000;
/** Names of sites from other jobs beyond these help nobody. */
const MOST_NAMES = 2000;
const LEFT_OUT = '**/{node_modules,.git,.venv,venv,site-packages}/**';

/** The sites that the workspace knows besides those of a job: of provisioned projects, their startup kits, and of other jobs. */
export class SitesAround implements vscode.Disposable {
  readonly #store: JobStore;
  readonly #disposables: vscode.Disposable[] = [];
  #provisioned: Promise<readonly KnownSite[]> | undefined;
  #ofJobs: ReadonlyMap<string, readonly string[]> | undefined;
  #merged: { readonly from: string; readonly sites: readonly KnownSite[] } | undefined;

  constructor(store: JobStore) {
    this.#store = store;
    const watcher = vscode.workspace.createFileSystemWatcher(SITE_FILES);
    const forget = () => {
      this.#provisioned = undefined;
      this.#merged = undefined;
    };
    this.#disposables.push(
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      store.onDidChange(({ changed, removed }) => {
        // What is typed changes the job that is asked about, whose sites it knows itself.
        if (removed.length > 0 || changed.some(({ uri }) => uri.toString() !== this.#merged?.from)) {
          this.#ofJobs = undefined;
          this.#merged = undefined;
        }
      }),
    );
  }

  /** The sites that are known around a job. */
  async around(file: vscode.Uri): Promise<readonly KnownSite[]> {
    this.#provisioned ??= sitesOfFiles(this.#store).catch((error: unknown) => {
      // What else there is to offer is offered, and the next question tries again.
      console.error('FLARE Jobs could not look for provisioned sites', error);
      this.#provisioned = undefined;
      return [];
    });
    const provisioned = await this.#provisioned;
    const from = this.#store.jobAt(file)?.uri.toString() ?? '';
    if (this.#merged?.from === from) return this.#merged.sites;
    this.#ofJobs ??= this.#sitesOfJobs();
    const others = [...this.#ofJobs].filter(([uri]) => uri !== from);
    const named = others.flatMap(([uri, names]) =>
      names.map((name): KnownSite => ({ name, from: `job ${baseName(uri)}`, isProvisioned: false })),
    );
    const sites = mergeSites([...provisioned, ...named.slice(0, MOST_NAMES)]);
    this.#merged = { from, sites };
    return sites;
  }

  #sitesOfJobs(): ReadonlyMap<string, readonly string[]> {
    return new Map(
      this.#store.jobs.map(({ uri, analysis }) => [
        uri.toString(),
        sitesOf(analysis.job)
          .deployed.filter((name) => name !== SERVER_SITE && isSiteName(name))
          .slice(0, MOST_NAMES),
      ]),
    );
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

async function sitesOfFiles(store: JobStore): Promise<readonly KnownSite[]> {
  const files = await vscode.workspace.findFiles(SITE_FILES, LEFT_OUT, MOST_FILES);
  if (files.length === 0) return [];
  const { knownSites } = await import('../../core/schedule/index');
  const paths = files.map(({ path }) => path);
  const formats = await formatsFor(paths, store.formats, loadFormat);
  const read = files.map(async (uri) => {
    const text = await textOf(uri);
    return text === undefined ? [] : [{ file: uri.path, root: readConfig(formats, formatOf(uri.path) ?? 'json', text).root }];
  });
  return provisionedSites(knownSites((await Promise.all(read)).flat()));
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // It was deleted meanwhile, or may not be read: it then tells of no sites.
    return undefined;
  }
}
