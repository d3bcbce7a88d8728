import type { CheckedJob } from '../checking/job-checker';
import type { JobReport, Summary } from '../report';
import type { Styles } from '../terminal';

/** What a report may use besides the findings. */
export interface ReportContext {
  readonly styles: Styles;
  /** The version of this program. */
  readonly version: string;
  /** The absolute folder that relative paths start from. */
  readonly cwd: string;
  /** The absolute folder at the top of what is built: reports for services name files from there. */
  readonly root: string;
  /** The width of the terminal. */
  readonly columns: number;
}

/** One way to write a report. Jobs are handed over one by one, so that ten thousand need not be kept. */
export interface ReportWriter {
  begin(): string | Promise<string>;
  job(report: JobReport, checked: CheckedJob): string;
  /** `isWhole`: everything that was asked for could be checked. */
  end(summary: Summary, isWhole: boolean): string;
}

export type ReportFormat = (context: ReportContext) => ReportWriter;
