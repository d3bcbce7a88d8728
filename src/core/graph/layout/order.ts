import { greatest } from './extremes';
import type { Vertex } from './vertices';

type Column = readonly Vertex[];
const SWEEPS = 8;

/**
 * Puts the vertices of each column in an order with few crossings: each goes to the middle of its neighbours, from the left to the
 * right and back again, and the best of all rounds stays (Sugiyama's method). Groups stay together, in their order.
 */
export function orderColumns(columns: readonly Column[]): readonly Column[] {
  let current: Column[] = columns.map((column) => numbered([...column].sort((a, b) => a.group - b.group)));
  let best = current;
  let fewest = crossingsOf(current);
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const isRightward = sweep % 2 === 0;
    const next = [...current];
    for (let step = 1; step < next.length; step++) {
      const at = isRightward ? step : next.length - 1 - step;
      next[at] = sorted(next[at] ?? [], isRightward ? 'left' : 'right');
    }
    current = next;
    const crossings = crossingsOf(current);
    if (crossings >= fewest) continue;
    fewest = crossings;
    best = current;
  }
  return best.map(numbered);
}

function sorted(column: Column, side: 'left' | 'right'): Column {
  const weights = new Map(
    column.map((one) => {
      const near = one[side];
      return [one, near.length === 0 ? one.order : near.reduce((sum, { order }) => sum + order, 0) / near.length];
    }),
  );
  return numbered([...column].sort((a, b) => a.group - b.group || (weights.get(a) ?? 0) - (weights.get(b) ?? 0)));
}

function numbered(column: Column): Column {
  column.forEach((one, index) => {
    one.order = index;
  });
  return column;
}

/** How many edges between neighbouring columns cross; the orders must be those of the columns. */
function crossingsOf(columns: readonly Column[]): number {
  let crossings = 0;
  for (const column of columns) numbered(column);
  for (const column of columns) {
    const ends = column.flatMap(({ right }) => right.map(({ order }) => order).sort((a, b) => a - b));
    crossings += inversions(ends);
  }
  return crossings;
}

/** Pairs that stand in the wrong order, counted with a tree of partial sums. */
function inversions(list: readonly number[]): number {
  const size = Math.max(0, greatest(list)) + 2;
  const sums = new Array<number>(size + 1).fill(0);
  let count = 0;
  list.forEach((value, index) => {
    let upTo = 0;
    for (let i = value + 1; i > 0; i -= i & -i) upTo += sums[i] ?? 0;
    count += index - upTo;
    for (let i = value + 1; i <= size; i += i & -i) sums[i] = (sums[i] ?? 0) + 1;
  });
  return count;
}
