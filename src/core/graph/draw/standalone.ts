import type { GraphLayout } from '../layout/layout';
import { drawGraph } from './draw';
import { type SvgElement, s, svgText } from './element';
import { type GraphColours, graphStyle, PAPER } from './style';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** The drawing with its style in it, for a file of its own or a page. */
export function standaloneSvg(layout: GraphLayout, title: string, colours: GraphColours = PAPER): SvgElement {
  const { width, height } = layout;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    ...{ width: Math.ceil(width), height: Math.ceil(height), class: 'graph', role: 'img', 'aria-label': title },
  };
  return s('svg', attributes, [
    s('style', {}, graphStyle(colours, FONT)),
    s('rect', { width: '100%', height: '100%', fill: colours.canvas }),
    ...drawGraph(layout),
  ]);
}

/** The text of an SVG file. */
export function svgFile(layout: GraphLayout, title: string): string {
  return `${svgText(standaloneSvg(layout, title))}\n`;
}

/** The drawing without a style, for a page that has one. */
export function graphSvg({ width, height, ...layout }: GraphLayout, title: string): SvgElement {
  const size = { width: Math.ceil(width), height: Math.ceil(height) };
  const attributes = { viewBox: `0 0 ${size.width} ${size.height}`, ...size, class: 'graph', role: 'img', 'aria-label': title };
  return s('svg', attributes, drawGraph({ width, height, ...layout }));
}
