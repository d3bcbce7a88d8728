import type { PreviewSite } from '../../../../core/assist/index';
import { h } from '../../dom';
import { moveInGrid } from '../../grid-moves';
import { visibleRows } from '../../visible-rows';
import { type Cells, hasAppColumns, headRow, siteRow, spacer } from './matrix-rows';
import type { OverviewPage } from './overview-page';
import './matrix.css';

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
  #page: OverviewPage | undefined;
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
  update(page: OverviewPage): void {
    const hadFocus = this.#scroller.contains(document.activeElement);
    this.#page = page;
    this.#setWidths(page);
    this.#row = Math.min(this.#row, page.shown.length);
    this.#column = Math.min(this.#column, this.#columns(page) - 1);
    this.#table.setAttribute('aria-rowcount', String(page.shown.length + 1));
    this.#table.setAttribute('aria-colcount', String(this.#columns(page)));
    this.#head.replaceChildren(headRow(page, this.#cells()));
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

  #cells(): Cells {
    return {
      hasLaunchers: this.#hasLaunchers,
      active: { row: this.#row, column: this.#column },
      open: (event, row, column) => this.#open(event, row, column),
    };
  }

  #columns(page: OverviewPage): number {
    return (this.#hasLaunchers ? 3 : 2) + (hasAppColumns(page) ? page.model.apps.length : 1);
  }

  /** The columns of apps are as wide as their names need, within bounds; the table scrolls where there is no room for all. */
  #setWidths(page: OverviewPage): void {
    const names = hasAppColumns(page)
      ? page.model.apps.map(({ name }) => Math.min(11, Math.max(4, name.length * 0.64 + 1.6)))
      : [9];
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

  #drawRows(): void {
    const page = this.#page;
    if (!page) return;
    const { scrollTop, clientHeight } = this.#scroller;
    const { first, end } = visibleRows(page.shown.length, this.#rowHeight, scrollTop, clientHeight || 600, SPARE_ROWS);
    const key = `${first} ${end} ${this.#row} ${this.#column} ${page.site}`;
    if (key === this.#drawn) return;
    this.#drawn = key;
    const hadFocus = this.#body.contains(document.activeElement);
    const cells = this.#cells();
    const rows: HTMLElement[] = [];
    for (let i = first; i < end; i++) {
      const site = page.model.sites[page.shown[i] ?? -1];
      if (site) rows.push(siteRow(page, site, i + 1, cells));
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

  /** Goes to the place that a cell stands for, and makes its row the chosen one. */
  #open(event: Event, row: number, column: number): void {
    const page = this.#page;
    if (!page) return;
    this.#row = row;
    this.#column = column;
    const app = hasAppColumns(page) ? page.model.apps[column - 1] : undefined;
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
    const to = moveInGrid({ row: this.#row, column: this.#column }, event, {
      lastRow: page.shown.length,
      lastColumn: this.#columns(page) - 1,
      rowsInSight: Math.floor(this.#scroller.clientHeight / this.#rowHeight),
    });
    if (!to) return;
    event.preventDefault();
    this.#row = to.row;
    this.#column = to.column;
    this.#bringIntoView();
    const site = this.#siteAt(this.#row);
    // Choosing draws the rows too.
    if (site && site.name !== page.site) page.select(site.name);
    else this.update(page);
    this.#focusCell();
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
