import { releaseName } from '../core/index';
import type { CheckedJob } from './checking/job-checker';
import { jobReport } from './report';

/** What everything begins with that is written of one job for programs. */
export interface ShownHead {
  readonly version: 1;
  /** The job folder, as given on the command line. */
  readonly folder: string;
  /** The meta file; null where there is none. */
  readonly meta: string | null;
  /** The name of the folder. */
  readonly name: string;
  /** The NVFLARE release that all of it is said for. */
  readonly target: string;
  /** Whether the server refuses the job at submission. */
  readonly rejected: boolean;
}

/** The head of what is written of a job. */
export function shownHead(checked: CheckedJob): ShownHead {
  const { folder, meta, rejected } = jobReport(checked);
  const { sources, target } = checked.analysis.job;
  return { version: 1, folder, meta, name: sources.name, target: releaseName(target), rejected };
}
