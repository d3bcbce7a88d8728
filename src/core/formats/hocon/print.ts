import {
  type Draft,
  type DraftArray,
  type DraftItem,
  type DraftObject,
  type DraftScalar,
  draftOf,
  floatText,
  hasNotesInside,
} from '../../tree/draft';
import type { Plain } from '../../tree/query';
import { quoteKey, quoteText } from './quote';

/** How entries are written. */
export interface PrintStyle {
  /** One level of indentation. */
  readonly unit: string;
  /** What stands between a key and its value, and between a key and its object. */
  readonly assign: string;
  readonly assignObject: string;
  /** Every key is in quotes, as in JSON. */
  readonly quotesKeys: boolean;
  /** Commas stand at the ends of lines. */
  readonly commas: boolean;
  /** Objects of single values stand on one line where they fit. */
  readonly shortObjects: boolean;
}

/** Lists of single values stay on one line up to this length. */
const LONGEST = 80;
/** The style of NVFLARE's own job templates. */
export const USUAL_STYLE: PrintStyle = {
  unit: '  ',
  assign: ' = ',
  assignObject: ' ',
  quotesKeys: false,
  commas: false,
  shortObjects: false,
};

/** A new HOCON text that holds just this value: no braces around all, two spaces, ending with a line end. Throws for an unknown value. */
export function printHocon(value: Plain): string {
  return printHoconDraft(draftOf(value));
}

/** The same of a draft, with its comments. */
export function printHoconDraft(value: Draft): string {
  const needsNoBraces = value.kind === 'object' && value.entries.length > 0;
  const lines = needsNoBraces ? [...headOf(value), ...printMembers(value, USUAL_STYLE)] : printValue('', value, USUAL_STYLE);
  return `${lines.join('\n')}\n`;
}

/** An entry as lines, those inside its braces indented by one unit more. */
export function printEntry(key: string, item: DraftItem, style: PrintStyle, comma = ''): readonly string[] {
  const before = keyText(key, style) + (item.value.kind === 'object' ? style.assignObject : style.assign);
  return withComments(item, printValue(before, item.value, style), comma);
}

/** An item of a list as lines. */
export function printItem(item: DraftItem, style: PrintStyle, comma = ''): readonly string[] {
  return withComments(item, printValue('', item.value, style), comma);
}

function withComments({ above = [], beside }: DraftItem, lines: readonly string[], comma: string): readonly string[] {
  const end = comma + (beside === undefined ? '' : ` ${beside}`);
  return end === '' ? [...above, ...lines] : [...above, ...lines.slice(0, -1), lines.at(-1) + end];
}

/** The value as lines, the first of which begins with the given text. */
export function printValue(before: string, value: Draft, style: PrintStyle): readonly string[] {
  if (isSingle(value) || fitsOnLine(value, style, before.length)) return [before + printInline(value, style)];
  const [opening, closing] = value.kind === 'object' ? ['{', '}'] : ['[', ']'];
  const members = printMembers(value, style).map((line) => (line === '' ? '' : style.unit + line));
  return [[before + opening, ...headOf(value)].join(' '), ...members, closing];
}

function printMembers(value: DraftObject | DraftArray, style: PrintStyle): readonly string[] {
  const count = value.kind === 'object' ? value.entries.length : value.items.length;
  const comma = (index: number) => (style.commas && index < count - 1 ? ',' : '');
  const members =
    value.kind === 'object'
      ? value.entries.flatMap((entry, index) => printEntry(entry.key, entry, style, comma(index)))
      : value.items.flatMap((item, index) => printItem(item, style, comma(index)));
  return [...members, ...(value.foot ?? [])];
}

function headOf({ head }: DraftObject | DraftArray): readonly string[] {
  return head === undefined ? [] : [head];
}

/** Empty objects and arrays, and short lists of single values, without comments; short objects of single values in some styles. */
function fitsOnLine(value: DraftObject | DraftArray, style: PrintStyle, column: number): boolean {
  if (hasNotesInside(value)) return false;
  if (value.kind === 'object') {
    if (value.entries.length === 0) return true;
    if (!style.shortObjects || !value.entries.every((entry) => isSingle(entry.value))) return false;
    return column + printInline(value, style).length <= LONGEST;
  }
  return value.items.every((item) => isSingle(item.value)) && printInline(value).length <= LONGEST;
}

/** The value on one line, without comments. */
export function printInline(value: Draft, style = USUAL_STYLE): string {
  if (value.kind === 'array') return `[${value.items.map((item) => printInline(item.value, style)).join(', ')}]`;
  if (value.kind === 'object') {
    const entries = value.entries.map((entry) => printInlineEntry(entry.key, entry.value, style));
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return printScalar(value);
}

/** The entry on one line, without comments. */
export function printInlineEntry(key: string, value: Draft, style: PrintStyle): string {
  const assign = value.kind === 'object' ? style.assignObject : style.assign;
  return keyText(key, style) + assign + printInline(value, style);
}

function keyText(key: string, { quotesKeys }: PrintStyle): string {
  const text = quoteKey(key);
  return quotesKeys && !text.startsWith('"') ? `"${text}"` : text;
}

/** pyhocon has no NaN and no infinities: without quotes they are texts. */
function printScalar(value: DraftScalar): string {
  switch (value.kind) {
    case 'string':
      return quoteText(value.value);
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

/** Whether it holds no other values. */
export function isSingle(value: Draft): value is DraftScalar {
  return value.kind !== 'object' && value.kind !== 'array';
}
