import { Apostrophe, Dot, endOfName, nameAt, OpenBrace, OpenBracket, OpenParenthesis, Quote } from './characters';
import type { ExpressionTree } from './expression-tree';
import { readBraces, readCallArguments, readParentheses, readSquare } from './read-brackets';
import { endOfString } from './strings';
import { charAt, isEnd, skip, type TreeCursor } from './tree-cursor';

/** Reads an atom with the attributes, calls and subscripts behind it. */
export function readPrimary(cursor: TreeCursor): ExpressionTree {
  let tree = atom(cursor);
  for (;;) {
    const c = charAt(cursor);
    if (c === Dot) {
      cursor.i++;
      const nameStart = skip(cursor);
      const end = endOfName(cursor.lines.text, nameStart);
      cursor.i = end;
      tree = { kind: 'attribute', object: tree, name: nameAt(cursor.lines.text, nameStart, end), start: tree.start, end };
    } else if (c === OpenParenthesis) {
      const list = readCallArguments(cursor);
      tree = { kind: 'call', callee: tree, arguments: list, start: tree.start, end: cursor.i };
    } else if (c === OpenBracket) {
      const items = [tree, ...readSquare(cursor)];
      tree = { kind: 'subscript', items, start: tree.start, end: cursor.i };
    } else return tree;
  }
}

const NUMBER = /\.?[0-9](?:[eE][+-]|[\w.])*/y;

function atom(cursor: TreeCursor): ExpressionTree {
  const { text } = cursor.lines;
  const start = cursor.i;
  const c = charAt(cursor);
  if (c === OpenParenthesis) return readParentheses(cursor, start);
  if (c === OpenBracket) return { kind: 'items', items: readSquare(cursor), start, end: cursor.i };
  if (c === OpenBrace) return readBraces(cursor, start);
  const nameEnd = endOfName(text, start);
  const quote = text.charCodeAt(nameEnd);
  if ((quote === Quote || quote === Apostrophe) && nameEnd - start <= 3) return strings(cursor);
  if (nameEnd > start) {
    cursor.i = nameEnd;
    return { kind: 'name', name: nameAt(text, start, nameEnd), start, end: nameEnd };
  }
  NUMBER.lastIndex = start;
  if (NUMBER.test(text)) cursor.i = NUMBER.lastIndex;
  else if (!isEnd(c)) cursor.i++;
  return { kind: 'number', start, end: cursor.i };
}

/** One string, or several side by side, which are one value. */
function strings(cursor: TreeCursor): ExpressionTree {
  const { lines } = cursor;
  const start = cursor.i;
  let end = start;
  for (;;) {
    const at = skip(cursor);
    const nameEnd = endOfName(lines.text, at);
    const quote = lines.text.charCodeAt(nameEnd);
    if (at >= cursor.end || (quote !== Quote && quote !== Apostrophe) || nameEnd - at > 3) break;
    end = endOfString(lines, nameEnd);
    cursor.i = end;
  }
  return { kind: 'string', start, end };
}
