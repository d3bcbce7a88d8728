import { type Draft, type DraftEntry, type DraftItem, type DraftScalar, floatText } from '../../tree/draft';

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
  /** How objects that lie so many levels in stand on one line where they fit; over lines, as all others, without it. */
  readonly inner?: { readonly levels: number; readonly line: LineStyle } | undefined;
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
/** How a line is written where no text shows a habit. */
export const USUAL_LINE: LineStyle = { colon: ': ', comma: ', ', pad: '' };
const USUAL_LAYOUT: PrintLayout = { unit: '  ', lineEnd: '\n', indent: '', column: 0, colon: ': ' };

/** A new JSON text that holds just this value: two spaces, ending with a line end. Comments are left out. */
export function printJson(value: Draft): string {
  return `${printOverLines(value, USUAL_LAYOUT)}\n`;
}

/**
 * The value as JSON with an entry on each line; arrays of plain values stay on one line where they fit, except for the
 * value itself if it is to be `open`.
 */
export function printOverLines(value: Draft, layout: PrintLayout, open = false): string {
  if (isScalar(value)) return printScalar(value);
  if (value.kind === 'array') {
    const line = !open && value.items.every((item) => isScalar(item.value)) ? printOnLine(value) : undefined;
    if (line !== undefined && layout.column + line.length <= WIDEST) return line;
  }
  if (layout.inner?.levels === 0) {
    const line = printOnLine(value, layout.inner.line);
    if (layout.column + line.length <= WIDEST) return line;
  }
  const inner = layout.inner && { ...layout.inner, levels: Math.max(0, layout.inner.levels - 1) };
  const parts = members(value).map((member) => {
    const name = nameOf(member, layout.colon);
    const indent = layout.indent + layout.unit;
    return name + printOverLines(member.value, { ...layout, inner, indent, column: indent.length + name.length });
  });
  const lead = layout.lineEnd + layout.indent + layout.unit;
  const [opening, closing] = bracketsOf(value);
  if (parts.length === 0) return opening + closing;
  return `${opening}${lead}${parts.join(`,${lead}`)}${layout.lineEnd}${layout.indent}${closing}`;
}

/** The value as JSON on one line. */
export function printOnLine(value: Draft, style: LineStyle = USUAL_LINE): string {
  if (isScalar(value)) return printScalar(value);
  const parts = members(value).map((member) => nameOf(member, style.colon) + printOnLine(member.value, style));
  const [opening, closing] = bracketsOf(value);
  const pad = parts.length > 0 && value.kind === 'object' ? style.pad : '';
  return opening + pad + parts.join(style.comma) + pad + closing;
}

/** Whether the value is neither an object nor an array. */
export function isScalar(value: Draft): value is DraftScalar {
  return value.kind !== 'object' && value.kind !== 'array';
}

/** What lies in an object or an array. */
export function members(value: Exclude<Draft, DraftScalar>): readonly (DraftItem | DraftEntry)[] {
  return value.kind === 'object' ? value.entries : value.items;
}

function bracketsOf({ kind }: Exclude<Draft, DraftScalar>): readonly [string, string] {
  return kind === 'object' ? ['{', '}'] : ['[', ']'];
}

function nameOf(member: DraftItem | DraftEntry, colon: string): string {
  return 'key' in member ? JSON.stringify(member.key) + colon : '';
}

/** Python reads NaN and the infinities by the names that JavaScript gives them. */
function printScalar(value: DraftScalar): string {
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.value);
    case 'integer':
      return value.digits;
    case 'float':
      return floatText(value.value);
    case 'boolean':
      return String(value.value);
    case 'null':
      return 'null';
  }
}
