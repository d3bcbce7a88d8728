import type { ConfigDocument } from './formats/document';
import { type Formats, formatOf, readConfig } from './formats/index';
import { buildJob } from './job/build';
import type { ReadDocument } from './job/build-options';
import type { Wiring } from './job/config/wiring';
import type { Job } from './job/model';
import type { Release } from './job/release';
import type { JobSources } from './job/sources';
import { RULES } from './rules/index.generated';
import type { Rule, WiringRule } from './rules/rule';
import { partsOf, type RuleSettings, type RunResult, runRules, together } from './rules/run';

/** What a host decides about a check. */
export interface AnalyzeOptions {
  readonly target: Release;
  readonly formats: Formats;
  readonly settings?: RuleSettings;
  /** The rules about what few jobs have (`rules/rare`), where the host has loaded them; it does when a job `lacksRules`. */
  readonly rare?: readonly Rule[] | undefined;
  /** The rules about app configurations, where the host has loaded them (`core/wiring`). */
  readonly wiring?: WiringPart;
  /** Remembers documents between checks; see `DocumentCache`. */
  readonly cache?: DocumentCache;
  /** What was made of the job last. Where a host keeps the objects of what did not change, a keystroke costs less. */
  readonly previous?: JobModel | undefined;
}

/** What judges the configurations of apps; a part of its own, because it is large. */
export interface WiringPart {
  readonly rules: readonly WiringRule[];
  /** Takes what did not change from the previous wiring of the same job. */
  build(job: Job, previous?: Wiring): Wiring;
  /** Files of custom code that should be read for a better answer. */
  missingCode(job: Job, wiring: Wiring): readonly string[];
  /** Modules that are not in the job and should be looked for in the folders of code that a setting names. */
  missingModules(job: Job, wiring: Wiring): readonly string[];
  /** Whether the history of NVFLARE's classes, which the part was made without, would make the answer better. */
  needsHistory(wiring: Wiring): boolean;
}

/** A job as its texts say it; nothing is judged yet. */
export interface JobModel {
  readonly job: Job;
  /** What the apps run, where the host has loaded the rules about it. */
  readonly wiring?: Wiring | undefined;
}

/** A job and what the rules say of it. */
export interface Analysis extends RunResult, JobModel {
  /** Whether the job has work for rules that were not given as `rare`. Findings are missing then, and `rejected` may yet become true. */
  readonly lacksRules: boolean;
}

/** Checks a job that was loaded. Synchronous and pure but for the cache it is given. */
export function analyze(sources: JobSources, options: AnalyzeOptions): Analysis {
  return judge(modelOf(sources, options), options);
}

/** The first half of `analyze`: what the files say. */
export function modelOf(sources: JobSources, { target, formats, cache, previous, wiring }: AnalyzeOptions): JobModel {
  const read: ReadDocument = cache
    ? (file, text) => cache.read(`${sources.folder}/${file}`, text, formats)
    : (file, text) => readConfig(formats, formatOf(file) ?? 'json', text);
  const job = buildJob(sources, { target, read, previous: previous?.job });
  return wiring ? { job, wiring: wiring.build(job, previous?.wiring) } : { job };
}

/** The second half of `analyze`: what the rules say of it. */
export function judge({ job, wiring }: JobModel, options: Pick<AnalyzeOptions, 'settings' | 'wiring' | 'rare'>): Analysis {
  const { rare, settings } = options;
  const parts = partsOf(job);
  let result = runRules(RULES, { job }, parts, settings);
  if (rare && parts.size > 0) result = together(result, runRules(rare, { job }, parts, settings));
  if (options.wiring && wiring) result = together(result, runRules(options.wiring.rules, { job, wiring }, parts, settings));
  const { findings, rejected, capped, failures } = result;
  return { job, wiring, lacksRules: !rare && parts.size > 0, findings, rejected, capped, failures };
}

/** Whether the rules about what few jobs have would have anything to look at. */
export function needsRareRules({ job }: JobModel): boolean {
  return partsOf(job).size > 0;
}

/** Keeps the document of each file until its text changes. A host owns one and forgets files that are gone. */
export class DocumentCache {
  readonly #documents = new Map<string, ConfigDocument>();

  read(file: string, text: string, formats: Formats): ConfigDocument {
    const known = this.#documents.get(file);
    if (known?.text === text) return known;
    const document = readConfig(formats, formatOf(file) ?? 'json', text);
    this.#documents.set(file, document);
    return document;
  }

  /** Forgets a file, or a folder with all that is below it. */
  forget(path: string): void {
    for (const file of this.#documents.keys()) {
      if (file === path || file.startsWith(`${path}/`)) this.#documents.delete(file);
    }
  }
}
