import type { Viewport } from './viewport';
import { zoomed } from './viewport';

/** What a mouse moves: a drawing in its view. */
export interface Movable {
  readonly seen: Viewport;
  /** Whether there is something to see: a drawing, and more of it than fits. */
  readonly overflows: boolean;
  move(to: Viewport): void;
}

/** The wheel moves a drawing and zooms it, and it can be dragged by what is not a stop. */
export function moveByMouse(view: HTMLElement, svg: SVGElement, drawing: Movable): void {
  view.addEventListener('wheel', (event) => onWheel(view, drawing, event), { passive: false });
  svg.addEventListener('pointerdown', (event) => drag(view, svg, drawing, event));
}

function onWheel(view: HTMLElement, drawing: Movable, event: WheelEvent): void {
  const isZoom = event.ctrlKey || event.metaKey;
  // What fits moves nothing, and the page scrolls.
  if (!isZoom && !drawing.overflows) return;
  event.preventDefault();
  const { scale, x, y } = drawing.seen;
  if (isZoom) {
    const box = view.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    drawing.move(zoomed(drawing.seen, Math.exp(-event.deltaY * 0.0025), at));
  } else {
    const [right, down] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    drawing.move({ scale, x: x - right, y: y - down });
  }
}

function drag(view: HTMLElement, svg: SVGElement, drawing: Movable, start: PointerEvent): void {
  if (start.button !== 0 || (start.target as Element).closest('.stop')) return;
  const { scale, x, y } = drawing.seen;
  const move = (event: PointerEvent) =>
    drawing.move({ scale, x: x + event.clientX - start.clientX, y: y + event.clientY - start.clientY });
  const over = new AbortController();
  const end = () => {
    view.classList.remove('is-dragged');
    over.abort();
  };
  view.classList.add('is-dragged');
  svg.setPointerCapture(start.pointerId);
  svg.addEventListener('pointermove', move, { signal: over.signal });
  svg.addEventListener('pointerup', end, { signal: over.signal });
  svg.addEventListener('pointercancel', end, { signal: over.signal });
}
