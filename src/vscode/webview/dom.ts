/** What may stand in an element: other elements, texts, and nothing. */
export type Child = Node | string | undefined | false;

/** Attributes by name; `false` and `undefined` leave one out. Listeners are `on` and the event's name: `onclick`. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: never) => void)>>;

/** Makes an element. Texts become text nodes, so nothing of the user's is ever read as HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as (event: Event) => void);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

/** A button that looks like a link. `key` finds it again after the page was drawn anew. */
export function link(
  key: string,
  label: string,
  onclick: (event: MouseEvent) => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  return h('button', { type: 'button', class: 'link', 'data-key': key, onclick, ...attributes }, label);
}

/** Runs a function that replaces elements, and gives the focus back to the one that stands for the same thing. */
export function keepFocus(draw: () => void): void {
  const key = focusedKey();
  draw();
  if (key === undefined || focusedKey() !== undefined) return;
  for (const element of document.querySelectorAll<HTMLElement>('[data-key]')) {
    if (element.dataset['key'] === key) {
      element.focus({ preventScroll: true });
      return;
    }
  }
}

function focusedKey(): string | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
}
