import * as vscode from 'vscode';
import {
  type Analysis,
  type AnalyzeOptions,
  analyze,
  type ConfigDocument,
  DocumentCache,
  type FileSystem,
  type Finding,
  type Formats,
  formatsFor,
  isRecognised,
  type JobSources,
  LIGHT_FORMATS,
  LineIndex,
  lineOf,
  loadJob,
  type Release,
  type Rule,
  rareRules,
  type WiringPart,
  withWriters,
} from '../core/index';
import type { InstalledNvflare } from '../core/installed/index';
import type { JobSettings, Project } from '../core/settings/index';
import type { Catalog, ClassHistory } from '../core/wiring/index';
import { loadFormat } from '../load-format';
import { candidateFolders } from './finding/find-jobs';
import { candidatesAmong, isJobFile } from './finding/job-paths';
import { mayHoldJobs } from './finding/new-folders';
import type { Host } from './host';
import { Projects } from './projects';
import { wishesOf } from './settings';
import { withOpenEditors, workspaceFileSystem } from './workspace-fs';

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
type JobPlace = Pick<OpenJob, 'uri' | 'folder' | 'project'>;

/** Which jobs are new or have changed, and which are gone. */
export interface JobsChange {
  readonly changed: readonly OpenJob[];
  readonly removed: readonly vscode.Uri[];
}

/** Between two batches of jobs the editor gets its turn. */
const BATCH_MILLISECONDS = 8;
/** Changes on disk come in bursts, a checkout for instance. */
const SETTLE_MILLISECONDS = 150;

/**
 * The jobs of the workspace. Finds them, follows unsaved texts and files on disk, and checks again what changed. It owns all
 * state of the extension that is about jobs.
 */
export class JobStore implements vscode.Disposable {
  readonly #jobs = new Map<string, OpenJob>();
  readonly #lines = new Map<string, { readonly text: string; readonly lines: LineIndex }>();
  readonly #cache = new DocumentCache();
  readonly #host: Host;
  readonly #changed = new vscode.EventEmitter<JobsChange>();
  readonly #disposables: vscode.Disposable[] = [this.#changed];
  readonly #touched = new Set<string>();
  readonly #newFiles = new Map<string, vscode.Uri>();
  /** What was made outside of jobs; folders among it may hold jobs. */
  readonly #newPlaces = new Map<string, vscode.Uri>();
  #formats: Formats = LIGHT_FORMATS;
  readonly #projects = new Projects((folder) => this.#fileSystem(folder));
  #isProjectTouched = false;
  #wiring: WiringPart | undefined;
  #rare: readonly Rule[] | undefined;
  readonly #catalogs = new Map<string, Catalog>();
  #history: ClassHistory | undefined;
  #followsPython = false;
  #looking: Promise<void> = Promise.resolve();
  #settle: ReturnType<typeof setTimeout> | undefined;
  /** Searches and what follows the disk, one after another: two at a time could each undo what the other found. */
  #queue: Promise<void> = Promise.resolve();
  #isReady = false;

  /** Fires after jobs were checked, found or lost; a change while typing is one event. */
  readonly onDidChange = this.#changed.event;

  constructor(host: Host) {
    this.#host = host;
    this.#disposables.push(
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#textChanged(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#diskChanged(document.uri)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.refresh()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('flareJobs.exclude')) void this.refresh();
        else if (event.affectsConfiguration('flareJobs')) void this.recheck();
      }),
    );
    const watcher = vscode.workspace.createFileSystemWatcher('**');
    watcher.onDidChange((uri) => this.#diskChanged(uri));
    watcher.onDidCreate((uri) => this.#created(uri));
    watcher.onDidDelete((uri) => this.#deleted(uri));
    this.#disposables.push(watcher);
  }

  /** All jobs, by path. */
  get jobs(): readonly OpenJob[] {
    return [...this.#jobs.values()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** Whether the workspace was searched once. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** The formats loaded so far. */
  get formats(): Formats {
    return this.#formats;
  }

  /** The job that a file or folder belongs to. */
  jobAt(uri: vscode.Uri): OpenJob | undefined {
    for (let path = uri.path; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
      const job = this.#jobs.get(uri.with({ path }).toString());
      if (job) return job;
    }
    return undefined;
  }

  /** Lines and characters of a file of a job. */
  lines(job: OpenJob, file: string): LineIndex {
    const source = job.analysis.job.sources.texts.get(file);
    const text = source?.kind === 'text' ? source.text : '';
    const key = fileUri(job, file).toString();
    const known = this.#lines.get(key);
    if (known?.text === text) return known.lines;
    const lines = new LineIndex(text);
    this.#lines.set(key, { text, lines });
    return lines;
  }

  /** Loads what is needed to change files; `formats` then has it. */
  async loadWriters(): Promise<void> {
    this.#formats = await withWriters(this.#formats, loadFormat);
  }

  /** What was read of a configuration file of a job. */
  document(job: OpenJob, file: string): ConfigDocument | undefined {
    const source = job.analysis.job.sources.texts.get(file);
    return source?.kind === 'text' ? this.#cache.read(`${job.uri.path}/${file}`, source.text, this.#formats) : undefined;
  }

  /** What would be said of a job with other texts, or for another release; nothing of it is shown. */
  analysisOf(job: OpenJob, sources: JobSources, target: Release = job.settings.target): Analysis {
    // Documents of texts that nobody has are not kept.
    return this.#judge(job, { ...job.settings, target }, sources, undefined);
  }

  /** The catalogues of release lines and the history of classes, as far as there are any, and all rules: for `analysisOf`. */
  async catalogsOf(
    lines: Iterable<string>,
  ): Promise<{ readonly catalogs: ReadonlyMap<string, Catalog>; readonly history: ClassHistory | undefined }> {
    await this.#loadLines(lines);
    await this.#loadHistory();
    this.#rare ??= await rareRules();
    return { catalogs: this.#catalogs, history: this.#history };
  }

  /** Searches the workspace anew and checks all jobs. Calls while one runs wait for their turn. */
  refresh(): Promise<void> {
    return this.#inTurn(() => this.#search(), 'FLARE Jobs could not search the workspace');
  }

  /** Reads a job from disk again and checks it. */
  reload(job: OpenJob): Promise<void> {
    this.#touched.add(job.uri.toString());
    return this.#diskSettled();
  }

  /** Resolves when what was begun is done; tests wait for it. */
  async settled(): Promise<void> {
    await this.#queue;
    if (this.#settle) void this.#diskSettled();
    await this.#queue;
    await this.#looking;
  }

  #inTurn(work: () => Promise<void>, failure: string): Promise<void> {
    this.#queue = this.#queue.then(work).catch((error: unknown) => console.error(failure, error));
    return this.#queue;
  }

  /** Checks all jobs again with the settings as they are now. */
  async recheck(): Promise<void> {
    this.#projects.forget();
    const all = [...this.#jobs.values()];
    const places = await Promise.all(
      all.map(async (job) => ({
        ...job,
        project: await this.#projects.projectOf(job.uri, job.folder, job.analysis.job.sources),
      })),
    );
    if (this.#wiring) await this.#loadCatalogs(places);
    this.#publish(await Promise.all(places.map((job) => this.#checkAnew(job))));
  }

  /** Checks a job with its settings as they are now; where they name folders of code, or did, what lies there is looked for anew. */
  async #checkAnew(job: OpenJob): Promise<OpenJob> {
    const { outside, ...sources } = job.analysis.job.sources;
    const checked = this.#check(job, sources);
    const isOutside = outside !== undefined || checked.settings.codeFolders.length > 0;
    return isOutside && this.#wiring ? this.#withCode(checked) : checked;
  }

  async #search(): Promise<void> {
    const seen = new Set<string>();
    this.#projects.forget();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const found: OpenJob[] = [];
      let batchEnd = Date.now() + BATCH_MILLISECONDS;
      for (const path of await candidateFolders(folder)) {
        const uri = folder.uri.with({ path });
        const job = await this.#load(uri, folder);
        if (!job) continue;
        seen.add(uri.toString());
        found.push(job);
        if (Date.now() > batchEnd) {
          await new Promise((resolve) => setTimeout(resolve, 0));
          batchEnd = Date.now() + BATCH_MILLISECONDS;
        }
      }
      this.#publish(found);
    }
    this.#isReady = true;
    if (this.#jobs.size > 0) {
      await this.#loadWiring();
      // The Python extension may take its time, and nothing waits for it.
      this.#looking = this.#lookForInstalled().catch((error: unknown) =>
        console.error('FLARE Jobs could not look for an installed NVFLARE', error),
      );
    }
    this.#remove([...this.#jobs.values()].filter((job) => !seen.has(job.uri.toString())));
  }

  /** Looks for the NVFLARE that is installed and checks the jobs again where it is another one. */
  async #lookForInstalled(): Promise<void> {
    if (!this.#host.hasPython) return;
    const folders = new Set(
      [...this.#jobs.values()].map(({ folder }) => folder).filter(({ uri }) => uri.scheme !== 'vscode-vfs'),
    );
    if (await this.#projects.lookForInstalled(folders)) await this.recheck();
    if (this.#followsPython) return;
    const following = this.#projects.onOtherEnvironment(() => void this.#lookForInstalled());
    this.#followsPython = following !== undefined;
    if (following) this.#disposables.push(following);
  }

  /** The NVFLARE that is installed for the folder of a job, as far as that is known. */
  installedFor({ folder }: OpenJob): InstalledNvflare | undefined {
    return this.#projects.installedIn(folder);
  }

  /** The release that a job made in this folder will be checked for. */
  async releaseIn(uri: vscode.Uri, folder: vscode.WorkspaceFolder): Promise<Release> {
    return this.#projects.settingsOf(await this.#projects.projectOf(uri, folder), wishesOf(uri)).target;
  }

  /** Reads what lies outside of jobs, in the file system of a job. */
  fileSystemOf({ folder }: OpenJob): FileSystem {
    return this.#fileSystem(folder);
  }

  /** The rules about what apps run are loaded when the first findings are on the screen. */
  async #loadWiring(): Promise<void> {
    if (!(await this.#loadCatalogs(this.#jobs.values()))) return;
    this.#publish(await Promise.all([...this.#jobs.values()].map((job) => this.#withCode(job))));
  }

  /** Loads the catalogues of the releases that jobs are checked for. Tells whether the rules about what apps run are new by that. */
  async #loadCatalogs(jobs: Iterable<JobPlace>): Promise<boolean> {
    const targets = [...jobs].map(({ uri, project }) => this.#projects.settingsOf(project, wishesOf(uri)).target);
    return this.#loadLines(new Set(targets.map(lineOf)));
  }

  async #loadLines(lines: Iterable<string>): Promise<boolean> {
    const { readCatalog, wiringPart } = await import('../core/wiring/index');
    let isNew = this.#wiring === undefined;
    for (const line of lines) {
      const text = this.#catalogs.has(line) ? undefined : await this.#host.catalog(line);
      if (text === undefined) continue;
      this.#catalogs.set(line, readCatalog(JSON.parse(text)));
      isNew = true;
    }
    if (isNew) this.#wiring = wiringPart(this.#catalogs, this.#history);
    return isNew;
  }

  /** The same job, knowing which releases have which classes; what there is to say of a class needs it. */
  async withHistory(job: OpenJob): Promise<OpenJob> {
    const { wiring } = job.analysis;
    if (!wiring || wiring.classes.history || !(await this.#loadHistory())) return job;
    const now = this.#jobs.get(job.uri.toString()) ?? job;
    const checked = this.#check(now, now.analysis.job.sources);
    this.#publish([checked]);
    return checked;
  }

  /** Loads which releases have which classes, at the first class that is not found. Whether it is there. */
  async #loadHistory(): Promise<boolean> {
    if (this.#history) return true;
    const { readHistory, wiringPart } = await import('../core/wiring/index');
    const text = await this.#host.catalog('history');
    if (text === undefined) return false;
    this.#history = readHistory(JSON.parse(text));
    this.#wiring = wiringPart(this.#catalogs, this.#history);
    return true;
  }

  /** The same job with the custom code that its configurations name. */
  async #withCode(job: OpenJob): Promise<OpenJob> {
    const wiring = this.#wiring;
    if (!wiring) return job;
    const { analyzeWithCode } = await import('../core/wiring/index');
    const settings = this.#projects.settingsOf(job.project, wishesOf(job.uri));
    const options = { ...this.#optionsFor(job, settings, this.#cache), wiring, codeFolders: settings.codeFolders };
    const analysis = await analyzeWithCode(this.#fileSystem(job.folder), job.analysis.job.sources, options);
    const checked = this.#opened(job, settings, this.#heard(job, settings, analysis));
    const isPastNeeded = analysis.wiring && wiring.needsHistory(analysis.wiring) && (await this.#loadHistory());
    return isPastNeeded ? this.#check(job, analysis.job.sources) : checked;
  }

  /** What is to be looked for in the folders of code that the settings of a job name. */
  #missingModules({ settings, analysis: { job, wiring } }: OpenJob): readonly string[] {
    return (settings.codeFolders.length > 0 && wiring && this.#wiring?.missingModules(job, wiring)) || [];
  }

  async #load(uri: vscode.Uri, folder: vscode.WorkspaceFolder): Promise<OpenJob | undefined> {
    const sources = await loadJob(this.#fileSystem(folder), uri.path);
    if (sources.files.size === 0) return undefined;
    this.#formats = await formatsFor(sources.texts.keys(), this.#formats, loadFormat);
    const project = await this.#projects.projectOf(uri, folder, sources);
    let job = this.#check({ uri, folder, project }, sources);
    if (!isRecognised(job.analysis.job)) return undefined;
    if (await this.#loadRareFor(job)) job = this.#check(job, sources);
    return this.#wiring ? this.#withCode(job) : job;
  }

  /** Loads the rules about what few jobs have, when it is the first of these jobs. Whether it did. */
  async #loadRareFor({ analysis }: OpenJob): Promise<boolean> {
    if (!analysis.lacksRules) return false;
    this.#rare ??= await rareRules();
    return true;
  }

  #fileSystem(folder: vscode.WorkspaceFolder): FileSystem {
    return withOpenEditors(this.#host.fileSystem(folder.uri) ?? workspaceFileSystem(folder.uri), folder.uri);
  }

  #check(job: JobPlace, sources: JobSources): OpenJob {
    const settings = this.#projects.settingsOf(job.project, wishesOf(job.uri));
    return this.#opened(job, settings, this.#judge(job, settings, sources, this.#cache));
  }

  #opened({ uri, folder, project }: JobPlace, settings: JobSettings, analysis: Analysis): OpenJob {
    return { uri, folder, project, analysis, settings, findings: analysis.findings };
  }

  #judge(job: Pick<OpenJob, 'uri'>, settings: JobSettings, sources: JobSources, cache: DocumentCache | undefined): Analysis {
    return this.#heard(job, settings, analyze(sources, this.#optionsFor(job, settings, cache)));
  }

  #optionsFor({ uri }: Pick<OpenJob, 'uri'>, { target, rules }: JobSettings, cache: DocumentCache | undefined): AnalyzeOptions {
    return {
      target,
      formats: this.#formats,
      settings: rules,
      ...(cache && { cache }),
      previous: this.#jobs.get(uri.toString())?.analysis,
      rare: this.#rare,
      ...(this.#wiring && { wiring: this.#wiring }),
    };
  }

  /** What is left of an analysis without what the user's files silence. Mistakes of our own go to the log. */
  #heard({ uri }: Pick<OpenJob, 'uri'>, settings: JobSettings, analysis: Analysis): Analysis {
    for (const { code, error } of analysis.failures) console.error(`FLARE Jobs: rule ${code} failed`, error);
    return this.#projects.withoutSilenced(analysis, uri, settings);
  }

  #textChanged(document: vscode.TextDocument): void {
    if (this.#projects.isProjectFile(document.uri)) {
      this.#diskChanged(document.uri);
      return;
    }
    if (this.#jobsWithCodeAt(document.uri).length > 0) this.#diskChanged(document.uri);
    const job = this.jobAt(document.uri);
    const file = job && pathIn(job, document.uri);
    if (!job || file === undefined) return;
    const { sources } = job.analysis.job;
    if (!sources.texts.has(file)) return;
    const texts = new Map(sources.texts).set(file, { kind: 'text', text: document.getText() });
    const checked = this.#check(job, { ...sources, texts });
    this.#publish([checked]);
    if (checked.analysis.lacksRules) void this.#loadRareFor(checked).then(() => this.#checkAgain(checked));
    const { wiring } = checked.analysis;
    const isMissing = wiring && this.#wiring?.missingCode(checked.analysis.job, wiring).length;
    if (isMissing || this.#missingModules(checked).length > 0) this.#diskChanged(document.uri);
    else if (wiring && this.#wiring?.needsHistory(wiring)) void this.withHistory(checked);
  }

  #checkAgain({ uri }: OpenJob): void {
    const now = this.#jobs.get(uri.toString());
    if (now?.analysis.lacksRules) this.#publish([this.#check(now, now.analysis.job.sources)]);
  }

  #diskChanged(uri: vscode.Uri): void {
    const job = this.jobAt(uri);
    const isProject = this.#projects.isProjectFile(uri) && this.#isAboveJob(uri);
    if (isProject) this.#isProjectTouched = true;
    const users = this.#jobsWithCodeAt(uri);
    for (const user of users) this.#touched.add(user.uri.toString());
    if (job) this.#touched.add(job.uri.toString());
    else if (isJobFile(uri.path.slice(uri.path.lastIndexOf('/') + 1))) this.#newFiles.set(uri.toString(), uri);
    else if (!isProject && users.length === 0) return;
    this.#settleSoon();
  }

  #created(uri: vscode.Uri): void {
    this.#diskChanged(uri);
    if (this.jobAt(uri) || this.#newFiles.has(uri.toString())) return;
    this.#newPlaces.set(uri.toString(), uri);
    this.#settleSoon();
  }

  #deleted(uri: vscode.Uri): void {
    this.#diskChanged(uri);
    // Of a folder that is deleted there is one event, and none for the jobs below it.
    const below = [...this.#jobs.keys()].filter((key) => key.startsWith(`${uri}/`));
    if (below.length === 0) return;
    for (const key of below) this.#touched.add(key);
    this.#settleSoon();
  }

  #settleSoon(): void {
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => void this.#diskSettled(), SETTLE_MILLISECONDS);
  }

  /** The jobs whose settings name a folder of code that a Python file lies in. */
  #jobsWithCodeAt(uri: vscode.Uri): readonly OpenJob[] {
    if (!uri.path.endsWith('.py')) return [];
    return [...this.#jobs.values()].filter(({ settings }) =>
      settings.codeFolders.some(({ folder }) => uri.path.startsWith(`${folder}/`)),
    );
  }

  /** Whether a file lies in or above the folder of a job, so that the job's project may have it. */
  #isAboveJob(uri: vscode.Uri): boolean {
    const folder = uri.path.slice(0, uri.path.lastIndexOf('/') + 1);
    return [...this.#jobs.values()].some((job) => `${job.uri.path}/`.startsWith(folder));
  }

  #diskSettled(): Promise<void> {
    clearTimeout(this.#settle);
    this.#settle = undefined;
    return this.#inTurn(() => this.#followDisk(), 'FLARE Jobs could not read what changed');
  }

  async #followDisk(): Promise<void> {
    const isProjectTouched = this.#isProjectTouched;
    this.#isProjectTouched = false;
    const touched = [...this.#touched];
    const created = [...this.#newFiles.values()];
    const places = [...this.#newPlaces.values()];
    this.#touched.clear();
    this.#newFiles.clear();
    this.#newPlaces.clear();
    const changed: OpenJob[] = [];
    const gone: OpenJob[] = [];
    for (const key of touched) {
      const job = this.#jobs.get(key);
      const loaded = job && (await this.#load(job.uri, job.folder));
      if (loaded) changed.push(loaded);
      // What is left of a job may be another one, and what was deleted may be back.
      else places.push(job?.uri ?? vscode.Uri.parse(key, true));
      if (job && !loaded) gone.push(job);
    }
    changed.push(...(await this.#loadNew(created, places)));
    this.#publish(changed);
    // While the files of a new job came one by one, an app of it may have passed for a job.
    gone.push(...[...this.#jobs.values()].filter((job) => changed.some((other) => isAppOf(other, job))));
    if (gone.length > 0) this.#remove(gone);
    if (isProjectTouched) await this.recheck();
    if (changed.length > 0) await this.#loadWiring();
  }

  /** The jobs of new files, and those that nobody has seen yet where new folders may hold some. */
  async #loadNew(files: readonly vscode.Uri[], places: readonly vscode.Uri[]): Promise<readonly OpenJob[]> {
    const found: OpenJob[] = [];
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const pathsOf = (uris: readonly vscode.Uri[]) =>
        uris.filter((uri) => vscode.workspace.getWorkspaceFolder(uri)?.index === folder.index).map(({ path }) => path);
      const candidates = new Set(candidatesAmong(pathsOf(files)));
      // The search knows what the user excludes, but it is too slow for every file that is made somewhere.
      if (await mayHoldJobs(this.#fileSystem(folder), folder.uri.path, pathsOf(places)))
        for (const path of await candidateFolders(folder))
          if (!this.#jobs.has(folder.uri.with({ path }).toString())) candidates.add(path);
      for (const path of candidates) {
        const loaded = await this.#load(folder.uri.with({ path }), folder);
        if (loaded) found.push(loaded);
      }
    }
    return found;
  }

  #publish(changed: readonly OpenJob[]): void {
    if (changed.length === 0) return;
    for (const job of changed) this.#jobs.set(job.uri.toString(), job);
    this.#changed.fire({ changed, removed: [] });
  }

  #remove(jobs: readonly OpenJob[]): void {
    for (const job of jobs) {
      this.#jobs.delete(job.uri.toString());
      this.#cache.forget(job.uri.path);
    }
    this.#changed.fire({ changed: [], removed: jobs.map((job) => job.uri) });
  }

  dispose(): void {
    clearTimeout(this.#settle);
    for (const disposable of this.#disposables) disposable.dispose();
    this.#projects.dispose();
  }
}

/** Whether one of two jobs is but an app in the folder of the other. */
function isAppOf(job: OpenJob, app: OpenJob): boolean {
  const isLegacy = ({ analysis }: OpenJob) => analysis.job.kind === 'legacy-app';
  return isLegacy(app) && !isLegacy(job) && pathIn(job, app.uri) !== undefined;
}

/** The URI of a file or folder of a job. */
export function fileUri(job: Pick<OpenJob, 'uri'>, path: string): vscode.Uri {
  return path === '' ? job.uri : vscode.Uri.joinPath(job.uri, path);
}

/** The path of a file below its job folder, or `undefined` for a file of another place. */
export function pathIn(job: Pick<OpenJob, 'uri'>, uri: vscode.Uri): string | undefined {
  const prefix = `${job.uri.path}/`;
  return uri.scheme === job.uri.scheme && uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : undefined;
}
