import type { AppView, LeavingView, MessageView } from '../../../../core/review/index';
import { h, link } from '../../dom';
import type { Section, SectionHost, SectionView } from '../../section';
import './leaving.css';

type Host = SectionHost<'leaving'>;
type Placed = MessageView['filters'][number];

/** What leaves the sites, through which filters. */
export const leaving: Section<'leaving'> = { id: 'leaving', title: 'What Leaves', input: null, create };

function create(host: Host): SectionView<'leaving'> {
  const element = h('div');
  return { element, update: (model) => element.replaceChildren(...page(model, host)) };
}

function page({ note, certain, apps }: LeavingView, host: Host): readonly HTMLElement[] {
  return [
    h('p', { class: 'quiet' }, note),
    ...(certain
      ? []
      : [h('p', { class: 'quiet' }, 'More may leave than is listed: not everything can be known from the files.')]),
    ...(apps.length === 0 ? [h('p', { class: 'gone' }, 'No client gets an app that can be read.')] : []),
    ...apps.map((app) => appCard(app, host)),
  ];
}

function appCard({ app, sites, messages, bare, streams, idle }: AppView, host: Host): HTMLElement {
  const names = sites.length > 12 ? `${sites.slice(0, 12).join(', ')} and ${sites.length - 12} more` : sites.join(', ');
  const isEmpty = messages.length + streams.length + bare.length === 0;
  return h(
    'section',
    { class: 'leaving-app' },
    h('h2', {}, names === '' ? 'No client' : names, h('span', { class: 'quiet' }, `app ${app}`)),
    isEmpty && h('p', { class: 'quiet' }, 'Nothing is known to leave.'),
    ...list(messages.map((message, i) => messageItem(message, `${app} ${i}`, host))),
    ...list(
      streams.map(({ title, way, place }) =>
        h('li', {}, placed({ text: title, place }, `${app} ${title}`, host), h('div', { class: 'quiet' }, way)),
      ),
      'Beside the tasks',
    ),
    ...list(
      idle.map((each) => h('li', { class: 'leaving-warning' }, placed(each, `${app} ${each.text}`, host))),
      'Filters that never run',
    ),
    bare.length > 0 && h('p', { class: 'quiet' }, `Answers and requests without data: ${bare.join(', ')}`),
  );
}

/** Items below their heading; nothing where there is none, since screen readers tell of empty lists as well. */
function list(items: readonly HTMLElement[], heading?: string): readonly HTMLElement[] {
  if (items.length === 0) return [];
  return [...(heading === undefined ? [] : [h('h3', {}, heading)]), h('ul', { class: 'leaving-list' }, ...items)];
}

function messageItem(
  { title, payload, summary, level, filters, onArrival, place }: MessageView,
  key: string,
  host: Host,
): HTMLElement {
  return h(
    'li',
    { class: `leaving-${level}` },
    placed({ text: title, place }, key, host),
    h('span', { class: 'quiet' }, `: ${payload}`),
    h('div', { class: 'leaving-summary' }, summary),
    chain('', filters, key, host),
    chain('Then, where it arrives: ', onArrival, `${key} arrival`, host),
  );
}

function chain(title: string, filters: readonly Placed[], key: string, host: Host): HTMLElement | undefined {
  if (filters.length === 0) return undefined;
  const items = filters.map((filter, i) => h('li', {}, placed(filter, `${key} filter ${i}`, host)));
  return h(
    'div',
    {},
    title,
    h('ol', { class: 'leaving-filters', 'aria-label': title === '' ? 'Filters in order' : title }, ...items),
  );
}

function placed({ text, place }: Placed, key: string, host: Host): HTMLElement {
  return link(`leaving ${key}`, text, (event) => host.reveal({ kind: 'place', ...place }, event));
}
