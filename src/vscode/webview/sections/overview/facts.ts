import { h } from '../../dom';
import type { OverviewPage } from './overview-page';
import './facts.css';

/** The strip of numbers. Each leads to the key that says it. */
export function facts({ model, reveal }: OverviewPage): HTMLElement {
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
