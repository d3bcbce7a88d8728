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

/** Lists of single values stay on one line up to this length. */
const LONGEST = 80;
const UNIT = '  ';

/** A new HOCON text that holds just this value: no braces around all, two spaces, ending with a line end. Throws for an unknown value. */
export function printHocon(value: Plain): string {
  return printHoconDraft(draftOf(value));
}

/** The same of a draft, with its comments. */
export function printHoconDraft(value: Draft): string {
  const needsNoBraces = value.kind === 'object' && value.entries.length > 0;
  const lines = needsNoBraces ? [...headOf(value), ...printMembers(value, UNIT)] : printValue('', value, UNIT);
  return `${lines.join('\n')}\n`;
}

/** An entry as lines, those inside its braces indented by one unit more. */
export function printEntry(key: string, item: DraftItem, unit: string): readonly string[] {
  const name = quoteKey(key);
  return withComments(item, printValue(item.value.kind === 'object' ? `${name} ` : `${name} = `, item.value, unit));
}

/** An item of a list as lines. */
export function printItem(item: DraftItem, unit: string): readonly string[] {
  return withComments(item, printValue('', item.value, unit));
}

function withComments({ above = [], beside }: DraftItem, lines: readonly string[]): readonly string[] {
  if (beside === undefined) return [...above, ...lines];
  return [...above, ...lines.slice(0, -1), `${lines.at(-1)} ${beside}`];
}

function printValue(before: string, value: Draft, unit: string): readonly string[] {
  if (isSingle(value) || fitsOnLine(value)) return [before + printInline(value)];
  const [opening, closing] = value.kind === 'object' ? ['{', '}'] : ['[', ']'];
  const members = printMembers(value, unit).map((line) => (line === '' ? '' : unit + line));
  return [[before + opening, ...headOf(value)].join(' '), ...members, closing];
}

function printMembers(value: DraftObject | DraftArray, unit: string): readonly string[] {
  const members =
    value.kind === 'object'
      ? value.entries.flatMap((entry) => printEntry(entry.key, entry, unit))
      : value.items.flatMap((item) => printItem(item, unit));
  return [...members, ...(value.foot ?? [])];
}

function headOf({ head }: DraftObject | DraftArray): readonly string[] {
  return head === undefined ? [] : [head];
}

/** Empty objects and arrays, and short lists of single values, without comments. */
export function fitsOnLine(value: DraftObject | DraftArray): boolean {
  if (hasNotesInside(value)) return false;
  if (value.kind === 'object') return value.entries.length === 0;
  return value.items.every((item) => isSingle(item.value)) && printInline(value).length <= LONGEST;
}

/** The value on one line, without comments. */
export function printInline(value: Draft): string {
  if (value.kind === 'array') return `[${value.items.map((item) => printInline(item.value)).join(', ')}]`;
  if (value.kind === 'object') {
    const entries = value.entries.map((entry) => `${quoteKey(entry.key)} = ${printInline(entry.value)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return printScalar(value);
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

function isSingle(value: Draft): value is DraftScalar {
  return value.kind !== 'object' && value.kind !== 'array';
}
