/** Small drawings on a 16 × 16 grid. They take the colour of the text around them. */
const PATHS = {
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2',
  warning: 'M8 1.8 14.8 14H1.2L8 1.8ZM8 6v4M8 11.6v1',
  info: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 7.2v4M8 4.6v1',
  ok: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5 8.2l2.2 2.2L11.2 6',
  server: 'M2.5 2.5h11v4.5h-11zM2.5 9h11v4.5h-11zM5 4.8h.6M5 11.2h.6',
  client: 'M1.8 3h12.4v8H1.8zM5.4 13.6h5.2M8 11v2.6',
  all: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM1.5 8h13M8 1.5c-4 4-4 9 0 13M8 1.5c4 4 4 9 0 13',
  star: 'M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6L8 2.2Z',
} as const;

export type IconName = keyof typeof PATHS;

/** An icon. Without a label it is decoration, and screen readers pass it over. */
export function icon(name: IconName, label?: string): SVGSVGElement {
  const drawing = svg({ viewBox: '0 0 16 16', class: `icon icon-${name}`, ...spoken(label) });
  drawing.append(shape('path', { d: PATHS[name], fill: 'none', stroke: 'currentColor', 'stroke-width': '1.2' }));
  return drawing;
}

/** The mark in the matrix: full where a site gets the app, hollow where it is named but gets another. */
export function dot(isFull: boolean): SVGSVGElement {
  const drawing = svg({ viewBox: '0 0 16 16', class: isFull ? 'dot' : 'dot dot-lost', 'aria-hidden': 'true' });
  drawing.append(
    shape('circle', {
      cx: '8',
      cy: '8',
      r: isFull ? '4.5' : '4',
      fill: isFull ? 'currentColor' : 'none',
      stroke: 'currentColor',
    }),
  );
  return drawing;
}

const SVG = 'http://www.w3.org/2000/svg';

function svg(attributes: Readonly<Record<string, string>>): SVGSVGElement {
  return withAttributes(document.createElementNS(SVG, 'svg'), attributes);
}

function shape(tag: 'path' | 'circle', attributes: Readonly<Record<string, string>>): SVGElement {
  return withAttributes(document.createElementNS(SVG, tag), attributes);
}

function withAttributes<T extends Element>(element: T, attributes: Readonly<Record<string, string>>): T {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function spoken(label: string | undefined): Readonly<Record<string, string>> {
  return label === undefined ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': label };
}
