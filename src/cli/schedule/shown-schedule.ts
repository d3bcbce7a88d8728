import { releaseName } from '../../core/index';
import type { ScheduleReport } from '../../core/schedule/index';
import type { CheckedJob } from '../check-jobs';
import { jobReport, locator, type PlaceReport } from '../report';

/** What `schedule --format json` writes, version 1. Paths are as given on the command line. */
export interface ShownSchedule {
  readonly version: 1;
  readonly folder: string;
  readonly meta: string | null;
  readonly name: string;
  readonly target: string;
  /** Whether the server refuses the job at submission; then it never gets to the scheduler. */
  readonly rejected: boolean;
  readonly decision: ScheduleReport['decision'];
  readonly title: string;
  readonly text: string;
  readonly cause: string | null;
  /** The key that causes it. */
  readonly at: PlaceReport | null;
  /** How the connected clients were found: typed, named by the job, in the files of `--sites`, or guessed. */
  readonly from: ScheduleReport['from'];
  readonly sites: readonly ShownScheduledSite[];
  readonly remedies: readonly { readonly count: number; readonly by: string; readonly changes: readonly string[] }[];
}

export interface ShownScheduledSite {
  readonly site: string;
  readonly app: string | null;
  readonly mandatory: boolean;
  readonly state: string;
  readonly text: string;
  readonly asked: string;
  readonly offer: string;
  readonly at: PlaceReport | null;
}

/** The report with lines and characters, for people and programs. */
export function shownSchedule(checked: CheckedJob, report: ScheduleReport): ShownSchedule {
  const { job } = checked.analysis;
  const { folder, meta, rejected } = jobReport(checked);
  const locate = locator(job, checked.folder);
  return {
    version: 1,
    folder,
    meta,
    name: job.sources.name,
    target: releaseName(job.target),
    rejected,
    decision: report.decision,
    title: report.title,
    text: report.text,
    cause: report.cause ?? null,
    at: report.at ? locate(report.at) : null,
    from: report.from,
    sites: report.sites.map(({ site, app, mandatory, state, text, asked, offer, at }) => ({
      site,
      app: app ?? null,
      mandatory,
      state,
      text,
      asked,
      offer,
      at: at ? locate(at) : null,
    })),
    remedies: report.remedies.map(({ count, by, changes }) => ({ count, by, changes })),
  };
}
