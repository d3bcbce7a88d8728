import { type Draft, type DraftItem, type DraftScalar, draftOf, floatText, hasNotes, hasNotesInside } from '../../../tree/draft';
import type { Plain } from '../../../tree/query';
import { type QuoteStyle, quote, quoteKey } from './quote';

/** Lists of single values stay on one line up to this length. */
const LONGEST = 80;
const TWO_SPACES = '  ';

/** A new YAML text that holds just this value: two spaces, ending with a line end. Throws for an unknown value. */
export function printYaml(value: Plain): string {
  return printYamlDraft(draftOf(value));
}

/** The same of a draft, with its comments. */
export function printYamlDraft(value: Draft): string {
  const lines = fitsOnLine(value)
    ? printShort(printInline(value, false), { value })
    : [headOf(value), ...printLines(value, TWO_SPACES)].filter((line) => line !== undefined);
  return `${lines.join('\n')}\n`;
}

/** The value as lines, a key or an item on each, and each level indented by one unit more. The comment at its head is left out. */
export function printLines(value: Draft, unit: string): readonly string[] {
  if (fitsOnLine(value) || isSingle(value)) return [printInline(value, false), ...footOf(value)];
  const members =
    value.kind === 'array'
      ? value.items.flatMap((item) => printItem(item, unit))
      : value.entries.flatMap((entry) => printEntry(entry.key, entry, unit));
  return [...members, ...footOf(value)];
}

/** An entry as lines, as `printLines` does it. */
export function printEntry(key: string, item: DraftItem, unit: string, style: QuoteStyle = 'plain'): readonly string[] {
  const name = `${quoteKey(key, false, style)}:`;
  const { value } = item;
  if (fitsOnLine(value)) return printShort(`${name} ${printInline(value, false)}`, item);
  const { above = [], beside } = item;
  const head = headOf(value);
  const below = head === undefined || beside === undefined ? [] : [beside];
  const lines = [...printLines(value, unit), ...below];
  return [...above, withComment(name, head ?? beside), ...lines.map((line) => indented(line, unit))];
}

/** An item of a list as lines: the dash takes two columns of each. */
export function printItem(item: DraftItem, unit: string): readonly string[] {
  const { value, above = [], beside } = item;
  if (fitsOnLine(value)) return printShort(`- ${printInline(value, false)}`, item);
  const lines = [headOf(value), ...printLines(value, unit), beside].filter((line) => line !== undefined);
  const [first = '', ...rest] = lines;
  return [...above, `- ${first}`, ...rest.map((line) => indented(line, '  '))];
}

/** A line with a value that has no lines of its own: comments inside of an empty one come above. */
function printShort(line: string, { value, above = [], beside }: DraftItem): readonly string[] {
  const head = headOf(value);
  const foot = footOf(value);
  if (head === undefined || (beside === undefined && foot.length === 0)) {
    return [...above, ...foot, withComment(line, beside ?? head)];
  }
  return [...above, head, ...foot, withComment(line, beside)];
}

function indented(line: string, indent: string): string {
  return line === '' ? '' : indent + line;
}

function withComment(line: string, comment: string | undefined): string {
  return comment === undefined ? line : `${line} ${comment}`;
}

function headOf(value: Draft): string | undefined {
  return 'head' in value ? value.head : undefined;
}

function footOf(value: Draft): readonly string[] {
  return 'foot' in value ? (value.foot ?? []) : [];
}

/** The value on one line, without comments; `isFlow` says whether it stands inside brackets already. */
export function printInline(value: Draft, isFlow: boolean, style: QuoteStyle = 'plain'): string {
  if (value.kind === 'array') return `[${value.items.map((item) => printInline(item.value, true)).join(', ')}]`;
  if (value.kind === 'object') return `{${value.entries.map((entry) => printFlowEntry(entry.key, entry.value)).join(', ')}}`;
  return value.kind === 'string' ? quote(value.value, isFlow, style) : printScalar(value);
}

/** `key: value` inside braces. */
export function printFlowEntry(key: string, value: Draft, style: QuoteStyle = 'plain'): string {
  return `${quoteKey(key, true, style)}: ${printInline(value, true)}`;
}

function printScalar(value: Exclude<DraftScalar, { kind: 'string' }>): string {
  if (value.kind === 'null') return 'null';
  if (value.kind === 'boolean') return String(value.value);
  if (value.kind === 'integer') return value.digits;
  if (Number.isNaN(value.value)) return '.nan';
  if (!Number.isFinite(value.value)) return value.value > 0 ? '.inf' : '-.inf';
  return floatText(value.value);
}

/** Single values, empty collections, and short lists of single values without comments. */
export function fitsOnLine(value: Draft): boolean {
  if (value.kind === 'object') return value.entries.length === 0;
  if (value.kind !== 'array') return true;
  const isPlainList = value.items.every((item) => isSingle(item.value) && !hasNotes(item)) && !hasNotesInside(value);
  return value.items.length === 0 || (isPlainList && printInline(value, false).length <= LONGEST);
}

function isSingle(value: Draft): value is DraftScalar {
  return value.kind !== 'object' && value.kind !== 'array';
}
