import { CloseParenthesis, Colon, Comma, Equals, endOfName, nameAt, OpenParenthesis, Slash, Star } from './characters';
import { AtComma, AtEquals, afterTypeParameters, endOfExpression, readExpression } from './expressions';
import type { Lines } from './lines';
import { isLineEnd, newLines, skipBlank } from './lines';
import type { ParameterKind, PythonFunction, PythonParameter } from './module';

/**
 * The parameters of a function of this text. They are read when they are asked for, because of most functions
 * nobody wants to know. Never fails: an item that is no parameter is left out, and a line that cannot go on with the list
 * ends it.
 */
export function parametersOf(text: string, of: PythonFunction): readonly PythonParameter[] {
  const lines = newLines(text);
  const open = skipBlank(lines, afterTypeParameters(lines, of.end), false);
  return text.charCodeAt(open) === OpenParenthesis ? readParameters(lines, open + 1) : [];
}

function readParameters(lines: Lines, start: number): readonly PythonParameter[] {
  const { text } = lines;
  const items: PythonParameter[] = [];
  let kind: ParameterKind = 'positional-or-keyword';
  for (let i = start; ; ) {
    i = skipBlank(lines, i, true);
    const c = text.charCodeAt(i);
    if (c === CloseParenthesis || i >= text.length || i === lines.gaveUpAt) return items;
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
    if (i === lines.gaveUpAt) return items.filter((item) => item.start < i);
  }
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
    lines.gaveUpAt = lineEnd;
    return lineEnd;
  }
  const stop = endOfExpression(lines, i, AtComma, true);
  // A closing bracket of another kind is skipped as well.
  const isSkipped = stop < text.length && stop !== lines.gaveUpAt && text.charCodeAt(stop) !== CloseParenthesis;
  return isSkipped ? stop + 1 : stop;
}

function lastLineEnd(text: string, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (isLineEnd(text.charCodeAt(i))) return i;
  return -1;
}
