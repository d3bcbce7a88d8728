import { placeText } from '../formats/human';
import type { PlaceReport } from '../report';
import { longest, type Styles, visible } from '../terminal';
import { valueText } from './human-job';
import type { ShownComponent, ShownRuns, ShownTask, ShownVariable } from './shown-runs';

type Row = readonly [name: string, text: string, at: PlaceReport];

/** What a site runs, for people: a table of each kind that there is. */
export function humanRuns(runs: ShownRuns, role: 'server' | 'client', styles: Styles): readonly string[] {
  const inSection = (section: ShownComponent['section']) =>
    runs.components.filter((component) => component.section === section).map(componentRow);
  return [
    ...table('Workflows', inSection('workflows'), styles),
    ...table('Executors', inSection('executors'), styles),
    ...table('Components', inSection('components'), styles),
    ...table(
      'Tasks',
      runs.tasks.map((task) => taskRow(task, role)),
      styles,
    ),
    ...table(
      'Filters',
      runs.filters.map(({ tasks, where, filters, at }) => [tasks.join(', '), `${filters.join(', ')} (${where})`, at]),
      styles,
    ),
    ...table('Variables', runs.variables.map(variableRow), styles),
  ];
}

function componentRow({ id, class: path, disabled, at }: ShownComponent): Row {
  return [id ?? '-', `${path ?? 'no class'}${disabled ? ', disabled' : ''}`, at];
}

function taskRow({ name, sentBy, doneBy, at }: ShownTask, role: 'server' | 'client'): Row {
  const sent = sentBy.length > 0 ? `sent by ${sentBy.join(', ')}` : 'sent by nobody that is known';
  if (role === 'server') return [name, sent, at];
  return [name, `${doneBy === null ? 'no executor here' : `done by ${doneBy}`}, ${sent}`, at];
}

const ORIGINS: { readonly [from in Exclude<ShownVariable['from'], 'key'>]: string } = {
  system: 'set by NVFLARE',
  environment: "from the site's environment",
  local: 'given where it is used',
  undefined: 'not set',
};

function variableRow({ name, from, value, at }: ShownVariable): Row {
  if (from === 'key') return [name, valueText(value), at];
  return [name, value === null ? ORIGINS[from] : `${valueText(value)}, ${ORIGINS[from]}`, at];
}

function table(title: string, rows: readonly Row[], styles: Styles): readonly string[] {
  if (rows.length === 0) return [];
  const width = Math.min(40, longest(rows.map(([name]) => visible(name))));
  return [
    '',
    styles.bold(title),
    ...rows.map(([name, text, at]) => `  ${visible(name).padEnd(width)}  ${visible(text)}  ${styles.dim(placeText(at))}`),
  ];
}
