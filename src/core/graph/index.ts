/**
 * A door of the core, loaded when a graph is first looked at: what the apps of a job run as a graph, its layout, drawing, outline
 * and mermaid text.
 */
export { buildGraph } from './build';
export { drawGraph } from './draw/draw';
export { type SvgElement, svgText } from './draw/element';
export { graphSvg, standaloneSvg, svgFile } from './draw/standalone';
export { type GraphColours, graphStyle, PAPER } from './draw/style';
export { type GraphLayout, layoutGraph } from './layout/layout';
export { FONT_SIZES, type Font, guessWidth, type Measure } from './layout/measure';
export { FILTER_ROW, filterTop } from './layout/node-box';
export type { PlacedNode } from './layout/placed';
export { graphMermaid } from './mermaid';
export type { GraphEdge, GraphFilter, GraphGroup, GraphNode, GraphState, JobGraph } from './model';
export { type OutlineItem, outlineOf } from './outline';
export { spokenFilter, spokenNode } from './words';
