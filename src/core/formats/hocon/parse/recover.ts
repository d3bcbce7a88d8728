import { isBlank, isLineEnd } from './characters';
import { type Cursor, lineEnd } from './cursor';
import { closingQuote } from './texts';

/**
 * Moves over what cannot be read, at least one character of it, to where reading can go on: a comma, a line end, a comment or
 * a bracket that closes what was open before. Brackets that open on the way are passed as a whole. Returns the end of what was
 * passed, without blanks.
 */
export function skipBroken(cursor: Cursor): number {
  const start = cursor.at;
  const { text } = cursor;
  let depth = 0;
  let i = start;
  for (; i < text.length; i = behind(cursor, i)) {
    if (depth === 0 && i > start && canGoOnAt(text, i)) break;
    depth = Math.max(0, depth + turnOf(text.charCodeAt(i)));
  }
  cursor.at = i;
  while (i > start + 1 && isBlank(text.charCodeAt(i - 1))) i--;
  return i;
}

/** Moves behind the bracket that closes the one at the place, or to the end of the text. */
export function skipNested(cursor: Cursor): void {
  const { text } = cursor;
  let depth = 0;
  let i = cursor.at;
  while (i < text.length) {
    depth += turnOf(text.charCodeAt(i));
    i = behind(cursor, i);
    if (depth === 0) break;
  }
  cursor.at = i;
}

/** How much deeper in brackets it is behind this character. */
function turnOf(code: number): number {
  if (code === 123 || code === 91) return 1;
  return code === 125 || code === 93 ? -1 : 0;
}

function canGoOnAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 44 || turnOf(code) < 0 || isLineEnd(code) || isCommentAt(text, at);
}

/** The place behind the character here; a string and a comment are passed as a whole. */
function behind(cursor: Cursor, at: number): number {
  if (isCommentAt(cursor.text, at)) return lineEnd(cursor.text, at);
  if (cursor.text.charCodeAt(at) !== 34) return at + 1;
  const close = closingQuote(cursor, at);
  return close === -1 ? at + 1 : close + 1;
}

/** In what cannot be read, `//` may as well be part of a URL, so a blank or line end must stand before it. */
function isCommentAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 35) return true;
  if (code !== 47 || text.charCodeAt(at + 1) !== 47) return false;
  const before = text.charCodeAt(at - 1);
  return at === 0 || isBlank(before) || isLineEnd(before);
}
