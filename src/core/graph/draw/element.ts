import { escapeXml } from '../../text/escape-xml';

/** An element of a drawing. Hosts make text or nodes of a page of it, so that both show the same. */
export interface SvgElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Elements, or one text. */
  readonly children: readonly SvgElement[] | string;
}

/** Makes an element. Attributes that are `undefined` are left out. */
export function s(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly (SvgElement | undefined)[] | string = [],
): SvgElement {
  // Thousands are made of a large graph while somebody types, so nothing is made twice.
  const given: Record<string, string | number> = {};
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value !== undefined) given[name] = value;
  }
  return {
    tag,
    attributes: given,
    children: typeof children === 'string' ? children : children.filter((child) => child !== undefined),
  };
}

/** The element as text, for a file or a page. */
export function svgText({ tag, attributes, children }: SvgElement): string {
  const list = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`);
  const inside = typeof children === 'string' ? escapeXml(children) : children.map(svgText).join('');
  return inside === '' ? `<${tag}${list.join('')}/>` : `<${tag}${list.join('')}>${inside}</${tag}>`;
}
