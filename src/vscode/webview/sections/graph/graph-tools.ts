import { h } from '../../dom';

/** What a graph can be shown as. */
export type GraphView = 'drawing' | 'outline';

/** What the buttons above a graph do. */
export interface GraphDeeds {
  show(view: GraphView): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Shows all of it. */
  fit(): void;
  export(): void;
}

/** The buttons above a graph. */
export interface GraphTools {
  readonly element: HTMLElement;
  /** Marks the view that is shown; an outline is not zoomed. */
  update(view: GraphView): void;
}

/** Makes the buttons above a graph. */
export function graphTools(deeds: GraphDeeds): GraphTools {
  const drawing = button('Drawing', 'Show as a drawing', () => deeds.show('drawing'));
  const outline = button('Outline', 'Show as an outline', () => deeds.show('outline'));
  const zooms = h(
    'span',
    { class: 'tool-group', role: 'group', 'aria-label': 'Zoom' },
    button('−', 'Zoom out (−)', () => deeds.zoomOut()),
    button('+', 'Zoom in (+)', () => deeds.zoomIn()),
    button('Fit', 'Show all (0)', () => deeds.fit()),
  );
  return {
    element: h(
      'div',
      { class: 'tools', role: 'toolbar', 'aria-label': 'Graph' },
      h('span', { class: 'tool-group', role: 'group', 'aria-label': 'View' }, drawing, outline),
      zooms,
      button('Export…', 'Export the graph as SVG, PNG or mermaid text', () => deeds.export()),
    ),
    update(view) {
      zooms.hidden = view === 'outline';
      drawing.setAttribute('aria-pressed', String(view === 'drawing'));
      outline.setAttribute('aria-pressed', String(view === 'outline'));
    },
  };
}

function button(label: string, title: string, onclick: () => void): HTMLElement {
  return h('button', { type: 'button', class: 'tool', title, 'aria-label': title, 'data-key': `tool ${title}`, onclick }, label);
}
