import { type Finding, LineIndex } from '../../core/index';
import type { CheckedJob } from '../checking/job-checker';
import type { FindingReport, PlaceReport, Summary } from '../report';
import { counted, grouped, type Styles, visible } from '../terminal';
import { excerpt, type Lined } from './excerpt';
import type { ReportContext, ReportFormat } from './report-format';

/** For people: place, severity, message and code, then the line with carets under the place, other places, and remedies. */
export const human: ReportFormat = (context) => {
  let rejected = 0;
  let withFindings = 0;
  const releases = new Set<string>();
  return {
    begin: () => '',
    job(report, checked) {
      releases.add(checked.release);
      if (report.rejected) rejected++;
      if (report.findings.length > 0) withFindings++;
      const linedOf = linedTexts(checked);
      return report.findings
        .map((finding, index) => findingText(finding, checked.analysis.findings[index], linedOf, context))
        .join('');
    },
    end: (summary) => summaryText(summary, { withFindings, rejected, releases }, context),
  };
};

/** The texts of a job, each divided into lines once. */
function linedTexts({ analysis }: CheckedJob): (file: string) => Lined | undefined {
  const known = new Map<string, Lined>();
  return (file) => {
    const source = analysis.job.sources.texts.get(file);
    if (source?.kind !== 'text') return undefined;
    const lined = known.get(file) ?? { text: source.text, lines: new LineIndex(source.text) };
    known.set(file, lined);
    return lined;
  };
}

function findingText(
  finding: FindingReport,
  reported: Finding | undefined,
  linedOf: ReturnType<typeof linedTexts>,
  context: ReportContext,
): string {
  const { styles, columns } = context;
  const { severity } = finding;
  const lines = [headline(finding, styles)];
  const lined = reported && linedOf(reported.file);
  for (const line of lined ? excerpt(lined, finding.range, columns) : []) {
    lines.push(`${styles.dim(line.gutter)}${line.carets ? styles.severity(severity, line.text) : line.text}`);
  }
  for (const related of finding.related) lines.push(`${styles.dim('  see')} ${placeText(related)}: ${visible(related.message)}`);
  const fixes = reported?.fixes ?? [];
  for (const { title, isPreferred } of fixes) {
    lines.push(`${styles.dim('  fix')} ${visible(title)}${isPreferred ? styles.dim(' (--fix does it)') : ''}`);
  }
  return `${lines.join('\n')}\n\n`;
}

/** `path:line:character: severity: message [code]`, as compilers write it, so that editors and terminals find their way. */
export function headline(
  finding: Pick<FindingReport, 'file' | 'range' | 'severity' | 'message' | 'code'>,
  styles: Styles,
): string {
  const { severity, message, code } = finding;
  return `${styles.bold(placeText(finding))}: ${styles.severity(severity, severity)}: ${visible(message)} ${styles.dim(`[${code}]`)}`;
}

/** `path:line:character`, both from 1, as terminals and editors open it. */
export function placeText({ file, range }: PlaceReport): string {
  return `${visible(file)}:${range.start.line + 1}:${range.start.character + 1}`;
}

/** What the writer counts besides the summary of the report. */
interface Counts {
  readonly withFindings: number;
  readonly rejected: number;
  readonly releases: ReadonlySet<string>;
}

function summaryText(summary: Summary, { withFindings, rejected, releases }: Counts, { styles }: ReportContext): string {
  const { jobs, errors, warnings, infos } = summary;
  if (jobs === 0) return 'no job was checked\n';
  const target = releases.size > 0 ? ` for NVFLARE ${[...releases].sort().join(' and ')}` : '';
  const checked = `${counted(jobs, 'job')} checked${target}`;
  if (withFindings === 0 && rejected === 0) return styles.good(`${checked}: no problem found\n`);
  const counts = [
    errors > 0 ? styles.severity('error', counted(errors, 'error')) : '',
    warnings > 0 ? styles.severity('warning', counted(warnings, 'warning')) : '',
    infos > 0 ? styles.severity('info', counted(infos, 'note')) : '',
  ].filter(Boolean);
  const where = jobs > 1 && withFindings > 0 ? ` in ${counted(withFindings, 'job')}` : '';
  const refusal = jobs > 1 ? `; the server would refuse ${grouped(rejected)} of them` : '; the server would refuse it';
  return `${checked}: ${counts.join(', ') || (withFindings > 0 ? 'hints only' : 'all that was found is silenced')}${where}${rejected > 0 ? refusal : ''}\n`;
}
