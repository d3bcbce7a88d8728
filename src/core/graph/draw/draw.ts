import type { PlacedEdge, Point } from '../layout/edge-paths';
import type { GraphLayout } from '../layout/layout';
import { FILTER_ROW, filterTop } from '../layout/node-box';
import type { PlacedGroup, PlacedNode } from '../layout/placed';
import type { GraphNode } from '../model';
import { spokenFilter, spokenNode } from '../words';
import { type SvgElement, s } from './element';
import { FILTER_WAYS, PICTURES } from './pictures';

/**
 * Draws a graph: groups, then edges, then nodes on top. Colours are left to classes. Nodes carry `data-node`, filters in them
 * `data-filter` with their number, edges `data-from` and `data-to`.
 */
export function drawGraph({ groups, edges, nodes }: GraphLayout): readonly SvgElement[] {
  return [
    s('g', { class: 'groups' }, groups.map(drawGroup)),
    s('g', { class: 'edges', 'aria-hidden': 'true' }, edges.map(drawEdge)),
    s('g', { class: 'nodes' }, nodes.map(drawNode)),
  ];
}

function drawGroup({ group, x, y, width, height }: PlacedGroup): SvgElement {
  return s('g', { class: `group group-${group.side}` }, [
    s('rect', { x, y, width, height, rx: 8 }),
    s('text', { x: x + 14, y: y + 23 }, [
      s('tspan', { class: 'group-title' }, group.title),
      s('tspan', { class: 'group-detail', dx: 8 }, group.detail),
    ]),
  ]);
}

function drawEdge({ edge, points, text, label }: PlacedEdge): SvgElement {
  const state = edge.severity === null ? '' : ` is-${edge.severity}`;
  const attributes = { class: `edge edge-${edge.kind}${state}`, 'data-from': edge.from, 'data-to': edge.to };
  return s('g', attributes, [
    s('path', { class: 'line', d: lineOf(points) }),
    s('path', { class: 'arrow', d: arrowOf(points) }),
    label && text !== '' ? s('text', { x: label.x, y: label.y, 'text-anchor': label.anchor }, text) : undefined,
  ]);
}

/** A curve between the first two points, a straight line to the next, and so on. */
function lineOf(points: readonly Point[]): string {
  const [first, ...others] = points;
  if (!first) return '';
  let from = first;
  let path = `M${at(first)}`;
  others.forEach((to, index) => {
    path += index % 2 === 0 ? curve(from, to) : `L${at(to)}`;
    from = to;
  });
  return path;
}

function curve(from: Point, to: Point): string {
  const isLoop = Math.abs(from.x - to.x) < 4;
  const away = isLoop ? 34 : (to.x - from.x) / 2;
  return `C${at({ x: from.x + away, y: from.y })} ${at({ x: isLoop ? to.x + away : to.x - away, y: to.y })} ${at(to)}`;
}

function arrowOf(points: readonly Point[]): string {
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return '';
  const back = Math.abs(before.x - end.x) < 4 || before.x > end.x ? 7 : -7;
  return `M${at(end)}L${at({ x: end.x + back, y: end.y - 4 })}L${at({ x: end.x + back, y: end.y + 4 })}Z`;
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}

function drawNode(placed: PlacedNode): SvgElement {
  const { node, x, y, width, height } = placed;
  const state = `${node.severity === null ? '' : ` is-${node.severity}`}${node.isDisabled ? ' is-disabled' : ''}`;
  const attributes = { class: `node node-${node.kind}${state}`, 'data-node': node.id, transform: `translate(${at({ x, y })})` };
  const inside = node.kind === 'filters' ? filtersInside(placed) : cardInside(placed);
  return s('g', attributes, [
    s('title', {}, spokenNode(node)),
    s('rect', { class: 'box', width, height, rx: node.kind === 'task' ? height / 2 : 5 }),
    ...inside,
    mark(node, width),
  ]);
}

function cardInside({ node, box, height }: PlacedNode): readonly SvgElement[] {
  const middle = height / 2;
  return [
    s('path', {
      class: 'picture',
      d: PICTURES[node.kind],
      transform: `translate(${node.kind === 'task' ? 13 : 10},${middle - 8})`,
    }),
    s('text', { class: 'node-title', x: node.kind === 'task' ? 36 : 32, y: middle - 3 }, box.title),
    s('text', { class: 'node-detail', x: node.kind === 'task' ? 36 : 32, y: middle + 12 }, box.detail),
  ];
}

function filtersInside({ node, box, width }: PlacedNode): readonly SvgElement[] {
  return [
    ...(box.title !== '' ? [s('text', { class: 'node-detail', x: 10, y: 16 }, box.title)] : []),
    ...node.filters.map((filter, index) => {
      const top = filterTop(box) + index * FILTER_ROW;
      const state = filter.severity === null ? '' : ` is-${filter.severity}`;
      return s('g', { class: `filter filter-${filter.way}${state}`, 'data-filter': index, transform: `translate(0,${top})` }, [
        s('title', {}, spokenFilter(filter)),
        s('rect', { class: 'row', x: 3, width: width - 6, height: FILTER_ROW, rx: 3 }),
        s('path', { class: 'picture', d: FILTER_WAYS[filter.way], transform: `translate(8,${FILTER_ROW / 2 - 6})` }),
        s('text', { class: 'node-detail', x: 27, y: FILTER_ROW / 2 + 4 }, box.filters[index] ?? ''),
      ]);
    }),
  ];
}

/** The sign of a problem on the corner of a node: a shape, because colours alone do not tell. */
function mark({ severity }: GraphNode, width: number): SvgElement | undefined {
  if (severity !== 'error' && severity !== 'warning') return undefined;
  const shape =
    severity === 'error' ? s('circle', { r: 7 }) : s('path', { d: 'M0,-8L8,6.5L-8,6.5Z', 'stroke-linejoin': 'round' });
  return s('g', { class: `mark mark-${severity}`, transform: `translate(${width - 1},1)` }, [
    shape,
    s('path', { class: 'sign', d: severity === 'error' ? 'M-2.6,-2.6L2.6,2.6M2.6,-2.6L-2.6,2.6' : 'M0,-3.4V1.6M0,3.6V4.4' }),
  ]);
}
