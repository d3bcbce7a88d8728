import { h } from '../../dom';
import { svgNode } from './svg-dom';

/** What the signs of a drawing mean, and which keys there are. */
export function legend(): HTMLElement {
  return h(
    'p',
    { class: 'legend quiet' },
    item('M2 8h24M20 4.5l6 3.5-6 3.5', '', 'a task on its way'),
    item('M2 8h24M20 4.5l6 3.5-6 3.5', 'is-dashed', 'asks for by id'),
    item('M4 8h16M15 3.5 20 8l-5 4.5', 'is-filter', 'filters data to the client'),
    item('M20 8H4M9 3.5 4 8l5 4.5', 'is-filter', 'filters results on their way back'),
    h('span', { class: 'keys' }, 'Arrow keys move, Enter goes to the source'),
  );
}

function item(d: string, kind: string, text: string): HTMLElement {
  const path = svgNode({ tag: 'path', attributes: { d, class: kind }, children: [] });
  const drawing = svgNode({ tag: 'svg', attributes: { viewBox: '0 0 28 16', 'aria-hidden': 'true' }, children: [] });
  drawing.append(path);
  return h('span', { class: 'legend-item' }, drawing, text);
}
