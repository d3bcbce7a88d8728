import { isBlank, isLineEnd } from '../parse/characters';

/** The offset at which the line of the offset begins. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Behind the line end at the offset, if there is one. */
export function behindLineEnd(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return isLineEnd(text.charCodeAt(offset)) ? offset + 1 : offset;
}

/** The blanks that the line of the offset begins with. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  let end = start;
  while (isBlank(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}

/** Whether only blanks stand before the offset on its line. */
export function beginsLine(text: string, offset: number): boolean {
  let at = offset;
  while (isBlank(text.charCodeAt(at - 1))) at--;
  return at === 0 || isLineEnd(text.charCodeAt(at - 1));
}

/** Where the comments above the line of the offset begin, up to an empty line or anything else. */
export function commentsAbove(text: string, offset: number): number {
  let start = lineStart(text, offset);
  while (start > 0) {
    const before = lineStart(text, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1);
    if (!/^[ \t]*(?:#|\/\/)/.test(text.slice(before, start))) break;
    start = before;
  }
  return start;
}

/** The offset of the comma behind the offset, on the same line. */
export function commaBehind(text: string, offset: number): number | undefined {
  let at = offset;
  while (isBlank(text.charCodeAt(at))) at++;
  return text.charAt(at) === ',' ? at : undefined;
}
