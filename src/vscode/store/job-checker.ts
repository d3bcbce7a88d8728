import type * as vscode from 'vscode';
import {
  type Analysis,
  type AnalyzeOptions,
  analyze,
  type ConfigDocument,
  DocumentCache,
  type FileSystem,
  isRecognised,
  type JobSources,
  lineOf,
  loadJob,
  type Release,
} from '../../core/index';
import type { JobSettings } from '../../core/settings/index';
import type { JobPlace, OpenJob } from '../open-job';
import type { Projects } from '../projects';
import type { LoadedParts } from './loaded-parts';

/** What a checker is given: everything that it shares with others, and how to reach what it does not hold. */
export interface CheckerContext {
  readonly parts: LoadedParts;
  readonly projects: Projects;
  readonly fileSystem: (folder: vscode.WorkspaceFolder) => FileSystem;
  /** What the last check of a folder found; what has not changed of it is not worked out again. */
  readonly previous: (uri: vscode.Uri) => Analysis | undefined;
}

/** Reads jobs and checks them with the settings as they are now. It keeps what it read of files, but no jobs. */
export class JobChecker {
  readonly #context: CheckerContext;
  readonly #cache = new DocumentCache();
  /** The jobs that name what was not read yet of an installed NVFLARE. */
  readonly #unread = new Set<string>();

  constructor(context: CheckerContext) {
    this.#context = context;
  }

  /** Reads a folder and checks the job in it; `undefined` where there is none. */
  async load(uri: vscode.Uri, folder: vscode.WorkspaceFolder): Promise<OpenJob | undefined> {
    const { parts, projects, fileSystem } = this.#context;
    const sources = await loadJob(fileSystem(folder), uri.path);
    if (sources.files.size === 0) return undefined;
    await parts.loadReaders(sources.texts.keys());
    const project = await projects.projectOf(uri, folder, sources);
    let job = this.check({ uri, folder, project }, sources);
    if (!isRecognised(job.analysis.job)) return undefined;
    if (await this.loadRareFor(job)) job = this.check(job, sources);
    return parts.wiring ? this.withCode(job) : job;
  }

  /** Checks a job with these texts. */
  check(place: JobPlace, sources: JobSources): OpenJob {
    const { parts, projects } = this.#context;
    const settings = projects.settingsOf(place);
    const learning = parts.readClassesOf(settings);
    const misses = learning?.misses();
    const checked = opened(place, settings, this.#judge(place.uri, settings, sources, this.#cache));
    if (learning?.misses() === misses) this.#unread.delete(place.uri.toString());
    else this.#unread.add(place.uri.toString());
    return checked;
  }

  /** Checks a job once more; what lies outside of it, in folders of code or in an installed NVFLARE, is looked for anew. */
  async checkAnew(job: OpenJob): Promise<OpenJob> {
    const { outside, ...sources } = job.analysis.job.sources;
    const checked = this.check(job, sources);
    const { codeFolders, targetFrom } = checked.settings;
    const isOutside = outside !== undefined || codeFolders.length > 0 || targetFrom.kind === 'installed';
    return isOutside ? this.withCode(checked) : checked;
  }

  /** The same job with the custom code that its configurations name, once the rules about what apps run are loaded. */
  async withCode(job: OpenJob): Promise<OpenJob> {
    const { parts, projects, fileSystem } = this.#context;
    if (!parts.wiring) return job;
    const { analyzeWithCode } = await import('../../core/wiring/index');
    const settings = projects.settingsOf(job);
    const { targetFrom, codeFolders } = settings;
    if (targetFrom.kind === 'installed') await parts.loadInstalled(targetFrom.installed, fileSystem(job.folder));
    const wiring = parts.wiringFor(settings) ?? parts.wiring;
    const learning = parts.readClassesOf(settings);
    const options = { ...this.#optionsFor(job.uri, settings, this.#cache), wiring, codeFolders, learning };
    const analysis = await analyzeWithCode(fileSystem(job.folder), job.analysis.job.sources, options);
    const checked = opened(job, settings, this.#heard(job.uri, settings, analysis));
    const isPastNeeded = analysis.wiring && wiring.needsHistory(analysis.wiring) && (await parts.loadHistory());
    return isPastNeeded ? this.check(job, analysis.job.sources) : checked;
  }

  /** What would be said of a job with other texts, or for another release. Documents of texts that nobody has are not kept. */
  analysisOf(job: OpenJob, sources: JobSources, target: Release): Analysis {
    return this.#judge(job.uri, { ...job.settings, target }, sources, undefined);
  }

  /** Loads the rules about what few jobs have, when this is the first of these jobs. Whether it must be checked again. */
  async loadRareFor({ analysis }: OpenJob): Promise<boolean> {
    if (!analysis.lacksRules) return false;
    await this.#context.parts.loadRare();
    return true;
  }

  /** Loads the catalogues of the releases that jobs are checked for. Tells whether the rules about what apps run are new by that. */
  loadCatalogsFor(places: Iterable<JobPlace>): Promise<boolean> {
    const { parts, projects } = this.#context;
    return parts.loadCatalogs(new Set([...places].map((place) => lineOf(projects.settingsOf(place).target))));
  }

  /** Whether a job names code that was not read yet. */
  lacksCode({ uri, settings, analysis: { job, wiring } }: OpenJob): boolean {
    const part = this.#context.parts.wiring;
    if (!wiring || !part) return false;
    if (this.#unread.has(uri.toString())) return true;
    if (part.missingCode(job, wiring).length > 0) return true;
    return settings.codeFolders.length > 0 && part.missingModules(job, wiring).length > 0;
  }

  /** Whether what there is to say of a job needs the history of classes, and that is not loaded. */
  lacksHistory({ analysis: { wiring } }: OpenJob): boolean {
    return (wiring && this.#context.parts.wiring?.needsHistory(wiring)) ?? false;
  }

  /** What was read of a configuration file of a job. */
  document(job: OpenJob, file: string): ConfigDocument | undefined {
    const source = job.analysis.job.sources.texts.get(file);
    if (source?.kind !== 'text') return undefined;
    return this.#cache.read(`${job.uri.path}/${file}`, source.text, this.#context.parts.formats);
  }

  forget(job: OpenJob): void {
    this.#cache.forget(job.uri.path);
    this.#unread.delete(job.uri.toString());
  }

  #judge(uri: vscode.Uri, settings: JobSettings, sources: JobSources, cache: DocumentCache | undefined): Analysis {
    return this.#heard(uri, settings, analyze(sources, this.#optionsFor(uri, settings, cache)));
  }

  #optionsFor(uri: vscode.Uri, settings: JobSettings, cache: DocumentCache | undefined): AnalyzeOptions {
    const { parts } = this.#context;
    const { formats, rare } = parts;
    const wiring = parts.wiringFor(settings);
    return {
      target: settings.target,
      formats,
      settings: settings.rules,
      ...(cache && { cache }),
      previous: this.#context.previous(uri),
      rare,
      ...(wiring && { wiring }),
    };
  }

  /** What is left of an analysis without what the user's files silence. Mistakes of our own go to the log. */
  #heard(uri: vscode.Uri, settings: JobSettings, analysis: Analysis): Analysis {
    for (const { code, error } of analysis.failures) console.error(`FLARE Jobs: rule ${code} failed`, error);
    return this.#context.projects.withoutSilenced(analysis, uri, settings);
  }
}

function opened({ uri, folder, project }: JobPlace, settings: JobSettings, analysis: Analysis): OpenJob {
  return { uri, folder, project, analysis, settings, findings: analysis.findings };
}
