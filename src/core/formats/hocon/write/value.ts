import type { TextEdit } from '../../../text/text-edit';
import { type Draft, draftOf } from '../../../tree/draft';
import type { ConfigNode } from '../../../tree/node';
import type { Plain } from '../../../tree/query';
import { isBlank } from '../parse/characters';
import { isSingle, printEntry, printHocon, printInline, printInlineEntry, printValue } from '../print';
import type { Occurrence, ValuePlace, WriteContext } from './context';
import { beginsLine, indentAt } from './lines';

/** Puts another value in the place of the node. */
export function replaceValue(context: WriteContext, node: ConfigNode, place: ValuePlace, value: Plain): TextEdit | undefined {
  const { text } = context;
  const draft = draftOf(value);
  if (place.kind === 'alone') {
    const isWhole = node.start === 0 && node.end === text.length && !/^[{[]/.test(text);
    const newText = isWhole ? printHocon(value).replaceAll('\n', context.lineEnd) : textOf(context, draft, node);
    return { range: { start: node.start, end: node.end }, newText };
  }
  const last = place.occurrences.at(-1);
  return last && replaceBehindKey(context, last, draft);
}

/** An object may follow its key at once; anything else needs an equals sign or colon. */
function replaceBehindKey(context: WriteContext, { entry, step }: Occurrence, draft: Draft): TextEdit {
  const { text, style } = context;
  const { operator, value, path } = entry;
  const newText = textOf(context, draft, value);
  const keyEnd = path[step]?.end ?? entry.keyEnd;
  const isWholeKey = step === path.length - 1;
  const assign = draft.kind === 'object' ? style.assignObject : style.assign;
  if (!isWholeKey) return { range: { start: keyEnd, end: value.end }, newText: assign + newText };
  const end = Math.max(value.end, entry.operatorStart);
  if (operator === '{' && draft.kind !== 'object')
    return { range: { start: entry.keyEnd, end }, newText: style.assign + newText };
  if (operator === '+=') return { range: { start: entry.operatorStart, end }, newText: `= ${newText}` };
  const hasOperator = operator === '{' || /[=:]/.test(text.charAt(entry.operatorStart));
  if (!hasOperator) return { range: { start: entry.keyEnd, end: entry.keyEnd }, newText: assign + newText };
  const isTight = value.start === value.end && !isBlank(text.charCodeAt(value.start - 1));
  return { range: { start: value.start, end: value.end }, newText: isTight ? ` ${newText}` : newText };
}

/** The text of a value that takes the place of another one. A word without quotes stays without them. */
function textOf(context: WriteContext, value: Draft, old: { readonly start: number; readonly end: number }): string {
  const { text, style } = context;
  if (value.kind === 'string' && isBareWord(value.value) && isBareWord(text.slice(old.start, old.end))) return value.value;
  const isOverLines = /[\r\n]/.test(text.slice(old.start, old.end));
  if (isSingle(value) || (!isOverLines && !hasRoom(text, old.start))) return printInline(value, style);
  return linesToText(context, printValue('', value, style), indentAt(text, old.start));
}

/** Whether HOCON reads the word as this very text: no other kind of value begins with a letter and goes on so. */
function isBareWord(word: string): boolean {
  return /^[A-Za-z][\w.-]*$/.test(word) && !/^(?:true|false|null)$/i.test(word);
}

/** Whether nothing but one key stands before the value on its line. */
function hasRoom(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && !/[\r\n,{[]/.test(text.charAt(at - 1))) at--;
  return beginsLine(text, at);
}

/** A new entry or item, on lines of its own or not. */
export function memberText(
  context: WriteContext,
  key: string | undefined,
  value: Draft,
  { indent, isInline }: { readonly indent: string; readonly isInline: boolean },
): string {
  const { style } = context;
  if (isInline) return key === undefined ? printInline(value, style) : printInlineEntry(key, value, style);
  return linesToText(context, key === undefined ? printValue('', value, style) : printEntry(key, { value }, style), indent);
}

/** Lines behind each other; all but the first are indented. */
function linesToText({ lineEnd }: WriteContext, lines: readonly string[], indent: string): string {
  return lines.map((line, index) => (index === 0 || line === '' ? line : indent + line)).join(lineEnd);
}
