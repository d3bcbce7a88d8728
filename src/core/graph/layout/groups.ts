import type { GraphGroup, GraphNode, JobGraph } from '../model';
import { greatest, least } from './extremes';
import type { Measure } from './measure';
import { boxOf } from './node-box';
import type { PlacedGroup, PlacedNode, Rectangle } from './placed';

/** The frame of a group: room for its name above, and around what is in it. */
const GROUP_HEAD = 38;
const GROUP_SIDE = 16;
const GAP = 14;
/** A group that has few columns is at least as wide as this, so that what is not connected stands in rows. */
const LEAST_WIDTH = 330;

/** The nodes of a group that nothing is connected with, in rows from 0. */
export interface Foot {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
}

/** Sets nodes in rows that are as wide as the room for them. */
export function footOf(nodes: readonly GraphNode[], room: number, measure: Measure): Foot {
  const most = Math.max(room, LEAST_WIDTH);
  const placed: PlacedNode[] = [];
  let x = 0;
  let y = 0;
  let height = 0;
  for (const node of nodes) {
    const box = boxOf(node, measure);
    if (x > 0 && x + box.width > most) {
      x = 0;
      y += height + GAP;
      height = 0;
    }
    placed.push({ node, box, x, y, width: box.width, height: box.height });
    x += box.width + GAP;
    height = Math.max(height, box.height);
  }
  return { width: Math.max(0, greatest(placed.map((one) => one.x + one.width))), height: y + height, nodes: placed };
}

/** Frames the groups, and sets their feet below what is connected in them. A group without anything else stands at its side. */
export function groupsOf(
  { groups }: JobGraph,
  connected: readonly PlacedNode[],
  feet: readonly Foot[],
  sideOf: (group: GraphGroup, width: number) => number,
  measure: Measure,
): { readonly groups: readonly PlacedGroup[]; readonly nodes: readonly PlacedNode[] } {
  const bottoms = { server: undefined as number | undefined, client: undefined as number | undefined };
  const others: PlacedNode[] = [];
  const all = groups.map((group, index) => ({
    group,
    foot: feet[index] ?? { width: 0, height: 0, nodes: [] },
    members: connected.filter(({ node }) => node.group === group.id),
  }));
  // Those without a place of their own go below those that have one.
  const inOrder = [...all.filter(({ members }) => members.length > 0), ...all.filter(({ members }) => members.length === 0)];
  const placed = inOrder.map(({ group, foot, members }) => {
    const above = bottoms[group.side];
    const head = Math.max(measure(group.title, 'title') + measure(group.detail, 'detail') + 30, foot.width);
    const inside: Rectangle = aroundAll(members) ?? {
      x: sideOf(group, head),
      y: above === undefined ? 0 : above + GROUP_SIDE * 2 + GROUP_HEAD,
      width: head,
      height: 0,
    };
    const width = Math.max(inside.width, head);
    // What is wider than its columns grows away from the tasks.
    const x = group.side === 'server' ? inside.x + inside.width - width : inside.x;
    const footTop = inside.y + inside.height + (members.length > 0 ? GAP * 1.5 : 0);
    for (const one of foot.nodes) others.push({ ...one, x: one.x + x, y: one.y + footTop });
    const bottom = foot.nodes.length > 0 ? footTop + foot.height : inside.y + inside.height;
    bottoms[group.side] = Math.max(bottom, above ?? bottom);
    return {
      group,
      x: x - GROUP_SIDE,
      y: inside.y - GROUP_HEAD,
      width: width + GROUP_SIDE * 2,
      height: bottom - inside.y + GROUP_HEAD + GROUP_SIDE,
    };
  });
  return { groups: groups.flatMap((group) => placed.filter((one) => one.group === group)), nodes: others };
}

function aroundAll(list: readonly Rectangle[]): Rectangle | undefined {
  if (list.length === 0) return undefined;
  const x = least(list.map((one) => one.x));
  const y = least(list.map((one) => one.y));
  const right = greatest(list.map((one) => one.x + one.width));
  const bottom = greatest(list.map((one) => one.y + one.height));
  return { x, y, width: right - x, height: bottom - y };
}
