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
  for (let code = text.charCodeAt(i); i < text.length; code = text.charCodeAt(i)) {
    if (code === 123 || code === 91) depth++;
    else if (code === 125 || code === 93) {
      if (depth === 0 && i > start) break;
      depth = Math.max(0, depth - 1);
    } else if (depth === 0 && i > start && (code === 44 || isLineEnd(code))) break;
    else if (isCommentAt(text, i) && i > start) {
      if (depth === 0) break;
      i = lineEnd(text, i);
      continue;
    } else if (code === 34) {
      const close = closingQuote(cursor, i);
      if (close !== -1) i = close;
    }
    i++;
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
  for (let code = text.charCodeAt(i); i < text.length; code = text.charCodeAt(i)) {
    if (code === 123 || code === 91) depth++;
    else if (code === 125 || code === 93) depth--;
    else if (isCommentAt(text, i)) {
      i = lineEnd(text, i);
      continue;
    } else if (code === 34) {
      const close = closingQuote(cursor, i);
      if (close !== -1) i = close;
    }
    i++;
    if (depth === 0) break;
  }
  cursor.at = i;
}

/** In what cannot be read, `//` may as well be part of a URL, so a blank or line end must stand before it. */
function isCommentAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 35) return true;
  if (code !== 47 || text.charCodeAt(at + 1) !== 47) return false;
  const before = text.charCodeAt(at - 1);
  return at === 0 || isBlank(before) || isLineEnd(before);
}
