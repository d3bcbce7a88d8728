import type { Plain } from '../../tree/query';

/** How a printed value is laid out over lines. */
export interface PrintLayout {
  /** One level of indentation. */
  readonly unit: string;
  readonly lineEnd: string;
  /** The indentation of the line that the value begins on. */
  readonly indent: string;
  /** How many columns of that line are taken before the value. */
  readonly column: number;
}

/** Short arrays of plain values stay on one line up to this column. */
const WIDEST = 100;
const TWO_SPACES: PrintLayout = { unit: '  ', lineEnd: '\n', indent: '', column: 0 };

/** A new JSON text that holds just this value: two spaces, ending with a line end. Throws for an unknown value. */
export function printJson(value: Plain): string {
  return `${printOverLines(value, TWO_SPACES)}\n`;
}

/** The value as JSON with an entry on each line; arrays of plain values stay on one line where they fit. */
export function printOverLines(value: Plain, layout: PrintLayout): string {
  if (typeof value !== 'object' || value === null) return scalar(value);
  const below = { ...layout, indent: layout.indent + layout.unit };
  if (isList(value)) {
    const line = value.every(isScalar) ? printOnLine(value) : undefined;
    if (line !== undefined && layout.column + line.length <= WIDEST) return line;
    const items = value.map((item) => printOverLines(item, { ...below, column: below.indent.length }));
    return block('[', items, ']', layout);
  }
  const entries = Object.entries(value).map(([key, item]) => {
    const name = `${JSON.stringify(key)}: `;
    return name + printOverLines(item, { ...below, column: below.indent.length + name.length });
  });
  return block('{', entries, '}', layout);
}

/** The value as JSON on one line; `colon` and `comma` are written with the space that follows them. */
export function printOnLine(value: Plain, colon = ': ', comma = ', '): string {
  if (typeof value !== 'object' || value === null) return scalar(value);
  if (isList(value)) return `[${value.map((item) => printOnLine(item, colon, comma)).join(comma)}]`;
  const entries = Object.entries(value).map(([key, item]) => JSON.stringify(key) + colon + printOnLine(item, colon, comma));
  return `{${entries.join(comma)}}`;
}

function block(open: string, parts: readonly string[], close: string, { indent, unit, lineEnd }: PrintLayout): string {
  if (parts.length === 0) return open + close;
  const lead = lineEnd + indent + unit;
  return `${open}${lead}${parts.join(`,${lead}`)}${lineEnd}${indent}${close}`;
}

/** Python reads NaN and the infinities by these names, and has no negative zero among its integers. */
function scalar(value: string | number | boolean | null | undefined): string {
  if (value === undefined) throw new Error('an unknown value has no text');
  if (typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0))) return JSON.stringify(value);
  return value === 0 ? '-0.0' : String(value);
}

function isScalar(value: Plain): boolean {
  return typeof value !== 'object' || value === null;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
