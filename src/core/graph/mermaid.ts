import { escapeMermaid } from '../text/escape-mermaid';
import type { GraphEdge, GraphNode, JobGraph } from './model';

/** The graph as a flowchart of mermaid, which documents and issues draw. */
export function graphMermaid({ groups, nodes, edges }: JobGraph): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const line = (node: GraphNode) => `  ${names.get(node.id)}${shapeOf(node)}${classOf(node)}`;
  const lines = ['flowchart LR'];
  const inGroup = new Map<string | null, string[]>();
  for (const node of nodes) {
    const known = inGroup.get(node.group);
    if (known) known.push(line(node));
    else inGroup.set(node.group, [line(node)]);
  }
  groups.forEach(({ id, title, detail }, index) => {
    lines.push(`  subgraph g${index}["${escapeMermaid(`${title}: ${detail}`)}"]`);
    for (const own of inGroup.get(id) ?? []) lines.push(`  ${own}`);
    lines.push('  end');
  });
  for (const own of inGroup.get(null) ?? []) lines.push(own);
  for (const edge of edges) lines.push(`  ${names.get(edge.from)} ${arrowOf(edge)} ${names.get(edge.to)}`);
  lines.push('  classDef error stroke:#cf222e,stroke-width:2px', '  classDef warning stroke:#9a6700,stroke-width:2px');
  lines.push('  classDef missing stroke-dasharray:4 3', '  classDef off stroke-dasharray:2 3,color:#57606a');
  return `${lines.join('\n')}\n`;
}

function shapeOf(node: GraphNode): string {
  const text = (...parts: readonly string[]) => `"${parts.filter(Boolean).map(escapeMermaid).join('<br/>')}"`;
  switch (node.kind) {
    case 'task':
      return `([${text(node.title)}])`;
    case 'workflow':
    case 'executor':
      return `[[${text(node.title, node.detail)}]]`;
    case 'filters':
      return `{{${text(node.isDisabled ? node.detail : '', ...node.filters.map(({ way, title }) => `${way === 'data' ? '→' : '←'} ${title}`))}}}`;
    case 'component':
    case 'missing':
      return `[${text(node.title, node.detail)}]`;
  }
}

/** Mermaid takes one class behind a node; the gravest word counts. */
function classOf({ severity, kind, isDisabled }: GraphNode): string {
  if (severity === 'error' || severity === 'warning') return `:::${severity}`;
  if (kind === 'missing') return ':::missing';
  return isDisabled ? ':::off' : '';
}

function arrowOf({ kind, label }: GraphEdge): string {
  if (kind === 'task') return '-->';
  return kind === 'part' ? `-->|"${escapeMermaid(label)}"|` : `-. "${escapeMermaid(label)}" .->`;
}
