import type { PreviewProblem } from '../../../../core/assist/index';
import { h, link } from '../../dom';
import { type IconName, icon } from '../../icons';
import type { OverviewPage } from './overview-page';

/** As many as can be taken in at a glance; the others are one click away. */
const AT_FIRST = 5;

/** The problems with links to their places and explanations; nothing where there are none. */
export function problems(page: OverviewPage, isOpen: boolean, toggle: () => void): HTMLElement | undefined {
  const { problems: list, problemCount } = page.model;
  if (list.length === 0) return undefined;
  const shown = isOpen ? list : list.slice(0, AT_FIRST);
  return h(
    'section',
    { 'aria-labelledby': 'problems' },
    h(
      'div',
      { class: 'title-row' },
      h('h2', { id: 'problems' }, 'Problems', h('span', { class: 'badge' }, String(problemCount))),
    ),
    problemList(page, shown, 'problem'),
    list.length > AT_FIRST &&
      link('more-problems', isOpen ? 'Show fewer' : `Show all ${list.length}`, toggle, { 'aria-expanded': String(isOpen) }),
    isOpen &&
      problemCount > list.length &&
      h('p', { class: 'quiet' }, `The Problems view has the other ${problemCount - list.length}.`),
  );
}

/** Problems, one line each. */
export function problemList(page: OverviewPage, list: readonly PreviewProblem[], key: string): HTMLElement {
  return h('ul', { class: 'problems' }, ...list.map((problem, index) => problemItem(page, problem, `${key} ${index}`)));
}

const ICONS: { readonly [severity in PreviewProblem['severity']]: IconName } = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'info',
};

function problemItem({ reveal, explain }: OverviewPage, problem: PreviewProblem, key: string): HTMLElement {
  const { severity, message, code, where, file, range } = problem;
  const show = (event: Event) => reveal({ kind: 'place', file, range }, event);
  return h(
    'li',
    { class: `problem severity-${severity}` },
    icon(ICONS[severity], severity),
    h(
      'div',
      {},
      link(key, message, show, { class: 'link plain message', title: `Go to ${where}` }),
      h(
        'span',
        { class: 'about' },
        link(`${key} code`, code, () => explain(code), {
          class: 'link plain',
          title: `What ${code} means`,
          'aria-label': `What ${code} means`,
        }),
        ` · ${where}`,
      ),
    ),
  );
}
