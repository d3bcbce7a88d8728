import type { GraphEdge, GraphGroup, JobGraph } from '../model';
import { edgesOf, type PlacedEdge } from './edge-paths';
import { greatest, least } from './extremes';
import { footOf, groupsOf } from './groups';
import { placeColumns } from './heights';
import type { Measure } from './measure';
import { orderColumns } from './order';
import type { PlacedGroup, PlacedNode, Rectangle } from './placed';
import { columnsOf, type Vertex } from './vertices';

/** A graph with the places of everything in it, from 0 to its width and height. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly PlacedGroup[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** Room between columns, for edges and for the words on them. */
const COLUMN_GAP = 44;
const LABEL_GAP = 138;
const MARGIN = 12;

/**
 * Places a graph in columns from the left to the right: components of the server, workflows, filters, tasks, filters, executors,
 * components of the clients. Takes some milliseconds for hundreds of nodes.
 */
export function layoutGraph(graph: JobGraph, measure: Measure): GraphLayout {
  const { columns, taskColumn, routes, loose } = columnsOf(graph, measure);
  const ordered = orderColumns(columns);
  const lefts = leftsOf(ordered, graph);
  const spanOf = (group: number): number => {
    const own = ordered.flatMap((column, index) => (column.some((one) => one.node && one.group === group) ? [index] : []));
    const first = own[0] ?? 0;
    const last = own.at(-1) ?? -1;
    return last < first ? 0 : (lefts[last] ?? 0) + widthOf(ordered[last] ?? []) - (lefts[first] ?? 0);
  };
  const feet = graph.groups.map((_, index) => footOf(loose.get(index) ?? [], spanOf(index), measure));
  placeColumns(ordered, taskColumn, (group) => feet[group]?.height ?? 0);
  const at = (one: Vertex): Rectangle => {
    const column = widthOf(ordered[one.column] ?? []);
    // Cards of a column are of one width, which is quieter; filters and tasks are as wide as their words.
    const isCard = one.node && one.node.kind !== 'filters' && one.node.kind !== 'task';
    const width = one.node && !isCard ? one.box.width : column;
    const shift = one.column === taskColumn ? (column - width) / 2 : one.column < taskColumn ? column - width : 0;
    return { x: (lefts[one.column] ?? 0) + shift, y: one.y - one.box.height / 2, width, height: one.box.height };
  };
  const connected = ordered.flat().flatMap((one) => (one.node ? [{ node: one.node, box: one.box, ...at(one) }] : []));
  const middle = lefts[taskColumn] ?? 0;
  const sideOf = ({ side }: GraphGroup, width: number) =>
    side === 'server' ? middle - COLUMN_GAP - width : middle + widthOf(ordered[taskColumn] ?? []) + COLUMN_GAP;
  const { groups, nodes: others } = groupsOf(graph, connected, feet, sideOf, measure);
  return moved({ width: 0, height: 0, groups, nodes: [...connected, ...others], edges: edgesOf(routes, at, measure) });
}

/** The left side of each column. Columns without anything take no room. */
function leftsOf(columns: readonly (readonly Vertex[])[], { edges }: JobGraph): readonly number[] {
  const labelled = new Set(edges.filter(({ label }) => label !== '').flatMap(({ from, to }: GraphEdge) => [from, to]));
  const hasLabels = (column: readonly Vertex[] | undefined) => column?.some(({ node }) => node && labelled.has(node.id)) ?? false;
  const isEnd = (column: readonly Vertex[] | undefined) =>
    column?.some(({ node }) => node?.kind === 'component' || node?.kind === 'missing');
  const lefts: number[] = [];
  let x = 0;
  columns.forEach((column, index) => {
    lefts.push(x);
    const width = widthOf(column);
    if (column.length === 0) return;
    const next = columns.slice(index + 1).find((other) => other.length > 0);
    const isWide = hasLabels(column) && hasLabels(next) && (isEnd(column) || isEnd(next));
    x += width + (isWide ? LABEL_GAP : COLUMN_GAP);
  });
  return lefts;
}

function widthOf(column: readonly Vertex[]): number {
  return Math.max(0, greatest(column.map(({ box }) => box.width)));
}

/** Moves everything so that it begins at the margin. */
function moved({ groups, nodes, edges }: GraphLayout): GraphLayout {
  const all: readonly Rectangle[] = [...groups, ...nodes];
  if (all.length === 0) return { width: 0, height: 0, groups, nodes, edges };
  const left = least(all.map(({ x }) => x)) - MARGIN;
  const top = least(all.map(({ y }) => y)) - MARGIN;
  const shift = <T extends { readonly x: number; readonly y: number }>(one: T): T => ({
    ...one,
    x: one.x - left,
    y: one.y - top,
  });
  return {
    width: greatest(all.map(({ x, width }) => x + width)) - left + MARGIN,
    height: greatest(all.map(({ y, height }) => y + height)) - top + MARGIN,
    groups: groups.map(shift),
    nodes: nodes.map(shift),
    edges: edges.map(({ points, label, ...edge }) => ({ ...edge, points: points.map(shift), label: label && shift(label) })),
  };
}
