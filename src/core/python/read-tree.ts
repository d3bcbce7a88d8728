import type { Range } from '../text/range';
import {
  Apostrophe,
  CloseBrace,
  CloseBracket,
  CloseParenthesis,
  Colon,
  Comma,
  Dot,
  Equals,
  endOfName,
  isNamePart,
  isWordAt,
  nameAt,
  OpenBrace,
  OpenBracket,
  OpenParenthesis,
  Quote,
  Star,
} from './characters';
import type { CallArgument, ExpressionTree } from './expression-tree';
import type { Lines } from './lines';
import { skipBlank } from './lines';
import { endOfString } from './strings';

/** Deeper expressions become an `other` without items. */
const MAX_DEPTH = 100;

/** What a parser of one expression holds: where it is, and how deep. */
interface Cursor {
  readonly lines: Lines;
  readonly end: number;
  i: number;
  depth: number;
}

/** Reads the expression in this range of a text. Never fails; takes linear time. */
export function readTree(lines: Lines, range: Range): ExpressionTree {
  const cursor: Cursor = { lines, end: range.end, i: range.start, depth: 0 };
  const start = range.start;
  const items: ExpressionTree[] = [];
  while (skip(cursor) < cursor.end) {
    const before = cursor.i;
    items.push(tuple(cursor));
    if (cursor.i === before) cursor.i++;
  }
  return items.length === 1 ? (items[0] as ExpressionTree) : { kind: 'other', items, start, end: range.end };
}

function skip(cursor: Cursor): number {
  const { lines } = cursor;
  const i = skipBlank(lines, cursor.i, true);
  cursor.i = i === lines.gaveUpAt ? cursor.end : Math.min(i, cursor.end);
  return cursor.i;
}

function charAt(cursor: Cursor): number {
  return skip(cursor) < cursor.end ? cursor.lines.text.charCodeAt(cursor.i) : Number.NaN;
}

/** `a, b` without parentheses, or one expression. */
function tuple(cursor: Cursor): ExpressionTree {
  const { i: start } = cursor;
  const first = operation(cursor);
  if (charAt(cursor) !== Comma) return first;
  const items = [first];
  while (charAt(cursor) === Comma) {
    cursor.i++;
    const before = skip(cursor);
    const item = operation(cursor);
    if (cursor.i > before) items.push(item);
  }
  return { kind: 'items', items, start, end: cursor.i };
}

/** Parts joined by `and`, `or`, `if … else`, `for`, up to a comma, a colon, `=` or a closing bracket. */
function operation(cursor: Cursor): ExpressionTree {
  const start = skip(cursor);
  if (++cursor.depth > MAX_DEPTH) return tooDeep(cursor, start);
  const parts: ExpressionTree[] = [];
  const words: string[] = [];
  for (;;) {
    const before = skip(cursor);
    const part = comparison(cursor);
    const isLoop = words[words.length - 1] === 'for' && part.kind === 'comparison';
    if (cursor.i > before) parts.push(isLoop ? { ...part, kind: 'loop' } : part);
    const word = wordAt(cursor);
    if (word === undefined) break;
    words.push(word);
    cursor.i += word.length;
    if (word === 'lambda') skipLambdaHeader(cursor);
  }
  cursor.depth--;
  const [only] = parts;
  if (only && parts.length === 1 && words.every((word) => word === 'await')) return only;
  const range = { start, end: cursor.i };
  const alternatives = alternativesOf(parts, words);
  if (!alternatives) return { kind: 'other', items: parts, ...range };
  const beside = parts.filter((part) => !alternatives.includes(part));
  return { kind: 'choice', items: alternatives, beside, ...range };
}

/** Words that join parts of an expression, or that stand in front of one. */
const WORD = /(?:and|or|if|else|for|async|await|lambda|yield|from)(?![\w\u0080-\uffff])/y;

function wordAt(cursor: Cursor): string | undefined {
  if (skip(cursor) >= cursor.end) return undefined;
  WORD.lastIndex = cursor.i;
  return WORD.exec(cursor.lines.text)?.[0];
}

const OPERATOR = /(?:not[ \t]+in|is[ \t]+not|in|is)(?![\w\u0080-\uffff])|==|!=|<=|>=|:=|->|\*\*|\/\/|<<|>>|[-+*/%@&|^~<>]/y;
const COMPARISON = /^(?:==|!=|in|not[ \t]+in|is|is[ \t]+not)$/;

/** Operands with operators between them. */
function comparison(cursor: Cursor): ExpressionTree {
  const { text } = cursor.lines;
  const start = skip(cursor);
  if (start < cursor.end && isWordAt(text, 'not', start)) {
    cursor.i += 'not'.length;
    if (++cursor.depth > MAX_DEPTH) return tooDeep(cursor, start);
    const item = comparison(cursor);
    cursor.depth--;
    return { kind: 'negation', items: [item], start, end: cursor.i };
  }
  const operands: ExpressionTree[] = [];
  const operators: string[] = [];
  while (skip(cursor) < cursor.end && wordAt(cursor) === undefined) {
    OPERATOR.lastIndex = cursor.i;
    const operator = OPERATOR.exec(text)?.[0];
    if (operator !== undefined) {
      operators.push(operator);
      cursor.i += operator.length;
      continue;
    }
    if (isEnd(text.charCodeAt(cursor.i))) break;
    const before = cursor.i;
    operands.push(primary(cursor));
    if (cursor.i === before) cursor.i++;
  }
  const [only] = operands;
  if (only && operands.length === 1 && operators.length === 0) return only;
  const isComparison = operands.length > 1 && operators.every((operator) => COMPARISON.test(operator));
  return { kind: isComparison ? 'comparison' : 'other', items: operands, start, end: cursor.i };
}

/** The parts one of which is the value of `a or b` and of `a if c else b`. */
function alternativesOf(parts: readonly ExpressionTree[], words: readonly string[]): readonly ExpressionTree[] | undefined {
  const [first, , third] = parts;
  if (words.length > 0 && parts.length === words.length + 1 && words.every((word) => word === 'or')) return parts;
  return first && third && words.join(' ') === 'if else' ? [first, third] : undefined;
}

function isEnd(c: number): boolean {
  return c === Comma || c === Colon || c === Equals || c === CloseParenthesis || c === CloseBracket || c === CloseBrace;
}

function tooDeep(cursor: Cursor, start: number): ExpressionTree {
  cursor.depth--;
  cursor.i = cursor.end;
  return { kind: 'other', items: [], start, end: cursor.end };
}

function skipLambdaHeader(cursor: Cursor): void {
  while (skip(cursor) < cursor.end) {
    const c = charAt(cursor);
    if (c === Colon) {
      cursor.i++;
      return;
    }
    if (c === CloseParenthesis || c === CloseBracket || c === CloseBrace) return;
    if (c === Comma || c === Equals || c === Star) cursor.i++;
    else {
      const before = cursor.i;
      primary(cursor);
      if (cursor.i === before) cursor.i++;
    }
  }
}

function primary(cursor: Cursor): ExpressionTree {
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
      const list = callArguments(cursor);
      tree = { kind: 'call', callee: tree, arguments: list, start: tree.start, end: cursor.i };
    } else if (c === OpenBracket) {
      const items = [tree, ...bracketed(cursor, CloseBracket)];
      tree = { kind: 'subscript', items, start: tree.start, end: cursor.i };
    } else return tree;
  }
}

const NUMBER = /\.?[0-9](?:[eE][+-]|[\w.])*/y;

function atom(cursor: Cursor): ExpressionTree {
  const { text } = cursor.lines;
  const start = cursor.i;
  const c = charAt(cursor);
  if (c === OpenParenthesis) return parenthesised(cursor, start);
  if (c === OpenBracket) return { kind: 'items', items: bracketed(cursor, CloseBracket), start, end: cursor.i };
  if (c === OpenBrace) return mapping(cursor, start);
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
function strings(cursor: Cursor): ExpressionTree {
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

function parenthesised(cursor: Cursor, start: number): ExpressionTree {
  const items = bracketed(cursor, CloseParenthesis);
  const [only] = items;
  const hasComma = cursor.lines.text.slice(start, cursor.i).trimEnd().endsWith(',)');
  if (only && items.length === 1 && !hasComma) return only;
  return { kind: 'items', items, start, end: cursor.i };
}

function mapping(cursor: Cursor, start: number): ExpressionTree {
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
    const item = operation(cursor);
    if (cursor.i === before) cursor.i++;
    else (isKey ? keys : beside).push(item);
  }
  return { kind: 'mapping', items: keys, beside, start, end: cursor.i };
}

/** The expressions between brackets; commas, colons and `=` all part them. */
function bracketed(cursor: Cursor, close: number): readonly ExpressionTree[] {
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
    items.push(operation(cursor));
    if (cursor.i === before) cursor.i++;
  }
  return items;
}

function callArguments(cursor: Cursor): readonly CallArgument[] {
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
    const value = operation(cursor);
    list.push({ name, stars, value });
    if (cursor.i === before && !isNamePart(text.charCodeAt(cursor.i))) cursor.i++;
  }
  return list;
}

/** Reads `name =` in front of an argument, if it is there. */
function keywordAt(cursor: Cursor): string {
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
