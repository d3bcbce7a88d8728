import { FILTER_ROW, filterTop, type GraphLayout } from '../../../../core/graph/index';
import type { Stop } from './next-stop';

/** What keys lead to in a drawing, from the left to the right: nodes, and in place of the filters of a task each of them. */
export function stopsOf({ nodes }: GraphLayout): readonly Stop[] {
  return nodes
    .flatMap(({ node, x, y, width, height, box }): readonly Stop[] => {
      if (node.kind !== 'filters') return [{ key: node.id, x, y, width, height }];
      return node.filters.map((_, index) => {
        const top = y + filterTop(box) + index * FILTER_ROW;
        return { key: `${node.id}\n${index}`, x, y: top, width, height: FILTER_ROW };
      });
    })
    .sort((a, b) => a.x - b.x || a.y - b.y);
}
