import type { OutlineItem } from '../../../../core/graph/index';
import { h } from '../../dom';

/** A line that is in sight: all of whose parents are unfolded. */
interface Row {
  readonly item: OutlineItem;
  readonly level: number;
  readonly parent: string | undefined;
}

/** What a list of lists tells. */
export interface OutlineHost {
  open(item: OutlineItem, event: Event): void;
}

/** The outline of a graph as a tree of the ARIA pattern: arrow keys go along, unfold and fold; Enter goes to the source. */
export class OutlineTree {
  readonly element: HTMLElement;
  readonly #host: OutlineHost;
  readonly #folded = new Set<string>();
  #items: readonly OutlineItem[] = [];
  #active = '';

  constructor(host: OutlineHost, label: string) {
    this.#host = host;
    this.element = h('ul', { class: 'outline', role: 'tree', 'aria-label': label });
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
  }

  /** Shows another outline; what is folded stays so, and so does the focus. */
  update(items: readonly OutlineItem[]): void {
    this.#items = items;
    const rows = this.#rows();
    if (!rows.some(({ item }) => item.id === this.#active)) this.#active = rows[0]?.item.id ?? '';
    this.#draw();
  }

  #rows(items = this.#items, level = 1, parent?: string): readonly Row[] {
    return items.flatMap((item) => [
      { item, level, parent },
      ...(this.#folded.has(item.id) ? [] : this.#rows(item.children, level + 1, item.id)),
    ]);
  }

  #draw(): void {
    const hadFocus = this.element.contains(document.activeElement);
    this.element.replaceChildren(...this.#items.map((item) => this.#line(item, 1)));
    if (hadFocus) this.#focus(this.#active);
  }

  #line(item: OutlineItem, level: number): HTMLElement {
    const { id, text, children, node } = item;
    const isOpen = !this.#folded.has(id);
    const isParent = children.length > 0;
    const toggle = (event: Event) => {
      event.stopPropagation();
      this.#toggle(id);
    };
    const attributes = {
      role: 'treeitem',
      'aria-level': level,
      'aria-expanded': isParent && String(isOpen),
      'aria-label': text,
      'data-key': `outline ${id}`,
      'data-id': id,
      tabindex: id === this.#active ? 0 : -1,
      onclick: (event: Event) => {
        event.stopPropagation();
        this.#focus(id);
        if (node === null) this.#toggle(id);
        else this.#host.open(item, event);
      },
    };
    return h(
      'li',
      attributes,
      h(
        'span',
        { class: node === null ? 'outline-line is-heading' : 'outline-line' },
        h('span', {
          class: isParent ? `twistie${isOpen ? ' is-open' : ''}` : 'twistie is-none',
          'aria-hidden': 'true',
          onclick: toggle,
        }),
        text,
      ),
      isParent && isOpen && h('ul', { role: 'group' }, ...children.map((child) => this.#line(child, level + 1))),
    );
  }

  #toggle(id: string): void {
    if (!this.#folded.delete(id)) this.#folded.add(id);
    this.#draw();
  }

  #focus(id: string): void {
    this.#active = id;
    for (const line of this.element.querySelectorAll<HTMLElement>('[role="treeitem"]')) {
      const isActive = line.dataset['id'] === id;
      line.tabIndex = isActive ? 0 : -1;
      if (isActive) line.focus();
    }
  }

  #onKey(event: KeyboardEvent): void {
    const rows = this.#rows();
    const at = rows.findIndex(({ item }) => item.id === this.#active);
    const row = rows[at];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const { item } = row;
    const isOpen = item.children.length > 0 && !this.#folded.has(item.id);
    const go = (to: string | undefined) => to !== undefined && this.#focus(to);
    if (event.key === 'ArrowDown') go(rows[at + 1]?.item.id);
    else if (event.key === 'ArrowUp') go(rows[at - 1]?.item.id);
    else if (event.key === 'Home') go(rows[0]?.item.id);
    else if (event.key === 'End') go(rows.at(-1)?.item.id);
    else if (event.key === 'ArrowRight') {
      if (isOpen) go(item.children[0]?.id);
      else if (item.children.length > 0) this.#toggle(item.id);
    } else if (event.key === 'ArrowLeft') {
      if (isOpen) this.#toggle(item.id);
      else go(row.parent);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (item.node === null) this.#toggle(item.id);
      else this.#host.open(item, event);
    } else return;
    event.preventDefault();
  }
}
