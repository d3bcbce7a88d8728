import type { GraphEdge, GraphNode, JobGraph } from './model';
import { spokenFilter, spokenNode } from './words';

/** A line of the outline: the graph as a list, for screen readers and for paper. */
export interface OutlineItem {
  /** The same for the same thing after an edit. */
  readonly id: string;
  readonly text: string;
  /** What a click leads to; null for a heading. */
  readonly node: string | null;
  /** The filter of that node, by its number. */
  readonly filter: number | null;
  readonly children: readonly OutlineItem[];
}

/** All that is drawn, as a list of lists: what runs on the server, the tasks, what runs at clients; below each what it is connected with. */
export function outlineOf(graph: JobGraph): readonly OutlineItem[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const out = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) push(out, edge.from, edge);
  const inGroup = new Map<string | null, GraphNode[]>();
  for (const node of graph.nodes) push(inGroup, node.group, node);
  const itemsOf = (group: string | null) =>
    (inGroup.get(group) ?? []).map((node) => nodeItem(node, out.get(node.id) ?? [], nodes));
  const heading = (id: string, text: string, children: readonly OutlineItem[]): readonly OutlineItem[] =>
    children.length > 0 ? [{ id, text, node: null, filter: null, children }] : [];
  const groups = (side: 'server' | 'client') =>
    graph.groups
      .filter((group) => group.side === side)
      .flatMap(({ id, title, detail }) => heading(id, `${title}, ${detail}`, itemsOf(id)));
  return [...groups('server'), ...heading('tasks', 'Tasks', itemsOf(null)), ...groups('client')];
}

function push<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function nodeItem(node: GraphNode, edges: readonly GraphEdge[], nodes: ReadonlyMap<string, GraphNode>): OutlineItem {
  const isFilters = node.kind === 'filters';
  const filters = node.filters.map((filter, index) => ({
    id: `${node.id} ${index}`,
    text: spokenFilter(filter),
    ...{ node: node.id, filter: index, children: [] },
  }));
  const connected = edges.flatMap((edge): readonly OutlineItem[] => {
    const to = nodes.get(edge.to);
    if (!to) return [];
    return [{ id: `${node.id} ${edge.label} ${to.id}`, text: edgeText(edge, to), node: to.id, filter: null, children: [] }];
  });
  const text = isFilters ? [node.title, node.isDisabled ? node.detail : ''].filter(Boolean).join(', ') : spokenNode(node);
  return { id: node.id, text, node: node.id, filter: null, children: [...filters, ...connected] };
}

function edgeText({ kind, label, severity, problems }: GraphEdge, to: GraphNode): string {
  const told = problems.map((message) => `. ${severity}: ${message}`).join('');
  if (kind === 'task') return `to ${to.kind === 'filters' ? '' : `${to.kind} `}${to.title}`;
  const what = to.kind === 'missing' ? `${to.title}, which is missing` : to.title;
  return `${label}: ${what}${kind === 'part' ? ', built in place' : ''}${told}`;
}
