import { FONT_SIZES } from '../layout/measure';

/** The colours of a drawing: values, or where a page has them, variables. */
export interface GraphColours {
  readonly text: string;
  readonly quiet: string;
  /** Behind everything, of a node, and of the frames of groups. */
  readonly canvas: string;
  readonly surface: string;
  readonly group: string;
  /** Edges of nodes and groups; connections. */
  readonly border: string;
  readonly line: string;
  /** The pictures of what runs. */
  readonly workflow: string;
  readonly task: string;
  readonly executor: string;
  readonly component: string;
  readonly filters: string;
  readonly error: string;
  readonly warning: string;
  readonly info: string;
}

/** Dark on white, for paper and for pages of others. */
export const PAPER: GraphColours = {
  text: '#1f2328',
  quiet: '#57606a',
  canvas: '#ffffff',
  surface: '#ffffff',
  group: '#f6f8fa',
  border: '#c4ccd4',
  line: '#7d8690',
  workflow: '#0969da',
  task: '#57606a',
  executor: '#1a7f37',
  component: '#57606a',
  filters: '#8250df',
  error: '#cf222e',
  warning: '#9a6700',
  info: '#0969da',
};

/** The style of a drawing. `font` is a list of font families. */
export function graphStyle(colours: GraphColours, font: string): string {
  const { text, quiet, surface, group, border, line, error, warning, info } = colours;
  const kinds = (['workflow', 'task', 'executor', 'component', 'filters'] as const).map(
    (kind) => `.node-${kind} .picture { stroke: ${colours[kind]}; }`,
  );
  const states = Object.entries({ error, warning }).flatMap(([state, colour]) => [
    `.node.is-${state} > .box { stroke: ${colour}; stroke-width: 1.6; }`,
    `.edge.is-${state} .line { stroke: ${colour}; stroke-width: 1.6; }`,
    `.edge.is-${state} .arrow, .edge.is-${state} text { fill: ${colour}; }`,
    `.filter.is-${state} .node-detail { fill: ${colour}; }`,
    `.mark-${state} { fill: ${colour}; stroke: ${colour}; stroke-width: 1.5; }`,
  ]);
  return [
    `.graph text { font-family: ${font}; fill: ${text}; }`,
    `.group rect { fill: ${group}; stroke: ${border}; stroke-width: 1; }`,
    `.group-title, .node-title { font-size: ${FONT_SIZES.title}px; font-weight: 600; }`,
    `.group-detail, .node-detail { font-size: ${FONT_SIZES.detail}px; }`,
    `.graph .group-detail, .graph .node-detail { fill: ${quiet}; }`,
    `.graph .filter .node-detail, .graph .filter .node-detail { fill: ${text}; }`,
    `.box { fill: ${surface}; stroke: ${border}; stroke-width: 1; }`,
    '.row { fill: transparent; }',
    `.picture { fill: none; stroke: ${quiet}; stroke-width: 1.3; stroke-linecap: round; stroke-linejoin: round; }`,
    ...kinds,
    `.node-missing > .box { stroke-dasharray: 4 3; stroke: ${quiet}; }`,
    `.node-missing.is-error .picture { stroke: ${error}; }`,
    `.node-missing.is-warning .picture { stroke: ${warning}; }`,
    `.node-missing.is-info .picture { stroke: ${info}; }`,
    '.is-disabled > .box { stroke-dasharray: 2 3; }',
    `.is-disabled .node-title { fill: ${quiet}; }`,
    `.line { fill: none; stroke: ${line}; stroke-width: 1.3; }`,
    '.edge-reference .line { stroke-dasharray: 5 3; }',
    `.arrow { fill: ${line}; }`,
    `.graph .edge text { font-size: ${FONT_SIZES.label}px; fill: ${quiet}; paint-order: stroke; stroke: ${group}; stroke-width: 3px; stroke-linejoin: round; }`,
    ...states,
    `.mark .sign { fill: none; stroke: ${surface}; stroke-width: 1.6; stroke-linecap: round; }`,
  ].join('\n');
}
