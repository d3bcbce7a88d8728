import type { Range } from '../text/range';
import { CloseBrace, CloseBracket, CloseParenthesis, Colon, Comma, Equals } from './characters';
import type { ExpressionTree } from './expression-tree';
import { type Lines, skipBlank } from './lines';

/** Deeper expressions become an `other` without items. */
const MAX_DEPTH = 100;

/** What a parser of one expression holds: where it is, and how deep. */
export interface TreeCursor {
  readonly lines: Lines;
  readonly end: number;
  i: number;
  depth: number;
}

/** At the start of this range, which is all that is read. */
export function cursorAt(lines: Lines, range: Range): TreeCursor {
  return { lines, end: range.end, i: range.start, depth: 0 };
}

/** Moves over blanks, comments and ends of lines. Returns where it is then. */
export function skip(cursor: TreeCursor): number {
  const { lines } = cursor;
  const i = skipBlank(lines, cursor.i, true);
  cursor.i = i === lines.gaveUpAt ? cursor.end : Math.min(i, cursor.end);
  return cursor.i;
}

/** Moves over blanks. Returns the character there, `NaN` at the end. */
export function charAt(cursor: TreeCursor): number {
  return skip(cursor) < cursor.end ? cursor.lines.text.charCodeAt(cursor.i) : Number.NaN;
}

/** Whether no expression goes on with this character. */
export function isEnd(c: number): boolean {
  return c === Comma || c === Colon || c === Equals || c === CloseParenthesis || c === CloseBracket || c === CloseBrace;
}

/** Goes one level deeper. Returns `false` where that is too deep: then the caller answers with `giveUp`. */
export function goDeeper(cursor: TreeCursor): boolean {
  return ++cursor.depth <= MAX_DEPTH;
}

/** Gives up: what is left of the expression is passed over. */
export function giveUp(cursor: TreeCursor, start: number): ExpressionTree {
  cursor.depth--;
  cursor.i = cursor.end;
  return { kind: 'other', items: [], start, end: cursor.end };
}
