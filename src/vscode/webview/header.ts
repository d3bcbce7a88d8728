import type { PreviewHead } from '../../core/assist/index';
import { h, link } from './dom';
import { icon } from './icons';

/** What is shown, and what the problems come to. */
export function header(head: PreviewHead, openMeta: (event: Event) => void): HTMLElement {
  const { title, folder, meta, what, verdict } = head;
  const place = title === folder ? '' : `folder ${folder} · `;
  return h(
    'header',
    {},
    h('h1', {}, title),
    h('p', { class: 'quiet' }, `${what} · ${place}`, meta === null ? 'no meta file' : link('meta', meta, openMeta)),
    h('p', { class: `verdict level-${verdict.level}`, role: 'status' }, icon(verdict.level), h('span', {}, verdict.text)),
  );
}
