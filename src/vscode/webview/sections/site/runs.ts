import type { SiteRuns } from '../../../../core/assist/index';
import { type Child, h, link } from '../../dom';
import type { SectionHost } from '../../section';

type Host = SectionHost<'site'>;

/** What a site runs: tasks, components in the order in which they are made, filters, variables, the configuration as a whole. */
export function runs(
  host: Host,
  found: SiteRuns,
  role: 'server' | 'client',
  text: { readonly isOpen: boolean; readonly ontoggle: (event: Event) => void },
): readonly HTMLElement[] {
  const sections = [
    tasks(host, found, role),
    components(host, found),
    found.filters.length > 0 ? filters(host, found) : undefined,
    found.variables.length > 0 ? variables(host, found) : undefined,
    h(
      'section',
      { 'aria-label': 'Configuration' },
      h(
        'details',
        { open: text.isOpen, ontoggle: text.ontoggle },
        h('summary', { 'data-key': 'site text' }, `${found.file} with variables put in`),
        h(
          'pre',
          { class: 'value', tabindex: 0, role: 'region', 'aria-label': 'Configuration with variables put in' },
          found.text,
        ),
      ),
      !found.certain && h('p', { class: 'quiet' }, 'There may be more: a part of the file could not be read.'),
    ),
  ];
  return sections.filter((section) => section !== undefined);
}

function tasks(host: Host, { tasks: list }: SiteRuns, role: 'server' | 'client'): HTMLElement {
  const isServer = role === 'server';
  const title = isServer ? 'Tasks that it sends' : 'Tasks and who does them';
  if (list.length === 0) return section('tasks', title, [h('p', { class: 'quiet' }, 'None that is known.')]);
  const rows = list.map((task, index) => [
    link(`task ${index}`, task.name, (event) => host.reveal({ kind: 'place', file: task.file, range: task.range }, event)),
    task.sentBy.length > 0 ? task.sentBy.join(', ') : h('span', { class: 'quiet' }, 'nothing that is known'),
    ...(isServer ? [] : [task.doneBy ?? h('span', { class: 'is-wrong-text' }, 'no executor')]),
  ]);
  return section('tasks', title, [table(isServer ? ['Task', 'Sent by'] : ['Task', 'Sent by', 'Done by'], rows)]);
}

function components(host: Host, { components: list, file }: SiteRuns): HTMLElement {
  const rows = list.map(({ id, section: where, className, args, range }, index) => [
    link(`component ${index}`, id ?? NAMES[where] ?? where, (event) => host.reveal({ kind: 'place', file, range }, event), {
      class: id === null ? 'link plain' : 'link',
    }),
    className === null ? h('span', { class: 'quiet' }, 'not known') : classWords(className),
    args.length === 0
      ? ''
      : h(
          'span',
          { class: 'value args' },
          ...args.map(({ name, value }) => h('span', {}, h('span', { class: 'quiet' }, `${name} `), value)),
        ),
  ]);
  const title = 'Components, in the order in which they are made';
  if (rows.length === 0) return section('components', title, [h('p', { class: 'quiet' }, 'None.')]);
  return section('components', title, [table(['Id', 'Class', 'Arguments'], rows)]);
}

const NAMES: Readonly<Record<string, string>> = {
  components: 'component',
  workflows: 'workflow',
  executors: 'executor',
  task_data_filters: 'filter of data',
  task_result_filters: 'filter of results',
};

/** The bare name with its module beside it. */
function classWords(path: string): HTMLElement {
  const dot = path.lastIndexOf('.');
  return h('span', { title: path }, path.slice(dot + 1), h('span', { class: 'quiet module' }, path.slice(0, Math.max(0, dot))));
}

function filters(host: Host, { filters: list }: SiteRuns): HTMLElement {
  const rows = list.map(({ tasks: names, where, filters: classes, file, range }, index) => [
    link(`filters ${index}`, names.join(', '), (event) => host.reveal({ kind: 'place', file, range }, event)),
    where,
    classes.join(', then '),
  ]);
  return section('filters', 'Filters', [table(['Tasks', 'On', 'Filters, in order'], rows)]);
}

function variables(host: Host, { variables: list }: SiteRuns): HTMLElement {
  const rows = list.map(({ name, value, from, file, range }) => [
    link(`variable ${name}`, name, (event) => host.reveal({ kind: 'place', file, range }, event)),
    value === null ? h('span', { class: 'quiet' }, 'known when the job runs') : h('span', { class: 'value' }, value),
    h('span', { class: 'quiet' }, FROM[from] ?? from),
  ]);
  return section('variables', 'Variables', [table(['Variable', 'Value', 'From'], rows)]);
}

const FROM: Readonly<Record<string, string>> = {
  key: 'this file',
  system: 'NVFLARE',
  environment: 'the environment of the site',
  undefined: 'nothing: it is not defined',
};

function section(id: string, title: string, children: readonly Child[]): HTMLElement {
  return h('section', { 'aria-labelledby': `site-${id}` }, h('h2', { id: `site-${id}` }, title), ...children);
}

function table(head: readonly string[], rows: readonly (readonly Child[])[]): HTMLElement {
  return h(
    'table',
    { class: 'sheet' },
    h('thead', {}, h('tr', {}, ...head.map((title) => h('th', { scope: 'col' }, title)))),
    h(
      'tbody',
      {},
      ...rows.map(([first, ...others]) =>
        h('tr', {}, h('th', { scope: 'row' }, first), ...others.map((cell) => h('td', {}, cell))),
      ),
    ),
  );
}
