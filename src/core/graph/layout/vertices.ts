import type { GraphEdge, GraphNode, JobGraph } from '../model';
import { greatest } from './extremes';
import type { Measure } from './measure';
import { type Box, boxOf } from './node-box';

/** A node in its column, or a bend of an edge that passes a column. */
export interface Vertex {
  readonly node: GraphNode | undefined;
  readonly box: Box;
  readonly column: number;
  /** The number of its group; those of tasks and of their bends are below all others. */
  readonly group: number;
  /** Where it stands in its column, from 0; the middle of its height. */
  order: number;
  y: number;
  readonly left: Vertex[];
  readonly right: Vertex[];
}

/** An edge as the vertices that it goes by, from the left to the right. */
export interface Route {
  readonly edge: GraphEdge;
  readonly path: readonly Vertex[];
  /** Whether it goes from the left end to the right end; else the other way. */
  readonly isForward: boolean;
}

/** A graph whose nodes have columns: components and workflows of the server, its filters, tasks, filters of clients, executors, components. */
export interface Columns {
  /** The vertices of each column; the tasks' has the server's before it and the clients' behind it. */
  readonly columns: readonly (readonly Vertex[])[];
  readonly taskColumn: number;
  readonly routes: readonly Route[];
  /** Nodes that nothing is connected with, by the number of their group. */
  readonly loose: ReadonlyMap<number, readonly GraphNode[]>;
}

/** Room for an edge that passes a column. */
const BEND: Box = { width: 0, height: 12, title: '', detail: '', filters: [] };

/** Gives each node its column by what it is, and how deep it is among the components that ask for one another. */
export function columnsOf(graph: JobGraph, measure: Measure): Columns {
  const groups = new Map(graph.groups.map(({ id }, index) => [id, index]));
  const isServer = new Set(graph.groups.filter(({ side }) => side === 'server').map(({ id }) => id));
  const connected = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
  const depths = depthsOf(graph);
  const deepest = Math.max(
    0,
    ...graph.nodes.filter(({ group }) => isServer.has(group ?? '')).map(({ id }) => depths.get(id) ?? 0),
  );
  const rank = (node: GraphNode): number => {
    const depth = depths.get(node.id) ?? 0;
    if (node.kind === 'task') return deepest + 2;
    const isOfServer = isServer.has(node.group ?? '');
    if (node.kind === 'filters') return isOfServer ? deepest + 1 : deepest + 3;
    return isOfServer ? deepest - depth : deepest + 4 + depth;
  };
  const loose = new Map<number, GraphNode[]>();
  const inColumns: GraphNode[] = [];
  for (const node of graph.nodes) {
    const group = groups.get(node.group ?? '') ?? -1;
    if (connected.has(node.id) || node.kind === 'task') inColumns.push(node);
    else loose.set(group, [...(loose.get(group) ?? []), node]);
  }
  // Columns that nothing stands in are no columns: edges need not bend there.
  const ranks = [...new Set([...inColumns.map(rank), deepest + 2])].sort((a, b) => a - b);
  const columnOf = new Map(ranks.map((value, index) => [value, index]));
  const vertices = new Map(
    inColumns.map((node) => {
      const group = groups.get(node.group ?? '') ?? -1;
      return [node.id, vertex(node, boxOf(node, measure), columnOf.get(rank(node)) ?? 0, group)];
    }),
  );
  const columns: Vertex[][] = [];
  const put = (one: Vertex) => {
    let column = columns[one.column];
    if (!column) {
      column = [];
      columns[one.column] = column;
    }
    column.push(one);
  };
  for (const one of vertices.values()) put(one);
  const routes = graph.edges.flatMap((edge) => routeOf(edge, vertices, put));
  return { columns: ranks.map((_, index) => columns[index] ?? []), taskColumn: columnOf.get(deepest + 2) ?? 0, routes, loose };
}

function vertex(node: GraphNode | undefined, box: Box, column: number, group: number): Vertex {
  return { node, box, column, group, order: 0, y: 0, left: [], right: [] };
}

function routeOf(edge: GraphEdge, vertices: ReadonlyMap<string, Vertex>, put: (one: Vertex) => void): readonly Route[] {
  const from = vertices.get(edge.from);
  const to = vertices.get(edge.to);
  if (!from || !to) return [];
  const isForward = from.column <= to.column;
  const [first, last] = isForward ? [from, to] : [to, from];
  const path = [first];
  for (let column = first.column + 1; column < last.column; column++) {
    const bend = vertex(undefined, BEND, column, Math.max(first.group, last.group));
    put(bend);
    path.push(bend);
  }
  if (last !== first) path.push(last);
  // Within a column there is nothing to put in order.
  if (first.column !== last.column) for (const [index, one] of path.entries()) connect(path[index - 1], one);
  return [{ edge, path, isForward }];
}

function connect(left: Vertex | undefined, right: Vertex): void {
  left?.right.push(right);
  if (left) right.left.push(left);
}

/**
 * How far components are from what runs: one more than the deepest that asks for them. A workflow or an executor is at 0; those that ask
 * for one another in a circle are cut where the circle closes.
 */
function depthsOf({ nodes, edges }: JobGraph): ReadonlyMap<string, number> {
  const asking = new Map<string, string[]>();
  for (const { kind, from, to } of edges) if (kind !== 'task') asking.set(to, [...(asking.get(to) ?? []), from]);
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const depths = new Map<string, number>();
  const open = new Set<string>();
  const depthOf = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const kind = kinds.get(id);
    if (kind === 'workflow' || kind === 'executor' || kind === 'filters' || kind === 'task' || open.has(id)) return 0;
    open.add(id);
    const deepest = Math.max(0, greatest((asking.get(id) ?? []).map(depthOf)));
    open.delete(id);
    const isRunning = kind === 'missing' && !asking.has(id);
    const depth = isRunning ? 0 : deepest + 1;
    depths.set(id, depth);
    return depth;
  };
  for (const { id } of nodes) depths.set(id, depthOf(id));
  return depths;
}
