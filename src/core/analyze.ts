import type { ConfigDocument } from './formats/document';
import { type Formats, formatOf, readConfig } from './formats/index';
import { buildJob, type ReadDocument } from './job/build';
import type { Job } from './job/model';
import type { Release } from './job/release';
import type { JobSources } from './job/sources';
import { RULES } from './rules/index.generated';
import { type RuleSettings, type RunResult, runRules } from './rules/run';

/** What a host decides about a check. */
export interface AnalyzeOptions {
  readonly target: Release;
  readonly formats: Formats;
  readonly settings?: RuleSettings;
  /** Remembers documents between checks; see `DocumentCache`. */
  readonly cache?: DocumentCache;
}

/** A job and what the rules say of it. */
export interface Analysis extends RunResult {
  readonly job: Job;
}

/** Checks a job that was loaded. Synchronous and pure but for the cache it is given. */
export function analyze(sources: JobSources, options: AnalyzeOptions): Analysis {
  const { target, formats, settings, cache } = options;
  const read: ReadDocument = cache
    ? (file, text) => cache.read(`${sources.folder}/${file}`, text, formats)
    : (file, text) => readConfig(formats, formatOf(file) ?? 'json', text);
  const job = buildJob(sources, { target, read });
  return { job, ...runRules(RULES, { job }, settings) };
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
