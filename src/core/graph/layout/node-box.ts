import type { GraphNode } from '../model';
import { fitted, type Measure } from './measure';

/** How large a node is drawn, with its texts as they fit. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly detail: string;
  /** The names of filters, one below the other. */
  readonly filters: readonly string[];
}

const WIDEST = 210;
/** Room for the picture at the left and the edge at the right. */
const SIDES = 40;
const FILTER_EDGE = 6;
/** How high the row of a filter is. */
export const FILTER_ROW = 20;

/** How far down the first filter's row begins: below the words, where there are some. */
export function filterTop({ title }: Box): number {
  return FILTER_EDGE + (title === '' ? 0 : 18);
}

/** The box of a node. */
export function boxOf(node: GraphNode, measure: Measure): Box {
  if (node.kind === 'filters') return filtersBox(node, measure);
  const title = fitted(node.title, 'title', WIDEST, measure);
  const detail = fitted(node.detail, 'detail', WIDEST, measure);
  const width = Math.ceil(Math.max(measure(title, 'title'), measure(detail, 'detail'))) + SIDES + (node.kind === 'task' ? 14 : 0);
  return { width, height: 42, title, detail, filters: [] };
}

function filtersBox(node: GraphNode, measure: Measure): Box {
  const filters = node.filters.map(({ title }) => fitted(title, 'detail', WIDEST - 30, measure));
  const title = node.isDisabled ? fitted(`unused ${node.title}`, 'detail', WIDEST - 20, measure) : '';
  const width = Math.ceil(Math.max(measure(title, 'detail') - 16, ...filters.map((text) => measure(text, 'detail')))) + 38;
  const box = { width, height: 0, title, detail: '', filters };
  return { ...box, height: filterTop(box) + FILTER_ROW * filters.length + FILTER_EDGE };
}
