import type { GraphEdge } from '../model';
import { fitted, type Measure } from './measure';
import type { Rectangle } from './placed';
import type { Route, Vertex } from './vertices';

/** A place in the drawing; `y` grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An edge from where it begins to its arrow. */
export interface PlacedEdge {
  readonly edge: GraphEdge;
  /** A straight part between the first two, a curve between the next two, and so on; an edge begins and ends with a curve. */
  readonly points: readonly Point[];
  /** Its words near the arrow; empty where the same words stand there for another edge. */
  readonly text: string;
  readonly label: (Point & { readonly anchor: 'start' | 'end' }) | undefined;
}

/** Room for an arrow. */
const ARROW = 7;
const WIDEST_LABEL = 122;

/** The ways of the edges between the places of their vertices. */
export function edgesOf(routes: readonly Route[], at: (one: Vertex) => Rectangle, measure: Measure): readonly PlacedEdge[] {
  const told = new Map<string, string[]>();
  return routes.map(({ edge, path, isForward }) => {
    const points = pointsOf(path.map(at), isForward);
    const words = told.get(edge.to) ?? [];
    told.set(edge.to, words);
    const isNew = edge.label !== '' && !words.includes(edge.label);
    if (isNew) words.push(edge.label);
    const end = points.at(-1);
    const before = points.at(-2);
    if (!isNew || !end || !before) return { edge, points, text: '', label: undefined };
    const side = before.x < end.x ? -1 : 1;
    const anchor = side < 0 ? ('end' as const) : ('start' as const);
    // Several words at one arrow stand above one another.
    const label = { x: end.x + side * (ARROW + 3), y: end.y - 5 - (words.length - 1) * 11, anchor };
    return { edge, points, text: fitted(edge.label, 'label', WIDEST_LABEL, measure), label };
  });
}

function pointsOf(path: readonly Rectangle[], isForward: boolean): readonly Point[] {
  const [first] = path;
  if (!first) return [];
  if (path.length === 1) return loop(first);
  const points: Point[] = [];
  path.forEach((one, index) => {
    const y = one.y + one.height / 2;
    if (index > 0) points.push({ x: one.x, y });
    if (index < path.length - 1) points.push({ x: one.x + one.width, y });
  });
  const last = path.at(-1) ?? first;
  // Two of one column are connected at their right sides.
  if (path.length === 2 && Math.abs(last.x - first.x) < Math.min(first.width, last.width)) {
    return [
      { x: first.x + first.width, y: first.y + first.height / 2 },
      { x: last.x + last.width, y: last.y + last.height / 2 },
    ];
  }
  return isForward ? points : points.reverse();
}

/** What asks for itself. */
function loop({ x, y, width, height }: Rectangle): readonly Point[] {
  return [
    { x: x + width, y: y + height * 0.25 },
    { x: x + width, y: y + height * 0.75 },
  ];
}
