import type { Job } from '../../job/model';
import { type Finding, SEVERITIES, type Severity } from '../../rules/finding';
import { LineIndex } from '../../text/line-index';
import type { Place } from '../../text/range';
import { siteFinder } from './finder';

/** A finding as the preview lists it. */
export interface PreviewProblem extends Place {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** The place for people: `meta.json:12`, lines from 1. */
  readonly where: string;
  /** The site that it is about, where it is about one. */
  readonly site: string | null;
}

/** Whoever has more problems than this mends the first ones first; the Problems view has them all. */
const MOST_PROBLEMS = 200;

/** The findings for people, the gravest first and then by place. Hints are left to the editor. */
export function previewProblems(
  job: Job,
  findings: readonly Finding[],
): { readonly problems: readonly PreviewProblem[]; readonly problemCount: number } {
  const counted = findings.filter(({ severity }) => severity !== 'hint');
  const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity);
  const shown = [...counted].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_PROBLEMS);
  const lines = new Map<string, LineIndex>();
  const lineOf = ({ file, range }: Finding) => {
    const known = lines.get(file) ?? new LineIndex(textOf(job, file));
    lines.set(file, known);
    return known.positionAt(range.start).line + 1;
  };
  const siteOf = siteFinder(job);
  const problems = shown.map((finding) => {
    const { severity, code, message, file, range } = finding;
    return { severity, code, message, file, range, where: `${file}:${lineOf(finding)}`, site: siteOf(finding) ?? null };
  });
  return { problems, problemCount: counted.length };
}

function textOf(job: Job, file: string): string {
  const source = job.sources.texts.get(file);
  return source?.kind === 'text' ? source.text : '';
}
