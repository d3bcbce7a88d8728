import type { PreviewFact } from '../../assist/index';
import type { PageSection } from '../page-section';

/** The few numbers that say most. */
export const summary: PageSection<readonly PreviewFact[]> = {
  id: 'summary',
  title: 'Summary',
  model: ({ overview }) => overview.facts,
  blocks: (facts) => [
    {
      kind: 'table',
      head: ['', '', ''],
      rows: facts.map(({ label, value, note, isWrong }) => [
        label,
        { text: value, isNumber: true, ...(isWrong && { tone: 'error' as const }) },
        { text: note, tone: isWrong ? 'error' : 'quiet' },
      ]),
    },
  ],
};
