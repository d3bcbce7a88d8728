import * as vscode from 'vscode';
import {
  type Analysis,
  type ConfigDocument,
  type FileSystem,
  type Formats,
  type JobSources,
  type LineIndex,
  type Release,
  withText,
} from '../core/index';
import type { InstalledClasses } from '../core/installed/classes/index';
import type { InstalledRelease } from '../core/settings/index';
import type { Catalog, ClassHistory } from '../core/wiring/index';
import type { Host } from './host';
import { isAppOf, type OpenJob, pathIn } from './open-job';
import { Projects } from './projects';
import { DiskWatch } from './store/disk-watch';
import { JobChecker } from './store/job-checker';
import { JobFinder } from './store/job-finder';
import { LineIndexes } from './store/line-indexes';
import { LoadedParts } from './store/loaded-parts';
import { OpenJobs } from './store/open-jobs';
import { TypedTexts } from './store/typed-texts';
import { typedOver, withOpenEditors, workspaceFileSystem } from './workspace-fs';

/** The settings that say where jobs are looked for. */
const SEARCH_SETTINGS = ['flareJobs.exclude', 'files.exclude', 'search.exclude'];

/**
 * The jobs of the workspace. Finds them, follows unsaved texts and files on disk, and checks again what changed. It owns all
 * state of the extension that is about jobs.
 */
export class JobStore implements vscode.Disposable {
  readonly #jobs = new OpenJobs();
  readonly #host: Host;
  readonly #parts: LoadedParts;
  readonly #projects = new Projects((folder) => this.#fileSystem(folder));
  readonly #checker: JobChecker;
  readonly #finder: JobFinder;
  readonly #typed = new TypedTexts();
  readonly #lines = new LineIndexes();
  readonly #disk: DiskWatch;
  readonly #disposables: readonly vscode.Disposable[];
  #looking: Promise<void> = Promise.resolve();
  /** Searches and what follows the disk, one after another: two at a time could each undo what the other found. */
  #queue: Promise<void> = Promise.resolve();
  #isReady = false;

  /** Fires after jobs were checked, found or lost; a change while typing is one event. */
  readonly onDidChange = this.#jobs.onDidChange;

  constructor(host: Host) {
    this.#host = host;
    this.#parts = new LoadedParts(host);
    this.#checker = new JobChecker({
      parts: this.#parts,
      projects: this.#projects,
      fileSystem: (folder) => this.#fileSystem(folder),
      previous: (uri) => this.#jobs.of(uri)?.analysis,
    });
    this.#finder = new JobFinder(this.#checker, (folder) => this.#fileSystem(folder));
    this.#disk = new DiskWatch(
      this.#jobs,
      (uri) => this.#projects.isProjectFile(uri),
      (uri) => [...this.#jobs.withCodeAt(uri), ...this.#jobsOfInstalledAt(uri)],
      () => void this.#inTurn(() => this.#followDisk(), 'FLARE Jobs could not read what changed'),
    );
    this.#disposables = [
      this.#disk,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#textChanged(document);
        // It was saved, or what was typed was given up: what counts is on the disk again.
        else if (!document.isDirty) this.#disk.changed(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#disk.changed(document.uri)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.refresh()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (SEARCH_SETTINGS.some((name) => event.affectsConfiguration(name))) void this.refresh();
        else if (event.affectsConfiguration('flareJobs')) void this.recheck();
      }),
      this.#projects,
      this.#jobs,
    ];
  }

  /** All jobs, by path. */
  get jobs(): readonly OpenJob[] {
    return [...this.#jobs.all()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** How many jobs there are. */
  get jobCount(): number {
    return this.#jobs.size;
  }

  /** Whether the workspace was searched once. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** The formats loaded so far. */
  get formats(): Formats {
    return this.#parts.formats;
  }

  /** The job that a file or folder belongs to. */
  jobAt(uri: vscode.Uri): OpenJob | undefined {
    return this.#jobs.at(uri);
  }

  /** Lines and characters of a file of a job. */
  lines(job: OpenJob, file: string): LineIndex {
    return this.#lines.of(job, file);
  }

  /** Loads what is needed to change files; `formats` then has it. */
  loadWriters(): Promise<void> {
    return this.#parts.loadWriters();
  }

  /** What was read of a configuration file of a job. */
  document(job: OpenJob, file: string): ConfigDocument | undefined {
    return this.#checker.document(job, file);
  }

  /** What would be said of a job with other texts, or for another release; nothing of it is shown. */
  analysisOf(job: OpenJob, sources: JobSources, target: Release = job.settings.target): Analysis {
    return this.#checker.analysisOf(job, sources, target);
  }

  /** The catalogues of release lines and the history of classes, as far as there are any, and all rules: for `analysisOf`. */
  async catalogsOf(
    lines: Iterable<string>,
  ): Promise<{ readonly catalogs: ReadonlyMap<string, Catalog>; readonly history: ClassHistory | undefined }> {
    await this.#parts.loadCatalogs(lines);
    await this.#parts.loadHistory();
    await this.#parts.loadRare();
    return { catalogs: this.#parts.catalogs, history: this.#parts.history };
  }

  /** The NVFLARE whose source a job lies in, else the one that is installed for its folder, as far as that is known. */
  installedFor({ project, folder }: OpenJob): InstalledRelease | undefined {
    return project.checkout ?? this.#projects.installedIn(folder);
  }

  /** The classes that are read from the NVFLARE that a job is checked for, where no catalogue knows it. */
  readClassesOf({ settings }: OpenJob): InstalledClasses | undefined {
    return this.#parts.readClassesOf(settings);
  }

  /** The release that a job made in this folder will be checked for. */
  async releaseIn(uri: vscode.Uri, folder: vscode.WorkspaceFolder): Promise<Release> {
    if (this.#mayHavePython(folder)) await this.#projects.lookForInstalled([folder]);
    const project = await this.#projects.projectOf(uri, folder);
    return this.#projects.settingsOf({ uri, project }).target;
  }

  /** Reads what lies outside of jobs, in the file system of a job. */
  fileSystemOf({ folder }: OpenJob): FileSystem {
    return this.#fileSystem(folder);
  }

  /** Searches the workspace anew and checks all jobs. Calls while one runs wait for their turn. */
  refresh(): Promise<void> {
    return this.#inTurn(() => this.#search(), 'FLARE Jobs could not search the workspace');
  }

  /** Reads a job from disk again and checks it. */
  reload(job: OpenJob): Promise<void> {
    this.#disk.jobChanged(job.uri);
    this.#disk.settle();
    return this.#queue;
  }

  /** Checks all jobs again with the settings as they are now. */
  recheck(): Promise<void> {
    return this.#inTurn(() => this.#recheck(), 'FLARE Jobs could not check the jobs again');
  }

  async #recheck(): Promise<void> {
    this.#projects.forget();
    const places = await Promise.all(
      this.#jobs.all().map(async (job) => ({
        ...job,
        project: await this.#projects.projectOf(job.uri, job.folder, job.analysis.job.sources),
      })),
    );
    if (this.#parts.wiring) await this.#checker.loadCatalogsFor(places);
    this.#publish(await Promise.all(places.map((job) => this.#checker.checkAnew(job))));
  }

  /** The same job, knowing which releases have which classes; what there is to say of a class needs it. */
  async withHistory(job: OpenJob): Promise<OpenJob> {
    const { wiring } = job.analysis;
    if (!wiring || wiring.classes.history || !(await this.#parts.loadHistory())) return job;
    const now = this.#jobs.of(job.uri);
    return now ? this.#checkAgain(now) : job;
  }

  /** Resolves when what was begun is done; tests wait for it. */
  async settled(): Promise<void> {
    await this.#queue;
    if (this.#disk.isSettling) this.#disk.settle();
    await this.#queue;
    await this.#looking;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #inTurn(work: () => Promise<void>, failure: string): Promise<void> {
    const begun = () => {
      this.#typed.forget();
      return work();
    };
    this.#queue = this.#queue.then(begun).catch((error: unknown) => console.error(failure, error));
    return this.#queue;
  }

  #fileSystem(folder: vscode.WorkspaceFolder): FileSystem {
    return withOpenEditors(this.#host.fileSystem(folder.uri) ?? workspaceFileSystem(folder.uri), folder.uri);
  }

  async #search(): Promise<void> {
    const seen = new Set<string>();
    this.#projects.forget();
    this.#parts.doubtInstalled();
    for await (const { folder, found } of this.#finder.all()) {
      // A disk that does not answer is no reason to know less of it than before.
      for (const { uri } of found ?? this.#jobs.below(folder.uri)) seen.add(uri.toString());
      this.#publish(found ?? []);
    }
    this.#isReady = true;
    this.#remove(this.#jobs.all().filter((job) => !seen.has(job.uri.toString())));
    if (this.#jobs.size === 0) return;
    await this.#loadWiring();
    this.#followInstalled();
  }

  /** The Python extension may take its time, and nothing waits for it. */
  #followInstalled(): void {
    this.#looking = this.#projects.followInstalled(
      () => this.#foldersWithPython(),
      () => this.recheck(),
    );
  }

  #foldersWithPython(): readonly vscode.WorkspaceFolder[] {
    return [...new Set(this.#jobs.all().map(({ folder }) => folder))].filter((folder) => this.#mayHavePython(folder));
  }

  /** Python environments lie on the disk of the machine that the extension runs on. */
  #mayHavePython({ uri }: vscode.WorkspaceFolder): boolean {
    return this.#host.hasPython && uri.scheme === 'file';
  }

  /** Keeps jobs that were read while somebody may have typed in them, with the texts that the editors have now. */
  #publish(jobs: readonly OpenJob[]): void {
    this.#jobs.put(
      jobs.map((job) => {
        const sources = this.#typed.over(job);
        return sources ? this.#checker.check(job, sources) : job;
      }),
    );
  }

  /** The rules about what apps run are loaded when the first findings are on the screen. */
  async #loadWiring(): Promise<void> {
    if (!(await this.#checker.loadCatalogsFor(this.#jobs.all()))) return;
    this.#publish(await Promise.all(this.#jobs.all().map((job) => this.#checker.withCode(job))));
  }

  #textChanged(document: vscode.TextDocument): void {
    if (this.#projects.isProjectFile(document.uri)) {
      this.#disk.changed(document.uri);
      return;
    }
    if (this.#jobs.withCodeAt(document.uri).length > 0) this.#disk.changed(document.uri);
    const job = this.jobAt(document.uri);
    const file = job && pathIn(job, document.uri);
    if (!job || file === undefined) return;
    const { sources } = job.analysis.job;
    const before = sources.texts.get(file);
    const text = before && typedOver(before, document.getText());
    if (text === undefined) return;
    this.#typed.add(document);
    const checked = this.#checker.check(job, withText(sources, file, text));
    this.#jobs.put([checked]);
    if (checked.analysis.lacksRules) void this.#withRareRules(checked);
    if (this.#checker.lacksCode(checked)) this.#disk.changed(document.uri);
    else if (this.#checker.lacksHistory(checked)) void this.withHistory(checked);
  }

  /** The jobs that are checked for an installed NVFLARE which is read, where a file that matters of that has changed. */
  #jobsOfInstalledAt(uri: vscode.Uri): readonly OpenJob[] {
    const folder = this.#parts.installedChangedAt(uri.path);
    if (folder === undefined) return [];
    return this.#jobs.all().filter((job) => this.readClassesOf(job)?.folder === folder);
  }

  async #withRareRules(job: OpenJob): Promise<void> {
    await this.#checker.loadRareFor(job);
    const now = this.#jobs.of(job.uri);
    if (now?.analysis.lacksRules) this.#checkAgain(now);
  }

  #checkAgain(job: OpenJob): OpenJob {
    const checked = this.#checker.check(job, job.analysis.job.sources);
    this.#jobs.put([checked]);
    return checked;
  }

  async #followDisk(): Promise<void> {
    const { jobs, files, places, hasProjectFile } = this.#disk.take();
    const changed: OpenJob[] = [];
    const gone: OpenJob[] = [];
    const left: vscode.Uri[] = [];
    for (const uri of jobs) {
      const job = this.#jobs.of(uri);
      const loaded = job ? await this.#finder.at(job.uri, job.folder) : [];
      changed.push(...loaded);
      // What is left of a job may be another one, and what was deleted may be back.
      if (loaded.length === 0) left.push(uri);
      if (job && loaded.length === 0) gone.push(job);
    }
    const isKnown = (uri: vscode.Uri) => this.#jobs.of(uri) !== undefined;
    changed.push(...(await this.#finder.among({ files, places: [...places, ...left] }, isKnown)));
    // While the files of a new job came one by one, an app of it may have passed for a job.
    gone.push(...this.#jobs.all().filter((job) => changed.some((other) => isAppOf(other, job))));
    if (gone.length > 0) this.#remove(gone);
    this.#publish(changed);
    if (hasProjectFile) await this.#recheck();
    if (changed.length === 0) return;
    await this.#loadWiring();
    // A folder that had no job before was not asked for its Python.
    if (this.#foldersWithPython().some((folder) => !this.#projects.hasLookedIn(folder))) this.#followInstalled();
  }

  #remove(jobs: readonly OpenJob[]): void {
    for (const job of jobs) {
      this.#checker.forget(job);
      this.#lines.forget(job);
    }
    this.#jobs.remove(jobs);
  }
}
