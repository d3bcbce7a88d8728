import type { PreviewSite } from '../../core/assist/index';
import { h } from './dom';
import { dot, icon } from './icons';
import type { Page } from './page';
import { visibleRows } from './visible-rows';

/** With more apps than this, dots in columns cannot be told apart; then one column names the app. */
const MOST_COLUMNS = 24;
/** Rows drawn beyond what is seen, so that scrolling shows no gap. */
const SPARE_ROWS = 10;
/** The least width of the column of sites, in units of the font. */
const SITE_WIDTH = 10;
const GPUS_WIDTH = 4.6;
/** The launchers are left out where there is no room; the options below have them. */
const LAUNCHERS_WIDTH = 7.6;

/**
 * The matrix of sites and apps. It is a grid of the ARIA pattern: one cell at a time can be reached by Tab, the arrow keys move
 * on. Only the rows in sight are in the document, so 10,000 sites scroll as ten do.
 */
export class Matrix {
  readonly element: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #table: HTMLTableElement;
  readonly #columnsElement = h('colgroup');
  readonly #head: HTMLTableSectionElement;
  readonly #body: HTMLTableSectionElement;
  #page: Page | undefined;
  #row = 0;
  #column = 0;
  #rowHeight = 24;
  #hasLaunchers = true;
  #drawn = '';

  constructor() {
    this.#head = h('thead');
    this.#body = h('tbody');
    const attributes = { class: 'matrix', role: 'grid', 'aria-label': 'Which app each site gets' };
    this.#table = h('table', attributes, this.#columnsElement, this.#head, this.#body);
    this.#scroller = h('div', { class: 'scroller', tabindex: -1, onscroll: () => this.#drawRows() }, this.#table);
    this.#scroller.addEventListener('keydown', (event) => this.#onKey(event));
    this.element = this.#scroller;
  }

  /** Shows another state of the page. The focus stays on its cell. */
  update(page: Page): void {
    const hadFocus = this.#scroller.contains(document.activeElement);
    this.#page = page;
    this.#setWidths(page);
    this.#row = Math.min(this.#row, page.shown.length);
    this.#column = Math.min(this.#column, this.#columns() - 1);
    this.#table.setAttribute('aria-rowcount', String(page.shown.length + 1));
    this.#table.setAttribute('aria-colcount', String(this.#columns()));
    this.#table.classList.toggle('by-name', !this.#hasColumns());
    this.#head.replaceChildren(this.#headRow(page));
    this.#drawn = '';
    this.#drawRows();
    if (hadFocus) this.#focusCell();
  }

  /** Brings a site into view and makes its row the one that Tab leads to. */
  show(site: string): void {
    const { model, shown } = this.#page ?? { model: undefined, shown: [] };
    const index = shown.findIndex((at) => model?.sites[at]?.name === site);
    if (index < 0) return;
    this.#row = index + 1;
    this.#column = 0;
    this.#bringIntoView();
    this.#drawn = '';
    this.#drawRows();
  }

  #hasColumns(): boolean {
    return (this.#page?.model.apps.length ?? 0) <= MOST_COLUMNS;
  }

  #columns(): number {
    return (this.#hasLaunchers ? 3 : 2) + (this.#hasColumns() ? (this.#page?.model.apps.length ?? 0) : 1);
  }

  /** The columns of apps are as wide as their names need, within bounds; the table scrolls where there is no room for all. */
  #setWidths({ model }: Page): void {
    const names = this.#hasColumns() ? model.apps.map(({ name }) => Math.min(11, Math.max(4, name.length * 0.64 + 1.6))) : [9];
    const em = Number.parseFloat(getComputedStyle(this.#table).fontSize) || 13;
    const sum = (list: readonly number[]) => list.reduce((total, width) => total + width, 0);
    const needed = [SITE_WIDTH, ...names, GPUS_WIDTH];
    const room = this.#scroller.clientWidth / em;
    this.#hasLaunchers = room === 0 || sum(needed) + LAUNCHERS_WIDTH <= room;
    const widths = this.#hasLaunchers ? [...needed, LAUNCHERS_WIDTH] : needed;
    this.#columnsElement.replaceChildren(
      ...widths.map((width) => {
        const column = h('col');
        column.style.width = `${width}em`;
        return column;
      }),
    );
    this.#table.style.minWidth = `${sum(widths)}em`;
  }

  #headRow({ model }: Page): HTMLTableRowElement {
    const cell = (title: string, column: number, extra: { readonly class?: string; readonly app?: string } = {}) =>
      h(
        'th',
        {
          scope: 'col',
          role: 'columnheader',
          class: extra.class,
          title,
          ...this.#cellAttributes(0, column),
          onclick: extra.app !== undefined && ((event: Event) => this.#open(event, 0, column)),
        },
        title,
      );
    const apps = this.#hasColumns()
      ? model.apps.map(({ name, notes, errors }, index) => {
          const head = cell(name, index + 1, { class: errors > 0 ? 'app has-error' : 'app', app: name });
          head.title = [name, ...notes].join('\n');
          head.setAttribute('aria-label', [`app ${name}`, ...notes].join(', '));
          return head;
        })
      : [cell('App', 1)];
    const last = apps.length + 1;
    return h(
      'tr',
      { 'aria-rowindex': 1 },
      cell('Site', 0, { class: 'site' }),
      ...apps,
      cell('GPUs', last, { class: 'number' }),
      ...(this.#hasLaunchers ? [cell('Launchers', last + 1, { class: 'launchers' })] : []),
    );
  }

  #drawRows(): void {
    const page = this.#page;
    if (!page) return;
    const { scrollTop, clientHeight } = this.#scroller;
    const { first, end } = visibleRows(page.shown.length, this.#rowHeight, scrollTop, clientHeight || 600, SPARE_ROWS);
    const key = `${first} ${end} ${this.#row} ${this.#column} ${page.site}`;
    if (key === this.#drawn) return;
    this.#drawn = key;
    const hadFocus = this.#body.contains(document.activeElement);
    const rows: HTMLElement[] = [];
    for (let i = first; i < end; i++) {
      const site = page.model.sites[page.shown[i] ?? -1];
      if (site) rows.push(this.#siteRow(page, site, i + 1));
    }
    this.#body.replaceChildren(
      ...spacer(first * this.#rowHeight),
      ...rows,
      ...spacer((page.shown.length - end) * this.#rowHeight),
    );
    const height = rows[0]?.getBoundingClientRect().height ?? 0;
    if (height > 0 && Math.abs(height - this.#rowHeight) > 0.5) {
      this.#rowHeight = height;
      this.#drawn = '';
      this.#drawRows();
      return;
    }
    // A focused row that was scrolled away leaves the focus to the grid, so that the next key goes on from it.
    if (hadFocus) this.#focusCell();
  }

  #siteRow(page: Page, site: PreviewSite, row: number): HTMLTableRowElement {
    const { model } = page;
    const setup = model.setups[site.setup];
    // Nobody asks a site that takes no part.
    const gpus = site.how === null ? '' : gpusText(setup);
    const cell = (column: number, label: string, className: string, ...children: readonly (Node | string)[]) =>
      h(
        'td',
        {
          role: 'gridcell',
          class: className,
          'aria-label': label,
          ...this.#cellAttributes(row, column),
          onclick: (event: Event) => this.#open(event, row, column),
        },
        ...children,
      );
    const apps = this.#hasColumns()
      ? model.apps.map(({ name }, index) => {
          const rank = site.apps.indexOf(index);
          if (rank < 0) return cell(index + 1, `not ${name}`, 'app');
          const gets = rank === 0 && site.how !== null;
          return cell(index + 1, gets ? `gets ${name}` : `named for ${name}, but gets another app`, 'app is-set', dot(gets));
        })
      : [cell(1, appName(page, site), 'app-name', appName(page, site))];
    const last = apps.length + 1;
    const launchers = site.how === null ? '' : (setup?.launchers.join(', ') ?? '');
    const tr = h(
      'tr',
      {
        role: 'row',
        'aria-rowindex': row + 1,
        'aria-selected': String(page.site === site.name),
        class: site.how === null && 'without-app',
      },
      this.#siteCell(site, row),
      ...apps,
      cell(last, gpus === '' ? 'no GPUs' : `${gpus} GPUs`, 'number', gpus),
      ...(this.#hasLaunchers
        ? [cell(last + 1, launchers === '' ? 'no launcher options' : `options for ${launchers}`, 'launchers', launchers)]
        : []),
    );
    return tr;
  }

  #siteCell(site: PreviewSite, row: number): HTMLElement {
    const { name, role, how, mandatory, errors, warnings } = site;
    const problems = errors > 0 ? 'has an error' : warnings > 0 ? 'has a warning' : '';
    const note = role === 'all' ? 'every client' : mandatory ? 'mandatory' : '';
    const label = [
      name,
      role === 'all' ? 'every connected client' : role,
      mandatory ? 'mandatory' : '',
      how === null ? 'no app' : '',
      problems,
    ];
    return h(
      'th',
      {
        scope: 'row',
        role: 'rowheader',
        class: 'site',
        title: label.filter(Boolean).join(', '),
        'aria-label': label.filter(Boolean).join(', '),
        ...this.#cellAttributes(row, 0),
        onclick: (event: Event) => this.#open(event, row, 0),
      },
      h(
        'span',
        { class: 'site-line' },
        icon(role),
        h('span', { class: 'site-name' }, name),
        mandatory && icon('star'),
        errors > 0 ? icon('error') : warnings > 0 && icon('warning'),
        note !== '' && h('span', { class: 'site-note quiet' }, note),
      ),
    );
  }

  #cellAttributes(row: number, column: number): Readonly<Record<string, number>> {
    const isActive = this.#row === row && this.#column === column;
    return { 'aria-colindex': column + 1, tabindex: isActive ? 0 : -1, 'data-row': row, 'data-column': column };
  }

  /** Goes to the place that a cell stands for, and makes its row the chosen one. */
  #open(event: Event, row: number, column: number): void {
    const page = this.#page;
    if (!page) return;
    this.#row = row;
    this.#column = column;
    const app = this.#hasColumns() ? page.model.apps[column - 1] : undefined;
    const site = this.#siteAt(row);
    if (!site) {
      this.#drawn = '';
      this.update(page);
      if (app) page.reveal({ kind: 'app', app: app.name }, event);
      return;
    }
    page.select(site.name);
    this.#focusCell();
    const isNamed = app && site.apps.includes(column - 1);
    page.reveal(isNamed ? { kind: 'site', site: site.name, app: app.name } : { kind: 'site', site: site.name }, event);
  }

  #siteAt(row: number): PreviewSite | undefined {
    return this.#page?.model.sites[this.#page.shown[row - 1] ?? -1];
  }

  #onKey(event: KeyboardEvent): void {
    const page = this.#page;
    if (!page) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#open(event, this.#row, this.#column);
      return;
    }
    if (event.key === 'Escape' && page.site !== null) {
      page.select(null);
      return;
    }
    const to = this.#moved(event, page.shown.length);
    if (!to) return;
    event.preventDefault();
    this.#row = Math.max(0, Math.min(to.row, page.shown.length));
    this.#column = Math.max(0, Math.min(to.column, this.#columns() - 1));
    this.#bringIntoView();
    const site = this.#siteAt(this.#row);
    // Choosing draws the rows too.
    if (site && site.name !== page.site) page.select(site.name);
    else this.update(page);
    this.#focusCell();
  }

  #moved({ key, ctrlKey, metaKey }: KeyboardEvent, rows: number): { readonly row: number; readonly column: number } | undefined {
    const [row, column] = [this.#row, this.#column];
    const screen = Math.max(1, Math.floor(this.#scroller.clientHeight / this.#rowHeight) - 2);
    const far = ctrlKey || metaKey;
    switch (key) {
      case 'ArrowUp':
        return { row: row - 1, column };
      case 'ArrowDown':
        return { row: row + 1, column };
      case 'ArrowLeft':
        return { row, column: column - 1 };
      case 'ArrowRight':
        return { row, column: column + 1 };
      case 'PageUp':
        return { row: Math.max(1, row - screen), column };
      case 'PageDown':
        return { row: row + screen, column };
      case 'Home':
        return { row: far ? 1 : row, column: 0 };
      case 'End':
        return { row: far ? rows : row, column: this.#columns() - 1 };
      default:
        return undefined;
    }
  }

  /** Scrolls as little as needed; the head of the table covers the first row's height. */
  #bringIntoView(): void {
    if (this.#row === 0) return;
    const top = (this.#row - 1) * this.#rowHeight;
    const height = this.#scroller.clientHeight - this.#head.offsetHeight;
    const { scrollTop } = this.#scroller;
    if (top < scrollTop) this.#scroller.scrollTop = top;
    else if (top + this.#rowHeight > scrollTop + height) this.#scroller.scrollTop = top + this.#rowHeight - height;
  }

  #focusCell(): void {
    const cell = this.#table.querySelector<HTMLElement>(`[data-row="${this.#row}"][data-column="${this.#column}"]`);
    (cell ?? this.#scroller).focus({ preventScroll: true });
    if (cell && this.#column > 0) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

function spacer(height: number): readonly HTMLElement[] {
  if (height <= 0) return [];
  const row = h('tr', { class: 'spacer', 'aria-hidden': 'true', role: 'presentation' }, h('td'));
  row.style.height = `${height}px`;
  return [row];
}

function appName({ model }: Page, { apps, how }: PreviewSite): string {
  return how === null ? '' : (model.apps[apps[0] ?? -1]?.name ?? '');
}

/** `2`, `?` where no number says it, `2 docker` where only a launcher asks. */
function gpusText(setup: Page['model']['setups'][number] | undefined): string {
  if (!setup) return '';
  if (setup.gpus === null) return '?';
  if (setup.gpus > 0) return String(setup.gpus);
  return setup.launcherGpus.map(({ launcher, gpus }) => `${gpus} ${launcher}`).join(', ');
}
