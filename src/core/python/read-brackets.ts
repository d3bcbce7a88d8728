import { CloseBrace, CloseBracket, CloseParenthesis, Comma, Equals, endOfName, isNamePart, nameAt, Star } from './characters';
import type { CallArgument, ExpressionTree } from './expression-tree';
import { readOperation } from './read-tree';
import { charAt, isEnd, skip, type TreeCursor } from './tree-cursor';

/** Reads what stands in parentheses: an expression, or several of a tuple. */
export function readParentheses(cursor: TreeCursor, start: number): ExpressionTree {
  const items = bracketed(cursor, CloseParenthesis);
  const [only] = items;
  if (only && items.length === 1 && !endsWithComma(cursor)) return only;
  return { kind: 'items', items, start, end: cursor.i };
}

/** Whether the last thing before the bracket that was just read is a comma: `(a,)` has one member. */
function endsWithComma({ lines: { text }, i }: TreeCursor): boolean {
  return text
    .slice(0, i - 1)
    .trimEnd()
    .endsWith(',');
}

/** Reads what stands in square brackets, of a list or behind a name. */
export function readSquare(cursor: TreeCursor): readonly ExpressionTree[] {
  return bracketed(cursor, CloseBracket);
}

/** Reads what stands in braces, of a dictionary or a set: its keys, or its members. */
export function readBraces(cursor: TreeCursor, start: number): ExpressionTree {
  const keys: ExpressionTree[] = [];
  const beside: ExpressionTree[] = [];
  let isKey = true;
  cursor.i++;
  while (skip(cursor) < cursor.end) {
    const c = charAt(cursor);
    if (c === CloseBrace) {
      cursor.i++;
      break;
    }
    if (isEnd(c)) {
      cursor.i++;
      isKey = c === Comma;
      continue;
    }
    const before = cursor.i;
    const item = readOperation(cursor);
    if (cursor.i === before) cursor.i++;
    else (isKey ? keys : beside).push(item);
  }
  return { kind: 'mapping', items: keys, beside, start, end: cursor.i };
}

/** Reads the arguments of a call. */
export function readCallArguments(cursor: TreeCursor): readonly CallArgument[] {
  const list: CallArgument[] = [];
  const { text } = cursor.lines;
  cursor.i++;
  while (skip(cursor) < cursor.end) {
    let c = charAt(cursor);
    if (c === CloseParenthesis) {
      cursor.i++;
      return list;
    }
    if (isEnd(c)) {
      cursor.i++;
      continue;
    }
    let stars: 0 | 1 | 2 = 0;
    for (; c === Star && stars < 2; c = charAt(cursor)) {
      stars = stars === 0 ? 1 : 2;
      cursor.i++;
    }
    const name = stars === 0 ? keywordAt(cursor) : '';
    const before = skip(cursor);
    const value = readOperation(cursor);
    list.push({ name, stars, value });
    if (cursor.i === before && !isNamePart(text.charCodeAt(cursor.i))) cursor.i++;
  }
  return list;
}

/** The expressions between brackets; commas, colons and `=` all part them. */
function bracketed(cursor: TreeCursor, close: number): readonly ExpressionTree[] {
  const items: ExpressionTree[] = [];
  cursor.i++;
  while (skip(cursor) < cursor.end) {
    const c = charAt(cursor);
    if (c === close) {
      cursor.i++;
      return items;
    }
    if (isEnd(c)) {
      cursor.i++;
      continue;
    }
    const before = cursor.i;
    items.push(readOperation(cursor));
    if (cursor.i === before) cursor.i++;
  }
  return items;
}

/** Reads `name =` in front of an argument, if it is there. */
function keywordAt(cursor: TreeCursor): string {
  const { text } = cursor.lines;
  const start = cursor.i;
  const end = endOfName(text, start);
  if (end === start) return '';
  cursor.i = end;
  if (charAt(cursor) === Equals && text.charCodeAt(cursor.i + 1) !== Equals) {
    cursor.i++;
    return nameAt(text, start, end);
  }
  cursor.i = start;
  return '';
}
