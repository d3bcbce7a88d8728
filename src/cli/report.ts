import {
  type Finding,
  type Job,
  joinPath,
  LineIndex,
  type Place,
  type Position,
  SEVERITIES,
  type Severity,
  type Stage,
} from '../core/index';
import type { CheckedJob } from './checking/job-checker';

/** The contract of `check --format json`, version 1; `schemas/check-report.schema.json` describes it. */
export interface CheckReport {
  readonly version: 1;
  readonly jobs: readonly JobReport[];
  readonly summary: Summary;
}

/** A job of a report. Paths are as given on the command line and joined with `/`. */
export interface JobReport {
  readonly folder: string;
  readonly meta: string | null;
  /** Whether the server refuses the job at submission. */
  readonly rejected: boolean;
  readonly findings: readonly FindingReport[];
}

/** A place in a file. */
export interface PlaceReport {
  readonly file: string;
  readonly range: RangeReport;
}

export interface FindingReport extends PlaceReport {
  readonly code: string;
  readonly severity: Severity;
  readonly stage: Stage;
  readonly message: string;
  readonly related: readonly (PlaceReport & { readonly message: string })[];
  /** The titles of the changes that would take the finding away. */
  readonly fixes: readonly string[];
}

/** Lines and characters from 0, characters in UTF-16 units, the end exclusive. */
export interface RangeReport {
  readonly start: Position;
  readonly end: Position;
}

/** Hints are in the report, but not counted. */
export interface Summary {
  readonly jobs: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export const EMPTY_SUMMARY: Summary = { jobs: 0, errors: 0, warnings: 0, infos: 0 };

/** What the check of one job found, with lines and characters. */
export function jobReport({ folder, analysis }: CheckedJob): JobReport {
  const { job, rejected } = analysis;
  const locate = locator(job, folder);
  return {
    folder: folder || '.',
    meta: job.meta ? joinPath(folder, job.meta.file) : null,
    rejected,
    findings: analysis.findings.map((finding) => findingReport(finding, locate)),
  };
}

/** The summary with one more job in it. */
export function withJob(summary: Summary, { findings }: JobReport): Summary {
  const count = (wanted: Severity) => findings.reduce((sum, { severity }) => (severity === wanted ? sum + 1 : sum), 0);
  return {
    jobs: summary.jobs + 1,
    errors: summary.errors + count('error'),
    warnings: summary.warnings + count('warning'),
    infos: summary.infos + count('info'),
  };
}

/** Whether a job has a finding of the severity or a graver one, or would be refused whatever severity its findings have. */
export function fails({ rejected, findings }: JobReport, failOn: Severity): boolean {
  const least = SEVERITIES.indexOf(failOn);
  return rejected || findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= least);
}

function findingReport(finding: Finding, locate: Locate): FindingReport {
  const { code, severity, stage, message } = finding;
  return {
    code,
    severity,
    stage,
    message,
    ...locate(finding),
    related: finding.related.map((related) => ({ ...locate(related), message: related.message })),
    fixes: finding.fixes.map(({ title }) => title),
  };
}

/** Says where a place of a job is, as reports do. */
export type Locate = (place: Place) => PlaceReport;

/** Each text is divided into lines once. A place in a file without text is its beginning. */
export function locator({ sources }: Job, folder: string): Locate {
  const indexes = new Map<string, LineIndex>();
  return ({ file, range }) => {
    let index = indexes.get(file);
    if (!index) {
      const source = sources.texts.get(file);
      index = new LineIndex(source?.kind === 'text' ? source.text : '');
      indexes.set(file, index);
    }
    return {
      file: joinPath(folder, file),
      range: { start: index.positionAt(range.start), end: index.positionAt(range.end) },
    };
  };
}
