import { h, link } from './dom';
import { icon } from './icons';
import type { Page } from './page';

/** What is shown, and what the problems come to. */
export function header({ model, reveal }: Page): HTMLElement {
  const { title, folder, meta, what, verdict } = model;
  const place = title === folder ? '' : `folder ${folder} · `;
  return h(
    'header',
    {},
    h('h1', {}, title),
    h(
      'p',
      { class: 'quiet' },
      `${what} · ${place}`,
      meta === null ? 'no meta file' : link('meta', meta, (event) => reveal({ kind: 'meta' }, event)),
    ),
    h('p', { class: `verdict level-${verdict.level}`, role: 'status' }, icon(verdict.level), h('span', {}, verdict.text)),
  );
}

/** The strip of numbers. Each leads to the key that says it. */
export function facts({ model, reveal }: Page): HTMLElement {
  const tiles = model.facts.map(({ label, value, note, isWrong, target }) => {
    const inside = [
      h('span', { class: 'fact-label' }, label),
      h('span', { class: 'fact-value' }, value),
      h('span', { class: 'fact-note' }, note),
    ];
    const name = `${label}: ${value}, ${note}`;
    const tile = target
      ? h(
          'button',
          {
            type: 'button',
            class: 'fact',
            'data-key': `fact ${label}`,
            'aria-label': name,
            title: note,
            onclick: (event: Event) => reveal(target, event),
          },
          ...inside,
        )
      : h('div', { class: 'fact' }, ...inside);
    return h('li', { class: isWrong && 'is-wrong' }, tile);
  });
  return h('section', { 'aria-label': 'Summary' }, h('ul', { class: 'facts' }, ...tiles));
}
