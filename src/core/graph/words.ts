import type { GraphFilter, GraphNode, GraphNodeKind, GraphState } from './model';

const KINDS: { readonly [kind in GraphNodeKind]: string } = {
  component: 'component',
  workflow: 'workflow',
  task: 'task',
  executor: 'executor',
  filters: 'filters',
  missing: 'missing',
};

/** A node in a sentence, for screen readers and tips: what it is, what is wrong with it. */
export function spokenNode(node: GraphNode): string {
  if (node.kind === 'filters') {
    const list = node.filters.map(spokenFilter);
    return [`${node.title}: ${list.join('; ')}`, node.isDisabled ? node.detail : '', ...problems(node)]
      .filter(Boolean)
      .join('. ');
  }
  const name = node.kind === 'task' ? `${node.detail} ${node.title}` : `${KINDS[node.kind]} ${node.title}, ${node.detail}`;
  return [name + (node.isDisabled ? ', disabled' : ''), ...problems(node)].filter(Boolean).join('. ');
}

/** A filter in a sentence. */
export function spokenFilter(filter: GraphFilter): string {
  const way = filter.way === 'data' ? 'on data to the client' : 'on results from the client';
  return [`${filter.title} ${way}`, ...problems(filter)].join('. ');
}

function problems({ severity, problems: list }: GraphState): readonly string[] {
  return list.map((message) => `${severity}: ${message}`);
}
