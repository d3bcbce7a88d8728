import type { StringNode } from '../../../tree/node';
import { isBlank, isUnquotedCharacter } from './characters';
import type { Cursor } from './cursor';

/** The escapes that pyhocon knows; any other stays as written, backslash and all. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  n: '\n',
  r: '\r',
  t: '\t',
  '=': '=',
  '#': '#',
  '!': '!',
  '"': '"',
};

/** Reads a text in three quotes: no escapes, as many lines as it likes. `undefined` where it is not closed. */
export function readVerbatim(cursor: Cursor): StringNode | undefined {
  const start = cursor.at;
  const close = cursor.text.indexOf('"""', start + 3);
  if (close === -1) return undefined;
  let end = close + 3;
  while (cursor.text.charCodeAt(end) === 34) end++;
  cursor.at = cursor.tailStart = end;
  cursor.unquoted = false;
  const value = cursor.tabs.slice(start + 3, end - 3);
  return { kind: 'string', start, end, value };
}

/** Reads a text in quotes, which must be closed on its line, and the blanks behind it. */
export function readQuoted(cursor: Cursor): StringNode | undefined {
  const start = cursor.at;
  const close = closingQuote(cursor, start);
  if (close === -1) return undefined;
  const { text } = cursor;
  const raw = cursor.tabs.slice(start + 1, close);
  const end = close + 1;
  let i = end;
  while (isBlank(text.charCodeAt(i))) i++;
  cursor.at = i;
  cursor.tailStart = end;
  cursor.unquoted = false;
  if (cursor.tabs.hasTabs) noticeTabs(cursor, start, end);
  if (!cursor.hasEscapes) return { kind: 'string', start, end, value: raw };
  noticeEscapes(cursor, start + 1, close);
  return { kind: 'string', start, end, value: unescaped(raw) };
}

/** Where the quotes that open at `start` close, or -1. Only a line feed ends the line here. */
export function closingQuote(cursor: Cursor, start: number): number {
  if (start < cursor.unclosedUntil) return -1;
  const { text } = cursor;
  cursor.hasEscapes = false;
  for (let i = start + 1; ; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) return i;
    if (code === 92 && text.charCodeAt(i + 1) !== 10) {
      cursor.hasEscapes = true;
      i++;
    } else if (code === 10 || code === 92 || i >= text.length) {
      cursor.unclosedUntil = i;
      return -1;
    }
  }
}

/** Reads a text without quotes, up to a character that needs them or the blanks behind a word. */
export function readUnquoted(cursor: Cursor): StringNode | undefined {
  const { text } = cursor;
  const start = cursor.at;
  let i = start;
  let escaped = false;
  for (;;) {
    const code = text.charCodeAt(i);
    if (isUnquotedCharacter(code)) i++;
    else if (code === 92 && i + 1 < text.length && text.charCodeAt(i + 1) !== 10) {
      escaped = true;
      i += 2;
      // The tab is blanks by now, and a second blank ends the word.
      if (text.charCodeAt(i - 1) === 9 && cursor.tabs.widthAt(i - 1) > 1) break;
    } else break;
  }
  if (i === start) return undefined;
  const end = i;
  while (isBlank(text.charCodeAt(i))) i++;
  cursor.at = cursor.tailStart = i;
  cursor.unquoted = true;
  if (!escaped) return { kind: 'string', start, end, value: i === end ? text.slice(start, end) : cursor.tabs.slice(start, i) };
  noticeEscapes(cursor, start, end);
  return { kind: 'string', start, end, value: unescaped(cursor.tabs.slice(start, i)) };
}

function unescaped(raw: string): string {
  return raw.replace(/\\(.)/g, (whole, letter: string) => ESCAPES[letter] ?? whole);
}

/** JSON's escapes mean nothing to pyhocon, which leaves them in the text. */
function noticeEscapes(cursor: Cursor, start: number, end: number): void {
  for (const match of cursor.text.slice(start, end).matchAll(/\\(?:(u[0-9a-fA-F]{4})|[^\n])/g)) {
    const written = match[0];
    if (ESCAPES[written.slice(1)] !== undefined) continue;
    const at = start + match.index;
    const newText = written === '\\/' ? '/' : match[1] ? fromUnicodeEscape(written) : undefined;
    cursor.notice(
      `pyhocon does not know the escape ${written.trim()} and leaves it in the text as it stands`,
      at,
      at + written.length,
      newText === undefined
        ? undefined
        : { title: 'Write the character itself', edits: [{ range: { start: at, end: at + written.length }, newText }] },
    );
  }
}

/** The character, where it can stand in quotes as it is. */
function fromUnicodeEscape(written: string): string | undefined {
  const code = Number.parseInt(written.slice(2), 16);
  const isPlain = code >= 0x20 && code !== 0x22 && code !== 0x5c && code !== 0x7f && (code & 0xf800) !== 0xd800;
  return isPlain ? String.fromCharCode(code) : undefined;
}

function noticeTabs(cursor: Cursor, start: number, end: number): void {
  const tab = cursor.text.slice(start, end).indexOf('\t');
  if (tab === -1) return;
  const newText = cursor.text.slice(start, end).replaceAll('\t', '\\t');
  cursor.notice('pyhocon turns this tab into blanks', start + tab, start + tab + 1, {
    title: 'Write \\t',
    edits: [{ range: { start, end }, newText }],
  });
}
