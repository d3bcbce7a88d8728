import type { SvgElement } from '../../../../core/graph/index';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes the elements of a drawing. Texts become text nodes, so nothing of the user's is ever read as markup. */
export function svgNode({ tag, attributes, children }: SvgElement): SVGElement {
  const element = document.createElementNS(SVG, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (typeof children === 'string') element.textContent = children;
  else element.append(...children.map(svgNode));
  return element;
}
