import type { Range } from '../text/range';
import { Colon, Equals, endOfName, Hash, isNameStart, isSpace, Semicolon } from './characters';
import type { ExpressionTree } from './expression-tree';
import { AtColon, AtComma, AtEquals, AtSemicolon, endOfExpression } from './expressions';
import type { Lines } from './lines';
import { beginStatement, isLineEnd, newLines, nextLine, skipBlank } from './lines';
import type { PythonFunction } from './module';
import { readTree } from './read-tree';
import { endOfLine } from './strings';

/** A statement of a function's body, as far as values go. Blocks are not kept: all statements are in one list. */
export type BodyStatement =
  /** `target = value`, `target: annotation = value`, `target += value`, `with value as target`. */
  | {
      readonly kind: 'assign';
      readonly target: ExpressionTree;
      readonly annotation: ExpressionTree | undefined;
      readonly value: ExpressionTree;
    }
  /** `for target in value`. */
  | { readonly kind: 'each'; readonly target: ExpressionTree; readonly value: ExpressionTree }
  | { readonly kind: 'return'; readonly value: ExpressionTree }
  | { readonly kind: 'assert'; readonly value: ExpressionTree }
  /** Everything else that computes something: conditions, calls. */
  | { readonly kind: 'expression'; readonly value: ExpressionTree };

/**
 * The statements in the body of a function of this text, those of functions inside it included. Never fails; what it
 * cannot make out is left out.
 */
export function readBody(text: string, of: PythonFunction): readonly BodyStatement[] {
  const lines = newLines(text.slice(0, of.body.end));
  const statements: BodyStatement[] = [];
  for (let i = of.body.start; i < of.body.end; ) {
    const c = lines.text.charCodeAt(i);
    if (isSpace(c) || c === Semicolon) i++;
    else if (c === Hash) i = endOfLine(lines, i);
    else if (isLineEnd(c)) i = nextLine(lines.text, i);
    else {
      beginStatement(lines, 0);
      lines.doubtUntil = 0;
      i = Math.max(i + 1, readStatement(lines, i, statements));
    }
  }
  return statements;
}

/** Reads a statement or the header of one; returns the offset behind it. */
function readStatement(lines: Lines, start: number, into: BodyStatement[]): number {
  const { text } = lines;
  const wordEnd = isNameStart(text.charCodeAt(start)) ? endOfName(text, start) : start;
  switch (text.slice(start, wordEnd)) {
    case 'if':
    case 'elif':
    case 'while':
    case 'match':
    case 'case':
    case 'except':
      return readHeader(lines, wordEnd, into);
    case 'else':
    case 'try':
    case 'finally':
    case 'class':
    case 'def':
      return afterHeader(lines, endOfExpression(lines, wordEnd, AtColon, false));
    case 'async':
      return wordEnd;
    case 'for':
      return readFor(lines, wordEnd, into);
    case 'with':
      return readWith(lines, wordEnd, into);
    case 'return':
      return readSimple(lines, wordEnd, 'return', into);
    case 'assert':
      return readSimple(lines, wordEnd, 'assert', into);
    case 'raise':
    case 'await':
    case 'yield':
    case 'del':
      return readSimple(lines, wordEnd, 'expression', into);
    case 'import':
    case 'from':
    case 'global':
    case 'nonlocal':
      return endOfExpression(lines, wordEnd, AtSemicolon, false);
    default:
      return readAssignment(lines, start, into);
  }
}

function afterHeader(lines: Lines, colon: number): number {
  return lines.text.charCodeAt(colon) === Colon && colon !== lines.gaveUpAt ? colon + 1 : colon;
}

function tree(lines: Lines, start: number, end: number): ExpressionTree {
  const { column, candidate, gaveUpAt } = lines;
  const read = readTree(lines, { start, end });
  Object.assign(lines, { column, candidate, gaveUpAt });
  return read;
}

function readHeader(lines: Lines, start: number, into: BodyStatement[]): number {
  const colon = endOfExpression(lines, start, AtColon, false);
  into.push({ kind: 'expression', value: tree(lines, start, colon) });
  return afterHeader(lines, colon);
}

function readSimple(lines: Lines, start: number, kind: 'return' | 'assert' | 'expression', into: BodyStatement[]): number {
  let end = endOfExpression(lines, start, AtSemicolon, false);
  const whole = end;
  // The message of an assertion is only made when it fails.
  if (kind === 'assert') end = endOfExpression(lines, start, AtComma | AtSemicolon, false);
  if (skipBlank(lines, start, false) < end) into.push({ kind, value: tree(lines, start, end) });
  return whole;
}

function readFor(lines: Lines, start: number, into: BodyStatement[]): number {
  const colon = endOfExpression(lines, start, AtColon, false);
  const word = lines.text.slice(start, colon).search(/[\s)\]]in[\s([]/);
  if (word >= 0) {
    const target = tree(lines, start, start + word + 1);
    into.push({ kind: 'each', target, value: tree(lines, start + word + 3, colon) });
  }
  return afterHeader(lines, colon);
}

function readWith(lines: Lines, start: number, into: BodyStatement[]): number {
  const colon = endOfExpression(lines, start, AtColon, false);
  const word = lines.text.slice(start, colon).search(/\sas\s/);
  if (word >= 0) {
    const target = tree(lines, start + word + 4, colon);
    into.push({ kind: 'assign', target, annotation: undefined, value: tree(lines, start, start + word) });
  } else into.push({ kind: 'expression', value: tree(lines, start, colon) });
  return afterHeader(lines, colon);
}

function readAssignment(lines: Lines, start: number, into: BodyStatement[]): number {
  const { text } = lines;
  const targets: Range[] = [];
  let annotation: ExpressionTree | undefined;
  let from = start;
  let stop = endOfExpression(lines, from, AtColon | AtEquals | AtSemicolon, false);
  if (text.charCodeAt(stop) === Colon && stop !== lines.gaveUpAt) {
    targets.push({ start: from, end: stop });
    from = stop + 1;
    stop = endOfExpression(lines, from, AtEquals | AtSemicolon, false);
    annotation = tree(lines, from, stop);
    if (text.charCodeAt(stop) !== Equals) return stop;
    from = stop + 1;
    stop = endOfExpression(lines, from, AtSemicolon, false);
  }
  while (text.charCodeAt(stop) === Equals && stop !== lines.gaveUpAt) {
    targets.push({ start: from, end: /[-+*/%@&|^]/.test(text.charAt(stop - 1)) ? stop - 1 : stop });
    from = stop + 1;
    stop = endOfExpression(lines, from, AtEquals | AtSemicolon, false);
  }
  const value = tree(lines, from, stop);
  if (targets.length === 0) into.push({ kind: 'expression', value });
  for (const target of targets) into.push({ kind: 'assign', target: tree(lines, target.start, target.end), annotation, value });
  return stop;
}
