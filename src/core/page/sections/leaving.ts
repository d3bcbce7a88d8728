import type { AppLeaving, Leaving, OutgoingPath } from '../../review/index';
import { type Block, type Cell, code, someNames, type Tone } from '../block';
import type { PageSection } from '../page-section';

const TONES: { readonly [kind in OutgoingPath['privacy']['kind']]: Tone } = {
  filtered: 'good',
  open: 'warning',
  none: 'warning',
  'nothing-to-filter': 'quiet',
};

/** What leaves the sites, and whether a privacy filter stands on the way. */
export const leaving: PageSection<Leaving> = {
  id: 'leaving',
  title: 'What leaves the sites',
  model: ({ parts, job, wiring }) => (wiring ? parts.review.leaving(job, wiring) : undefined),
  blocks({ apps, scope, certain }, { parts: { review } }): readonly Block[] {
    const pathRow = (path: OutgoingPath): readonly Cell[] => [
      code(path.task),
      path.message === 'result' ? 'result' : 'request',
      path.to === 'server' ? 'the server' : 'other clients',
      review.payloadText(path.payload),
      path.filters.map(({ name }) => name).join(', then ') || 'none',
      { text: review.pathSummary(path), tone: TONES[path.privacy.kind] },
    ];
    const ofApp = ({ app, sites, paths, streams, idle }: AppLeaving): readonly Block[] => [
      { kind: 'heading', text: `App ${app}: ${someNames(sites)}` },
      paths.length > 0
        ? { kind: 'table', head: ['Task', 'What', 'To', 'Payload', 'Filters, in order', 'Privacy'], rows: paths.map(pathRow) }
        : { kind: 'text', text: 'No task is known whose result leaves these sites.', tone: 'quiet' },
      ...(streams.length > 0
        ? [
            {
              kind: 'table' as const,
              head: ['Also streamed', 'By', 'To', 'Taken by'],
              rows: streams.map(({ text, by, to, takenBy }) => [
                text,
                code(by),
                to === 'server' ? 'the server' : { text: 'a system outside of the federation', tone: 'warning' as const },
                takenBy.join(', '),
              ]),
            },
          ]
        : []),
      ...(idle.length > 0
        ? [{ kind: 'text' as const, text: `${idle.length} of the filter lists never pass anything.`, tone: 'warning' as const }]
        : []),
    ];
    return [
      ...(scope
        ? [{ kind: 'text' as const, text: `The job asks for the privacy scope "${scope.name}" of each site's own policy.` }]
        : []),
      ...apps.flatMap(ofApp),
      ...(certain
        ? []
        : [
            {
              kind: 'text' as const,
              text: 'More may leave than is listed: not all that runs can be known.',
              tone: 'warning' as const,
            },
          ]),
    ];
  },
};
