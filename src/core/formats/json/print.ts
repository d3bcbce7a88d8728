import type { Plain } from '../../tree/query';

/** How a value is laid out over lines. */
export interface PrintLayout {
  /** One level of indentation. */
  readonly unit: string;
  readonly lineEnd: string;
  /** The indentation of the line that the value begins on. */
  readonly indent: string;
  /** How many columns of that line are taken before the value. */
  readonly column: number;
  /** What stands between a key and its value. */
  readonly colon: string;
}

/** What stands between the parts of a value that is on one line. */
export interface LineStyle {
  readonly colon: string;
  readonly comma: string;
  /** Inside of braces: ` ` in `{ "a": 1 }`. */
  readonly pad: string;
}

/** Lines are filled up to this column. */
export const WIDEST = 100;
export const USUAL_LINE: LineStyle = { colon: ': ', comma: ', ', pad: '' };
const USUAL_LAYOUT: PrintLayout = { unit: '  ', lineEnd: '\n', indent: '', column: 0, colon: ': ' };

/** A new JSON text that holds just this value: two spaces, ending with a line end. Throws for an unknown value. */
export function printJson(value: Plain): string {
  return `${printOverLines(value, USUAL_LAYOUT)}\n`;
}

/**
 * The value as JSON with an entry on each line; arrays of plain values stay on one line where they fit, except for the
 * value itself if it is to be `open`.
 */
export function printOverLines(value: Plain, layout: PrintLayout, open = false): string {
  if (isScalar(value)) return printScalar(value);
  const below = { ...layout, indent: layout.indent + layout.unit };
  if (isList(value)) {
    const line = open || !value.every(isScalar) ? undefined : printOnLine(value);
    if (line !== undefined && layout.column + line.length <= WIDEST) return line;
    const items = value.map((item) => printOverLines(item, { ...below, column: below.indent.length }));
    return block('[', items, ']', layout);
  }
  const entries = Object.entries(value).map(([key, item]) => {
    const name = JSON.stringify(key) + layout.colon;
    return name + printOverLines(item, { ...below, column: below.indent.length + name.length });
  });
  return block('{', entries, '}', layout);
}

/** The value as JSON on one line. */
export function printOnLine(value: Plain, style: LineStyle = USUAL_LINE): string {
  if (isScalar(value)) return printScalar(value);
  if (isList(value)) return `[${value.map((item) => printOnLine(item, style)).join(style.comma)}]`;
  const entries = Object.entries(value).map(([key, item]) => JSON.stringify(key) + style.colon + printOnLine(item, style));
  return entries.length === 0 ? '{}' : `{${style.pad}${entries.join(style.comma)}${style.pad}}`;
}

function block(open: string, parts: readonly string[], close: string, { indent, unit, lineEnd }: PrintLayout): string {
  if (parts.length === 0) return open + close;
  const lead = lineEnd + indent + unit;
  return `${open}${lead}${parts.join(`,${lead}`)}${lineEnd}${indent}${close}`;
}

type Scalar = Exclude<Plain, object>;

/** Python reads NaN and the infinities by these names, and has no negative zero among its integers. */
function printScalar(value: Scalar): string {
  if (value === undefined) throw new Error('an unknown value has no text');
  if (typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0))) return JSON.stringify(value);
  return value === 0 ? '-0.0' : String(value);
}

export function isScalar(value: Plain): value is Scalar {
  return typeof value !== 'object' || value === null;
}

export function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
