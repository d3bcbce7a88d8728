import type { Direction } from './next-stop';

/** What part of a drawing is seen: a point of the drawing is at `x + scale × its x` in the view. */
export interface Viewport {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const LEAST_SCALE = 0.08;
const MOST_SCALE = 3;
/** A small graph is not blown up to fill a large window. */
const MOST_TO_FIT = 1.15;
/** Room that is left around what is brought into view. */
const MARGIN = 24;

/** Where letters get smaller than this, a drawing is better read piece by piece. */
const LEAST_TO_READ = 0.66;

/** What is seen at first: all of the drawing where it can be read then, else its beginning. */
export function opening(drawing: Size, view: Size): Viewport {
  const whole = fitted(drawing, view);
  if (whole.scale >= LEAST_TO_READ) return whole;
  const rest = (length: number, room: number) => Math.max(0, (room - length * LEAST_TO_READ) / 2);
  return { scale: LEAST_TO_READ, x: rest(drawing.width, view.width), y: rest(drawing.height, view.height) };
}

/** All of the drawing, in the middle of the view. */
export function fitted(drawing: Size, view: Size): Viewport {
  const scale = bounded(Math.min(view.width / drawing.width, view.height / drawing.height, MOST_TO_FIT));
  return { scale, x: (view.width - drawing.width * scale) / 2, y: (view.height - drawing.height * scale) / 2 };
}

/** Nearer by a factor, or farther; the point of the view stays where it is. */
export function zoomed(from: Viewport, factor: number, at: { readonly x: number; readonly y: number }): Viewport {
  const scale = bounded(from.scale * factor);
  const ratio = scale / from.scale;
  return { scale, x: at.x - (at.x - from.x) * ratio, y: at.y - (at.y - from.y) * ratio };
}

/** How far a key moves, in the view. */
const STRIDE = 60;

/** Moved by a key: the view goes in the direction, so the drawing goes the other way. */
export function panned({ scale, x, y }: Viewport, direction: Direction): Viewport {
  const right = direction === 'left' ? STRIDE : direction === 'right' ? -STRIDE : 0;
  const down = direction === 'up' ? STRIDE : direction === 'down' ? -STRIDE : 0;
  return { scale, x: x + right, y: y + down };
}

/** Moved by as much as is needed to see all of a rectangle of the drawing; where that is too large, its beginning. */
export function showing(from: Viewport, area: Size & { readonly x: number; readonly y: number }, view: Size): Viewport {
  const along = (offset: number, start: number, length: number, room: number): number => {
    const first = offset + start * from.scale;
    const last = first + length * from.scale;
    if (first < MARGIN || last - first > room - 2 * MARGIN) return offset + MARGIN - first;
    return last > room - MARGIN ? offset + room - MARGIN - last : offset;
  };
  return { ...from, x: along(from.x, area.x, area.width, view.width), y: along(from.y, area.y, area.height, view.height) };
}

/** Whether some of the drawing is out of sight, so that there is something to move. */
export function overflows({ scale }: Viewport, drawing: Size, view: Size): boolean {
  return drawing.width * scale > view.width + 1 || drawing.height * scale > view.height + 1;
}

function bounded(scale: number): number {
  return Math.max(LEAST_SCALE, Math.min(MOST_SCALE, Number.isFinite(scale) ? scale : 1));
}
