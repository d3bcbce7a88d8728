import { greatest, least } from './extremes';
import type { Vertex } from './vertices';

type Column = readonly Vertex[];
/** The least room between what stands above one another. */
const GAP = 14;
/** Between groups there is room for the frame of the one and the head of the other. */
const GROUP_GAP = 84;
const ROUNDS = 10;
/** What is connected only with one another would stay wherever it was moved to, so at first all are drawn together a little. */
const DRAWN_TOGETHER = 0.25;

/** Gives each vertex its height: as near to the middle of its neighbours as the order and the room of its column let it. */
export function placeColumns(columns: readonly Column[], taskColumn: number, footHeight: (group: number) => number): void {
  for (const column of columns) settle(column, () => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const isRightward = round % 2 === 0;
    for (let step = 1; step < columns.length; step++) {
      const column = columns[isRightward ? step : columns.length - 1 - step] ?? [];
      const pull = round < ROUNDS - 2 ? DRAWN_TOGETHER : 0;
      const centres = centresOf(column);
      settle(column, (one) => {
        const wish = middle(isRightward ? one.left : one.right) ?? one.y;
        return wish + ((centres.get(one.group) ?? wish) - wish) * pull;
      });
    }
    separateGroups(columns.slice(taskColumn + 1), footHeight);
  }
  // What has moved away from the tasks pulls them and the server's side along once more.
  for (let at = taskColumn; at >= 0; at--) settle(columns[at] ?? [], (one) => middle(one.right) ?? middle(one.left) ?? one.y);
}

/** The middle of the members of each group in a column. */
function centresOf(column: Column): ReadonlyMap<number, number> {
  const byGroup = new Map<number, Vertex[]>();
  for (const one of column) {
    const known = byGroup.get(one.group);
    if (known) known.push(one);
    else byGroup.set(one.group, [one]);
  }
  return new Map([...byGroup].map(([group, members]) => [group, middle(members) ?? 0]));
}

function middle(near: readonly Vertex[]): number | undefined {
  return near.length === 0 ? undefined : near.reduce((sum, { y }) => sum + y, 0) / near.length;
}

/**
 * The heights nearest to those wished for, in order and without overlaps: the least sum of squares, by pooling neighbours that
 * would overlap into blocks that move as one.
 */
function settle(column: Column, wish: (one: Vertex) => number): void {
  const blocks: { from: number; to: number; sum: number }[] = [];
  const offsets: number[] = [];
  column.forEach((one, index) => {
    const above = column[index - 1];
    const room = above ? (above.box.height + one.box.height) / 2 + (above.group === one.group ? GAP : GROUP_GAP) : 0;
    offsets.push((offsets[index - 1] ?? 0) + room);
    blocks.push({ from: index, to: index + 1, sum: wish(one) - (offsets[index] ?? 0) });
    for (let last = blocks.at(-1), before = blocks.at(-2); last && before && meanOf(before) > meanOf(last); ) {
      blocks.splice(-2, 2, { from: before.from, to: last.to, sum: before.sum + last.sum });
      last = blocks.at(-1);
      before = blocks.at(-2);
    }
  });
  for (const block of blocks) {
    for (let index = block.from; index < block.to; index++) {
      const one = column[index];
      if (one) one.y = meanOf(block) + (offsets[index] ?? 0);
    }
  }
}

function meanOf({ from, to, sum }: { readonly from: number; readonly to: number; readonly sum: number }): number {
  return sum / (to - from);
}

/** Moves the groups of clients down until none reaches into the one above it. */
function separateGroups(columns: readonly Column[], footHeight: (group: number) => number): void {
  const byGroup = new Map<number, Vertex[]>();
  for (const one of columns.flat()) {
    const known = byGroup.get(one.group);
    if (known) known.push(one);
    else byGroup.set(one.group, [one]);
  }
  let bottom = Number.NEGATIVE_INFINITY;
  for (const group of [...byGroup.keys()].sort((a, b) => a - b)) {
    const members = byGroup.get(group) ?? [];
    const top = least(members.map(({ y, box }) => y - box.height / 2));
    const down = Math.max(0, bottom + GROUP_GAP - top);
    for (const one of members) one.y += down;
    bottom = greatest(members.map(({ y, box }) => y + box.height / 2)) + footHeight(group);
  }
}
