import type { ScheduleReport } from '../../core/schedule/index';
import type { CheckedJob } from '../checking/job-checker';
import { locator, type PlaceReport } from '../report';
import { type ShownHead, shownHead } from '../shown-head';

/** What `schedule --format json` writes. A job that is rejected never gets to the scheduler. */
export interface ShownSchedule extends ShownHead {
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
  const locate = locator(checked.analysis.job, checked.folder);
  return {
    ...shownHead(checked),
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
