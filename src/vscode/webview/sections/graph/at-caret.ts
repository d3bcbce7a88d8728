import type { GraphState, JobGraph } from '../../../../core/graph/index';
import type { Caret } from '../../section-types';
import type { StopKey } from './stop-keys';

/** What the caret of an editor is on: the node or filter with the smallest text around it. */
export function atCaret(graph: JobGraph, caret: Caret): StopKey | undefined {
  let found: StopKey | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  const look = ({ spans }: GraphState, stop: StopKey) => {
    for (const { file, range } of spans) {
      const length = range.end - range.start;
      if (file !== caret.file || caret.offset < range.start || caret.offset > range.end || length >= smallest) continue;
      smallest = length;
      found = stop;
    }
  };
  for (const node of graph.nodes) {
    look(node, { node: node.id, filter: node.kind === 'filters' ? 0 : null });
    for (const [index, filter] of node.filters.entries()) look(filter, { node: node.id, filter: index });
  }
  return found;
}
