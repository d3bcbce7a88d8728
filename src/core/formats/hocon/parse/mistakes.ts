import type { Range } from '../../../text/range';
import type { ReadProblem } from '../../document';
import { isBlank } from './characters';
import type { Cursor } from './cursor';
import { skipBroken } from './recover';
import type { SyntaxValue } from './syntax';

/**
 * Reports what stands behind a value, or where one should be, and cannot be read; moves behind it and makes the value unknown.
 */
export function refuseLeftover(cursor: Cursor, holder: { value: SyntaxValue }): void {
  const { value } = holder;
  const at = cursor.at;
  const code = cursor.code();
  const end = skipBroken(cursor);
  const start = Math.min(value.start, at);
  const isText = value.kind !== 'braces' && value.kind !== 'brackets';
  cursor.refuse(
    leftoverMessage(cursor.text, at, code, isText),
    at,
    at + 1,
    isText ? quoting(cursor.text, start, end) : undefined,
  );
  holder.value = { kind: 'unknown', start, end, value: undefined };
}

/** Reports what stands where an entry or the end of its object is expected, and moves behind it. */
export function refuseStray(cursor: Cursor): void {
  const start = cursor.at;
  const code = cursor.code();
  const end = skipBroken(cursor);
  if (code === 34) cursor.refuse('the key is not closed on its line', start, end);
  else if (code === 125) cursor.refuse('no brace is open that this one could close', start, start + 1);
  else if (code === 93) cursor.refuse('no bracket is open that this one could close', start, start + 1);
  else if (code === 123 || code === 91) cursor.refuse('a key is expected before this value', start, start + 1);
  else
    cursor.refuse(
      `a key is expected; ${nameOf(cursor.text, start)} cannot start one without quotes`,
      start,
      start + 1,
      keyQuoting(cursor.text, start),
    );
}

/** Reports a key with nothing behind it that would make it one. */
export function refuseMissingOperator(cursor: Cursor, key: Range, open: number | undefined): void {
  const { text } = cursor;
  const isAlone = open !== undefined && text.slice(open + 1, key.start).trim() === '' && cursor.skipBlanks() === 125;
  const message = 'an equals sign, a colon or an opening brace is expected behind this key';
  if (isAlone && !text.slice(key.start, key.end).includes('"')) {
    const range = { start: open, end: cursor.at + 1 };
    cursor.refuse(`${message}; to pyhocon the braces are an object`, key.start, key.end, {
      title: 'Put the braces in quotes',
      edits: [{ range, newText: `"${text.slice(range.start, range.end)}"` }],
    });
    return;
  }
  cursor.refuse(message, key.start, key.end);
  const code = cursor.skipBlanks();
  if (code !== 44 && code !== 10 && code !== 13 && code !== 125 && code !== 93 && cursor.at < text.length) skipBroken(cursor);
}

function leftoverMessage(text: string, at: number, code: number, isText: boolean): string {
  if (code === 34) return 'the string is not closed by a quote on its line';
  if (code === 61) return 'a text with = needs quotes, or a comma or line end is missing before this entry';
  if (code === 92) return 'a backslash at the end of the text joins nothing';
  if (code === 125) return 'no brace is open that this one could close';
  if (!isText) return 'a comma or line end is expected before this';
  return `a text with ${nameOf(text, at)} needs quotes`;
}

/** The character, or its number where it cannot be seen. */
function nameOf(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  const isVisible = code > 32 && !/[\s\p{C}\p{Z}]/u.test(String.fromCodePoint(code));
  return isVisible ? String.fromCodePoint(code) : `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function quoting(text: string, start: number, end: number): ReadProblem['fix'] {
  const written = text.slice(start, end);
  if (written === '' || /["\\\n\t]/.test(written)) return undefined;
  return { title: 'Put the text in quotes', edits: [{ range: { start, end }, newText: `"${written}"` }] };
}

/** Quotes around all that stands before the separator of the entry. */
function keyQuoting(text: string, start: number): ReadProblem['fix'] {
  let end = start;
  while (end < text.length && !/[\n\r"\\,:={}[\]]/.test(text.charAt(end))) end++;
  const next = text.charAt(end);
  if (end === start || !(next === ':' || next === '=' || next === '{')) return undefined;
  while (isBlank(text.charCodeAt(end - 1))) end--;
  const newText = `"${text.slice(start, end)}"`;
  return { title: 'Put the key in quotes', edits: [{ range: { start, end }, newText }] };
}
