import type { PreviewProblem } from '../../assist/index';
import type { Tone } from '../block';
import type { PageSection } from '../page-section';

interface Problems {
  readonly count: number;
  readonly problems: readonly PreviewProblem[];
}

const TONES: { readonly [severity in PreviewProblem['severity']]: Tone } = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'quiet',
};

/** What is wrong, the gravest first. */
export const problems: PageSection<Problems> = {
  id: 'problems',
  title: 'Problems',
  isOfAnyFolder: true,
  model: ({ overview }) => ({ count: overview.problemCount, problems: overview.problems }),
  blocks({ count, problems: list }) {
    if (count === 0) return [{ kind: 'text', text: 'No problems were found.', tone: 'good' }];
    return [
      {
        kind: 'table',
        head: ['Severity', 'Problem', 'Place', 'Rule'],
        rows: list.map(({ severity, message, where, code }) => [
          { text: severity, tone: TONES[severity] },
          message,
          { text: where, isCode: true },
          { text: code, isCode: true },
        ]),
      },
      ...(count > list.length ? [{ kind: 'text' as const, text: `${count - list.length} more are not listed here.` }] : []),
    ];
  },
};
