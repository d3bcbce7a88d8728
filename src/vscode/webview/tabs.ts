import { h } from './dom';

/** One tab: its words and the panel that it shows. */
export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly panel: HTMLElement;
}

/** A row of tabs after the ARIA pattern: Tab leads to the chosen one, the arrow keys choose another. */
export class Tabs {
  readonly element: HTMLElement;
  readonly #buttons: ReadonlyMap<string, HTMLButtonElement>;
  readonly #tabs: readonly Tab[];

  constructor(label: string, tabs: readonly Tab[], onChoose: (id: string) => void) {
    this.#tabs = tabs;
    this.#buttons = new Map(
      tabs.map(({ id, title, panel }) => {
        panel.id = `panel-${id}`;
        panel.setAttribute('role', 'tabpanel');
        panel.setAttribute('aria-labelledby', `tab-${id}`);
        const attributes = {
          type: 'button',
          role: 'tab',
          id: `tab-${id}`,
          'aria-controls': panel.id,
          onclick: () => onChoose(id),
        };
        return [id, h('button', attributes, title)];
      }),
    );
    this.element = h('div', { class: 'tabs', role: 'tablist', 'aria-label': label }, ...this.#buttons.values());
    this.element.addEventListener('keydown', (event) => {
      const to = this.#target(event.key);
      if (!to) return;
      event.preventDefault();
      onChoose(to.id);
      this.#buttons.get(to.id)?.focus();
    });
  }

  /** Marks the tab that is chosen, and shows its panel alone. */
  mark(chosen: string): void {
    for (const { id, panel } of this.#tabs) {
      const isChosen = id === chosen;
      panel.hidden = !isChosen;
      const button = this.#buttons.get(id);
      button?.setAttribute('aria-selected', String(isChosen));
      if (button) button.tabIndex = isChosen ? 0 : -1;
    }
  }

  #target(key: string): Tab | undefined {
    const last = this.#tabs.length - 1;
    const at = this.#tabs.findIndex(({ panel }) => !panel.hidden);
    switch (key) {
      case 'ArrowRight':
        return this.#tabs[at === last ? 0 : at + 1];
      case 'ArrowLeft':
        return this.#tabs[at <= 0 ? last : at - 1];
      case 'Home':
        return this.#tabs[0];
      case 'End':
        return this.#tabs[last];
      default:
        return undefined;
    }
  }
}
