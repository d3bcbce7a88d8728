import type { Range } from '../text/range';
import { CloseBrace, CloseBracket, CloseParenthesis, Colon, Comma, Equals, isWordAt, Star } from './characters';
import type { ExpressionTree } from './expression-tree';
import type { Lines } from './lines';
import { readPrimary } from './read-primary';
import { charAt, cursorAt, giveUp, goDeeper, isEnd, skip, type TreeCursor } from './tree-cursor';

/** Reads the expression in this range of a text. Never fails; takes linear time. */
export function readTree(lines: Lines, range: Range): ExpressionTree {
  const cursor = cursorAt(lines, range);
  const start = range.start;
  const items: ExpressionTree[] = [];
  while (skip(cursor) < cursor.end) {
    const before = cursor.i;
    items.push(tuple(cursor));
    if (cursor.i === before) cursor.i++;
  }
  return items.length === 1 ? (items[0] as ExpressionTree) : { kind: 'other', items, start, end: range.end };
}

/** `a, b` without parentheses, or one expression. */
function tuple(cursor: TreeCursor): ExpressionTree {
  const { i: start } = cursor;
  const first = readOperation(cursor);
  if (charAt(cursor) !== Comma) return first;
  const items = [first];
  while (charAt(cursor) === Comma) {
    cursor.i++;
    const before = skip(cursor);
    const item = readOperation(cursor);
    if (cursor.i > before) items.push(item);
  }
  return { kind: 'items', items, start, end: cursor.i };
}

/** Parts joined by `and`, `or`, `if … else`, `for`, up to a comma, a colon, `=` or a closing bracket. */
export function readOperation(cursor: TreeCursor): ExpressionTree {
  const start = skip(cursor);
  if (!goDeeper(cursor)) return giveUp(cursor, start);
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

function wordAt(cursor: TreeCursor): string | undefined {
  if (skip(cursor) >= cursor.end) return undefined;
  WORD.lastIndex = cursor.i;
  return WORD.exec(cursor.lines.text)?.[0];
}

const OPERATOR = /(?:not[ \t]+in|is[ \t]+not|in|is)(?![\w\u0080-\uffff])|==|!=|<=|>=|:=|->|\*\*|\/\/|<<|>>|[-+*/%@&|^~<>]/y;
const COMPARISON = /^(?:==|!=|in|not[ \t]+in|is|is[ \t]+not)$/;

/** Operands with operators between them. */
function comparison(cursor: TreeCursor): ExpressionTree {
  const { text } = cursor.lines;
  const start = skip(cursor);
  if (start < cursor.end && isWordAt(text, 'not', start)) {
    cursor.i += 'not'.length;
    if (!goDeeper(cursor)) return giveUp(cursor, start);
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
    operands.push(readPrimary(cursor));
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

function skipLambdaHeader(cursor: TreeCursor): void {
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
      readPrimary(cursor);
      if (cursor.i === before) cursor.i++;
    }
  }
}
