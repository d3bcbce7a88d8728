import type { PreviewSite } from '../../../../core/assist/index';
import { h } from '../../dom';
import { dot, icon } from '../../icons';
import type { OverviewPage } from './overview-page';

/** With more apps than this, dots in columns cannot be told apart; then one column names the app. */
const MOST_COLUMNS = 24;

/** What every cell of the matrix has in common. Rows count from 0, the head's. */
export interface Cells {
  readonly hasLaunchers: boolean;
  /** The cell that Tab leads to. */
  readonly active: { readonly row: number; readonly column: number };
  open(event: Event, row: number, column: number): void;
}

/** Whether each app has a column of its own. */
export function hasAppColumns({ model }: OverviewPage): boolean {
  return model.apps.length <= MOST_COLUMNS;
}

/** The row of titles. */
export function headRow(page: OverviewPage, cells: Cells): HTMLTableRowElement {
  const cell = (title: string, column: number, className: string, isLink = false) =>
    h(
      'th',
      {
        scope: 'col',
        role: 'columnheader',
        class: className,
        title,
        ...position(cells, 0, column),
        onclick: isLink && ((event: Event) => cells.open(event, 0, column)),
      },
      title,
    );
  const apps = hasAppColumns(page)
    ? page.model.apps.map(({ name, notes, errors }, index) => {
        const head = cell(name, index + 1, errors > 0 ? 'app has-error' : 'app', true);
        head.title = [name, ...notes].join('\n');
        head.setAttribute('aria-label', [`app ${name}`, ...notes].join(', '));
        return head;
      })
    : [cell('App', 1, '')];
  const last = apps.length + 1;
  return h(
    'tr',
    { 'aria-rowindex': 1 },
    cell('Site', 0, 'site'),
    ...apps,
    cell('GPUs', last, 'number'),
    cells.hasLaunchers && cell('Launchers', last + 1, 'launchers'),
  );
}

/** The row of a site. */
export function siteRow(page: OverviewPage, site: PreviewSite, row: number, cells: Cells): HTMLTableRowElement {
  const { model } = page;
  const cell = (column: number, label: string, className: string, content: Node | string = '') =>
    h(
      'td',
      {
        role: 'gridcell',
        class: className,
        'aria-label': label,
        ...position(cells, row, column),
        onclick: (event: Event) => cells.open(event, row, column),
      },
      content,
    );
  const apps = hasAppColumns(page)
    ? model.apps.map(({ name }, index) => {
        const rank = site.apps.indexOf(index);
        if (rank < 0) return cell(index + 1, `not ${name}`, 'app');
        const gets = rank === 0 && site.how !== null;
        return cell(index + 1, gets ? `gets ${name}` : `named for ${name}, but gets another app`, 'app', dot(gets));
      })
    : [cell(1, appName(page, site), 'app-name', appName(page, site))];
  const last = apps.length + 1;
  // Nobody asks a site that takes no part.
  const setup = site.how === null ? undefined : model.setups[site.setup];
  const gpus = gpusText(setup);
  const launchers = setup?.launchers.join(', ') ?? '';
  return h(
    'tr',
    {
      role: 'row',
      'aria-rowindex': row + 1,
      'aria-selected': String(page.site === site.name),
      class: site.how === null && 'without-app',
    },
    siteCell(site, row, cells),
    ...apps,
    cell(last, gpus === '' ? 'no GPUs' : `${gpus} ${gpus === '1' ? 'GPU' : 'GPUs'}`, 'number', gpus),
    cells.hasLaunchers &&
      cell(last + 1, launchers === '' ? 'no launcher options' : `options for ${launchers}`, 'launchers', launchers),
  );
}

function siteCell(site: PreviewSite, row: number, cells: Cells): HTMLElement {
  const { name, role, how, mandatory, errors, warnings } = site;
  const words = [
    name,
    role === 'all' ? 'every connected client' : role,
    mandatory && 'mandatory',
    how === null && 'no app',
    errors > 0 ? 'has an error' : warnings > 0 && 'has a warning',
  ];
  const label = words.filter(Boolean).join(', ');
  const note = role === 'all' ? 'every client' : mandatory && 'mandatory';
  return h(
    'th',
    {
      scope: 'row',
      role: 'rowheader',
      class: 'site',
      title: label,
      'aria-label': label,
      ...position(cells, row, 0),
      onclick: (event: Event) => cells.open(event, row, 0),
    },
    h(
      'span',
      { class: 'site-line' },
      icon(role),
      h('span', { class: 'site-name' }, name),
      mandatory && icon('star'),
      errors > 0 ? icon('error') : warnings > 0 && icon('warning'),
      note && h('span', { class: 'site-note quiet' }, note),
    ),
  );
}

/** An empty row as high as those that are not drawn. */
export function spacer(height: number): readonly HTMLElement[] {
  if (height <= 0) return [];
  const row = h('tr', { class: 'spacer', 'aria-hidden': 'true', role: 'presentation' }, h('td'));
  row.style.height = `${height}px`;
  return [row];
}

function position({ active }: Cells, row: number, column: number): Readonly<Record<string, number>> {
  const isActive = active.row === row && active.column === column;
  return { 'aria-colindex': column + 1, tabindex: isActive ? 0 : -1, 'data-row': row, 'data-column': column };
}

function appName({ model }: OverviewPage, { apps, how }: PreviewSite): string {
  return how === null ? '' : (model.apps[apps[0] ?? -1]?.name ?? '');
}

/** `2`, `?` where no number says it, `2 docker` where only a launcher asks. */
function gpusText(setup: OverviewPage['model']['setups'][number] | undefined): string {
  if (!setup) return '';
  if (setup.gpus === null) return '?';
  if (setup.gpus > 0) return String(setup.gpus);
  return setup.launcherGpus.map(({ launcher, gpus }) => `${gpus} ${launcher}`).join(', ');
}
