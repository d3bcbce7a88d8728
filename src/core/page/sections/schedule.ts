import type { ReportedSite, ScheduleReport } from '../../schedule/index';
import { counted } from '../../text/counted';
import { type Block, code, type Tone } from '../block';
import type { PageSection } from '../page-section';

/** What a report says, without what only an editor can use. */
interface Schedule extends Omit<ScheduleReport, 'remedies' | 'cause' | 'at' | 'sites'> {
  readonly sites: readonly Omit<ReportedSite, 'at' | 'offerAt'>[];
  readonly remedies: readonly { readonly by: string; readonly changes: readonly string[] }[];
}

const TONES: { readonly [decision in ScheduleReport['decision']]: Tone } = {
  starts: 'good',
  depends: 'info',
  waits: 'error',
  'gives-up': 'error',
  fails: 'error',
  unknown: 'quiet',
};

/** A job may be for very many sites; as many as a reader looks at. */
const MOST_SITES = 40;

/** Whether the job will be scheduled. */
export const schedule: PageSection<Schedule> = {
  id: 'schedule',
  title: 'Will it be scheduled?',
  model({ parts, job }) {
    const { remedies, cause, at, ...report } = parts.schedule.scheduleReport(job, parts.schedule.supposedNetwork(job, []));
    return {
      ...report,
      sites: report.sites.map(({ at: where, offerAt, ...site }) => site),
      remedies: remedies.map(({ by, changes }) => ({ by, changes })),
    };
  },
  blocks({ title, text, decision, sites, remedies, from }): readonly Block[] {
    const rest = sites.length - MOST_SITES;
    return [
      { kind: 'text', text: `${title[0]?.toUpperCase()}${title.slice(1)}: ${text}.`, tone: TONES[decision] },
      {
        kind: 'text',
        text: `${FROM[from]} What the sites offer is not known, so every request counts as possible.`,
        tone: 'quiet',
      },
      ...(sites.length > 0
        ? [
            {
              kind: 'table' as const,
              head: ['Site', 'What becomes of it', 'Asked for'],
              rows: sites.slice(0, MOST_SITES).map((site) => [code(site.site), site.text, site.asked]),
            },
          ]
        : []),
      ...(rest > 0
        ? [{ kind: 'text' as const, text: `${counted(rest, 'more site')} not listed here.`, tone: 'quiet' as const }]
        : []),
      ...(remedies.length > 0
        ? [
            { kind: 'heading' as const, text: 'What would let it start' },
            { kind: 'list' as const, items: remedies.map(({ changes }) => ({ text: changes.join('; ') })) },
          ]
        : []),
    ];
  },
};

const FROM: { readonly [from in ScheduleReport['from']]: string } = {
  typed: 'With the sites that were given.',
  job: 'Supposing that all sites that the job names are connected.',
  workspace: 'With the sites of the workspace.',
  guessed: 'The job is for all sites; tried with a few that are made up.',
};
