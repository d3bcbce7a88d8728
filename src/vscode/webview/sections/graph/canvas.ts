import { drawGraph, type GraphLayout, type JobGraph, spokenFilter, spokenNode } from '../../../../core/graph/index';
import { h } from '../../dom';
import { moveByMouse } from './mouse-moves';
import { type Direction, nextStop, type Stop } from './next-stop';
import { elementsOf, keyOf, type StopKey, stopOf } from './stop-keys';
import { stopsOf } from './stops';
import { svgNode } from './svg-dom';
import { fitted, opening, overflows, panned, type Size, showing, type Viewport, zoomed } from './viewport';

/** What a canvas tells. */
export interface CanvasHost {
  /** Goes to the source of a node, or of one of its filters. */
  open(stop: StopKey, event: Event): void;
  moved(viewport: Viewport | null): void;
}

const STEP = 1.2;

/**
 * The drawing of a graph that can be moved and zoomed by mouse and keys. One node at a time can be reached by Tab; the arrow keys lead
 * to the next one in their direction, Enter to its source.
 */
export class GraphCanvas {
  readonly element: HTMLElement;
  readonly #host: CanvasHost;
  readonly #svg: SVGElement;
  readonly #scene: SVGElement;
  #layout: GraphLayout | undefined;
  #stops: readonly Stop[] = [];
  /** What is drawn, by the keys of nodes and filters. */
  #elements: ReadonlyMap<string, SVGElement> = new Map();
  #active = '';
  #current = '';
  /** Null until something was moved: what is seen at first follows the graph and the size of the view. */
  #viewport: Viewport | null;

  constructor(host: CanvasHost, viewport: Viewport | null) {
    this.#host = host;
    this.#viewport = viewport;
    this.#scene = svgNode({ tag: 'g', attributes: { class: 'scene' }, children: [] });
    this.#svg = svgNode({ tag: 'svg', attributes: { class: 'graph', role: 'group' }, children: [] });
    this.#svg.append(this.#scene);
    this.element = h('div', { class: 'graph-canvas' }, this.#svg);
    this.#svg.addEventListener('keydown', (event) => this.#onKey(event));
    const canvas = this;
    moveByMouse(this.element, this.#svg, {
      get seen() {
        return canvas.#seen;
      },
      get overflows() {
        return canvas.#overflows;
      },
      move: (to) => this.#move(to),
    });
  }

  /** Draws a graph. What has the focus keeps it, and what is in sight stays. */
  update(graph: JobGraph, layout: GraphLayout, label: string): void {
    const hadFocus = this.#svg.contains(document.activeElement);
    this.#layout = layout;
    this.#stops = stopsOf(layout);
    if (!this.#stops.some(({ key }) => key === this.#active)) this.#active = this.#stops[0]?.key ?? '';
    this.#svg.setAttribute('aria-label', label);
    const drawn = drawGraph(layout).map(svgNode);
    this.#elements = elementsOf(drawn);
    this.#scene.replaceChildren(...drawn);
    for (const node of graph.nodes) {
      const element = this.#element(keyOf({ node: node.id, filter: null }));
      if (!element) continue;
      if (node.kind === 'filters') {
        element.setAttribute('role', 'group');
        element.setAttribute('aria-label', node.title);
        for (const [index, filter] of node.filters.entries())
          this.#makeStop({ node: node.id, filter: index }, spokenFilter(filter));
      } else this.#makeStop({ node: node.id, filter: null }, spokenNode(node));
    }
    this.#markCurrent();
    this.#apply();
    if (hadFocus) this.#focus(this.#active, false);
  }

  /** Shows all, or what was in sight before; the view may have another size now. */
  resize(): void {
    this.#apply();
  }

  /** Shows all of it. */
  fit(): void {
    this.#move(fitted(this.#layout ?? { width: 1, height: 1 }, this.#view));
  }

  zoom(factor: number): void {
    const { width, height } = this.#view;
    this.#move(zoomed(this.#seen, factor, { x: width / 2, y: height / 2 }));
  }

  zoomIn(): void {
    this.zoom(STEP);
  }

  zoomOut(): void {
    this.zoom(1 / STEP);
  }

  /** Marks what the caret of an editor is on; brings it into sight where it is not. */
  mark(stop: StopKey | undefined): void {
    this.#current = stop ? keyOf(stop) : '';
    this.#markCurrent();
    if (stop && !this.#svg.contains(document.activeElement)) this.#active = this.#current;
    this.#setTabStops();
    const place = this.#stops.find(({ key }) => key === this.#current);
    if (!place) return;
    const seen = this.#seen;
    const next = showing(seen, place, this.#view);
    if (next.x !== seen.x || next.y !== seen.y) this.#move(next);
  }

  get #view(): Size {
    const { clientWidth, clientHeight } = this.element;
    return { width: clientWidth || 800, height: clientHeight || 480 };
  }

  get #seen(): Viewport {
    return this.#viewport ?? opening(this.#layout ?? { width: 1, height: 1 }, this.#view);
  }

  get #overflows(): boolean {
    return this.#layout !== undefined && overflows(this.#seen, this.#layout, this.#view);
  }

  #move(to: Viewport | null): void {
    this.#viewport = to;
    this.#apply();
    this.#host.moved(to);
  }

  #apply(): void {
    const { scale, x, y } = this.#seen;
    this.#scene.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`);
    this.element.classList.toggle('can-move', this.#overflows);
  }

  #makeStop(stop: StopKey, label: string): void {
    const key = keyOf(stop);
    const element = this.#element(key);
    if (!element) return;
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', label);
    element.setAttribute('tabindex', key === this.#active ? '0' : '-1');
    element.classList.add('stop');
    element.addEventListener('click', (event) => {
      event.stopPropagation();
      this.#focus(key, false);
      this.#host.open(stop, event);
    });
    element.addEventListener('focus', () => {
      this.#active = key;
      this.#setTabStops();
      this.#near(stop.node);
    });
    element.addEventListener('blur', () => this.#near(undefined));
    element.addEventListener('pointerenter', () => this.#near(stop.node));
    element.addEventListener('pointerleave', () => this.#near(undefined));
  }

  #element(key: string): SVGElement | undefined {
    return this.#elements.get(key);
  }

  #setTabStops(): void {
    for (const { key } of this.#stops) this.#element(key)?.setAttribute('tabindex', key === this.#active ? '0' : '-1');
  }

  #focus(key: string, moves: boolean): void {
    const place = this.#stops.find((stop) => stop.key === key);
    if (place && moves) {
      const next = showing(this.#seen, place, this.#view);
      if (next.x !== this.#seen.x || next.y !== this.#seen.y) this.#move(next);
    }
    this.#element(key)?.focus({ preventScroll: true });
  }

  /** Sets a node and what it is connected with apart from all others. */
  #near(node: string | undefined): void {
    const edges = [...this.#scene.querySelectorAll<SVGElement>('.edge')];
    const isOwn = ({ dataset }: SVGElement) => dataset['from'] === node || dataset['to'] === node;
    const near = new Set(edges.filter(isOwn).flatMap(({ dataset }) => [dataset['from'], dataset['to']]));
    near.add(node);
    this.#svg.classList.toggle('has-near', node !== undefined && near.size > 1);
    for (const edge of edges) edge.classList.toggle('is-near', isOwn(edge));
    for (const one of this.#scene.querySelectorAll<SVGElement>('.node')) {
      one.classList.toggle('is-near', near.has(one.dataset['node']));
    }
  }

  #markCurrent(): void {
    for (const one of this.#scene.querySelectorAll('.is-current')) {
      one.classList.remove('is-current');
      one.removeAttribute('aria-current');
    }
    const current = this.#current === '' ? undefined : this.#element(this.#current);
    current?.classList.add('is-current');
    current?.setAttribute('aria-current', 'true');
  }

  #onKey(event: KeyboardEvent): void {
    const direction = DIRECTIONS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (direction && event.shiftKey) this.#move(panned(this.#seen, direction));
    else if (direction) {
      const next = nextStop(this.#stops, this.#active, direction);
      if (next) this.#focus(next.key, true);
    } else if (event.key === 'Home' || event.key === 'End') {
      const stop = event.key === 'Home' ? this.#stops[0] : this.#stops.at(-1);
      if (stop) this.#focus(stop.key, true);
    } else if (event.key === 'Enter' || event.key === ' ') this.#host.open(stopOf(this.#active), event);
    else if (event.key === '+' || event.key === '=') this.zoomIn();
    else if (event.key === '-') this.zoomOut();
    else if (event.key === '0') this.fit();
    else return;
    event.preventDefault();
  }
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
