import { CloseParenthesis, Colon, Comma, Dot, Equals, endOfName, nameAt, Slash, Star } from './characters';
import type { Lines } from './lines';
import { AtComma, AtEquals, endOfExpression, isLineEnd, readExpression, skipBlank } from './lines';
import type { ParameterKind, PythonArgument, PythonParameter } from './module';

/** What stood between parentheses, and the offset behind the closing one, or where the reader gave up. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly end: number;
}

/**
 * The parameters of a `def`, read from behind its opening parenthesis. Never fails: an item that is no parameter is
 * left out, and a line that cannot go on with the list ends it.
 */
export function readParameters(lines: Lines, start: number): Listed<PythonParameter> {
  const { text } = lines;
  const items: PythonParameter[] = [];
  let kind: ParameterKind = 'positional-or-keyword';
  for (let i = start; ; ) {
    i = skipBlank(lines, i, true);
    const c = text.charCodeAt(i);
    if (c === CloseParenthesis) return { items, end: i + 1 };
    if (i >= text.length || i === lines.gaveUpAt) return listedBefore(lines, items, i);
    if (c === Slash) {
      for (const [index, item] of items.entries()) items[index] = { ...item, kind: 'positional-only' };
      i = afterItem(lines, i + 1);
    } else if (c === Star) {
      const stars = text.charCodeAt(i + 1) === Star ? 2 : 1;
      const nameStart = skipBlank(lines, i + stars, true);
      const read = readParameter(lines, nameStart, stars === 2 ? 'var-keyword' : 'var-positional');
      if (read.parameter) items.push(read.parameter);
      if (stars === 1) kind = 'keyword-only';
      i = afterItem(lines, read.end);
    } else {
      const read = readParameter(lines, i, kind);
      if (read.parameter) items.push(read.parameter);
      i = afterItem(lines, read.end);
    }
    if (i === lines.gaveUpAt) return listedBefore(lines, items, i);
  }
}

function listedBefore<T extends { readonly start: number }>(lines: Lines, items: readonly T[], end: number): Listed<T> {
  lines.isWhole = false;
  return { items: items.filter((item) => item.start < end), end };
}

interface Read {
  readonly parameter: PythonParameter | undefined;
  readonly end: number;
}

function readParameter(lines: Lines, start: number, kind: ParameterKind): Read {
  const { text } = lines;
  const end = endOfName(text, start);
  if (end === start) return { parameter: undefined, end };
  let annotation: PythonParameter['annotation'];
  let value: PythonParameter['default'];
  let i = skipBlank(lines, end, true);
  if (text.charCodeAt(i) === Colon) {
    ({ expression: annotation, stop: i } = readExpression(lines, i + 1, AtComma | AtEquals, true));
  }
  if (text.charCodeAt(i) === Equals && i !== lines.gaveUpAt) {
    ({ expression: value, stop: i } = readExpression(lines, i + 1, AtComma, true));
  }
  return { parameter: { name: nameAt(text, start, end), start, end, kind, annotation, default: value }, end: i };
}

/**
 * The offset behind the comma after an item, or of the closing parenthesis. Anything else is not Python: on the
 * item's own line it is skipped, on a line of its own it is taken for the next statement.
 */
function afterItem(lines: Lines, end: number): number {
  if (end === lines.gaveUpAt) return end;
  const { text } = lines;
  const i = skipBlank(lines, end, true);
  if (i === lines.gaveUpAt) return i;
  const c = text.charCodeAt(i);
  if (c === Comma) return i + 1;
  if (c === CloseParenthesis || i >= text.length) return i;
  const lineEnd = lastLineEnd(text, end, i);
  if (lineEnd >= 0) {
    lines.isWhole = false;
    lines.gaveUpAt = lineEnd;
    return lineEnd;
  }
  const stop = endOfExpression(lines, i, AtComma, true);
  return text.charCodeAt(stop) === Comma && stop !== lines.gaveUpAt ? stop + 1 : stop;
}

function lastLineEnd(text: string, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (isLineEnd(text.charCodeAt(i))) return i;
  return -1;
}

/** The arguments of a call or class header, read from behind the opening parenthesis. Never fails. */
export function readArguments(lines: Lines, start: number): Listed<PythonArgument> {
  const { text } = lines;
  const items: PythonArgument[] = [];
  for (let i = start; ; ) {
    i = skipBlank(lines, i, true);
    const c = text.charCodeAt(i);
    if (c === CloseParenthesis) return { items, end: i + 1 };
    if (i >= text.length || i === lines.gaveUpAt) return listedBefore(lines, items, i);
    let name = '';
    let stars: 0 | 1 | 2 = 0;
    if (c === Star) stars = text.charCodeAt(i + 1) === Star ? 2 : 1;
    else name = argumentName(lines, i);
    const valueStart = stars > 0 ? i + stars : name ? text.indexOf('=', i) + 1 : i;
    const { expression, stop } = readExpression(lines, valueStart, AtComma, true);
    if (expression) items.push({ start: expression.start, end: expression.end, text: expression.text, name, stars });
    if (stop === lines.gaveUpAt) return listedBefore(lines, items, stop);
    i = text.charCodeAt(stop) === Comma ? stop + 1 : stop;
    if (stop < text.length && text.charCodeAt(stop) !== Comma && text.charCodeAt(stop) !== CloseParenthesis) i++;
  }
}

function argumentName(lines: Lines, start: number): string {
  const { text } = lines;
  const end = endOfName(text, start);
  if (end === start || text.charCodeAt(end) === Dot) return '';
  const i = skipBlank(lines, end, true);
  if (i === lines.gaveUpAt || text.charCodeAt(i) !== Equals || text.charCodeAt(i + 1) === Equals) return '';
  return nameAt(text, start, end);
}
