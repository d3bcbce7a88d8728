import { CloseParenthesis, Colon, Comma, Dot, Equals, endOfName, isWordAt, nameAt, OpenParenthesis, Star } from './characters';
import { AtColon, AtEquals, AtSemicolon, endOfExpression, readExpression } from './expressions';
import type { Lines } from './lines';
import { skipBlank } from './lines';
import type { Circumstance, Expression, PythonAssignment, PythonImport } from './module';

/** Reads what follows the word `import`. Returns the offset behind it. */
export function readImport(lines: Lines, start: number, circumstance: Circumstance, into: PythonImport[]): number {
  const { text } = lines;
  for (let i = start; ; ) {
    i = skipBlank(lines, i, false);
    const module = readDotted(lines, i);
    if (module.end === i) return i;
    const { alias, end } = readAlias(lines, module.end);
    into.push({ start: i, end, circumstance, module: module.name, level: 0, name: undefined, alias });
    i = skipBlank(lines, end, false);
    if (text.charCodeAt(i) !== Comma) return i;
    i++;
  }
}

/** Reads what follows the word `from`. Returns the offset behind it. */
export function readFromImport(lines: Lines, start: number, circumstance: Circumstance, into: PythonImport[]): number {
  const { text } = lines;
  let level = 0;
  let i = skipBlank(lines, start, false);
  for (; text.charCodeAt(i) === Dot; i = skipBlank(lines, i + 1, false)) level++;
  const module = readDotted(lines, i);
  i = skipBlank(lines, module.end, false);
  if (!isWordAt(text, 'import', i)) return i;
  i = skipBlank(lines, i + 'import'.length, false);
  const isBracketed = text.charCodeAt(i) === OpenParenthesis;
  if (isBracketed) i++;
  for (;;) {
    i = skipBlank(lines, i, isBracketed);
    if (i === lines.gaveUpAt) return i;
    const isStar = text.charCodeAt(i) === Star;
    const nameEnd = isStar ? i + 1 : endOfName(text, i);
    if (nameEnd === i) break;
    const { alias, end } = readAlias(lines, nameEnd, isBracketed);
    into.push({ start: i, end, circumstance, module: module.name, level, name: nameAt(text, i, nameEnd), alias });
    i = end === lines.gaveUpAt ? end : skipBlank(lines, end, isBracketed);
    if (text.charCodeAt(i) !== Comma) break;
    i++;
  }
  return isBracketed && text.charCodeAt(i) === CloseParenthesis ? i + 1 : i;
}

/** `a.b.c`, also with blanks around the dots. */
function readDotted(lines: Lines, start: number): { readonly name: string; readonly end: number } {
  const { text } = lines;
  let name = '';
  let end = start;
  for (let i = start; ; ) {
    const nameEnd = isWordAt(text, 'import', i) ? i : endOfName(text, i);
    if (nameEnd === i) return name === '' ? { name, end } : { name: name.slice(0, -1), end: i };
    name += nameAt(text, i, nameEnd);
    end = nameEnd;
    i = skipBlank(lines, nameEnd, false);
    if (text.charCodeAt(i) !== Dot) return { name, end };
    name += '.';
    i = skipBlank(lines, i + 1, false);
  }
}

function readAlias(
  lines: Lines,
  start: number,
  isBracketed = false,
): { readonly alias: string | undefined; readonly end: number } {
  const i = skipBlank(lines, start, isBracketed);
  if (i === lines.gaveUpAt || !isWordAt(lines.text, 'as', i)) return { alias: undefined, end: start };
  const nameStart = skipBlank(lines, i + 2, isBracketed);
  const end = endOfName(lines.text, nameStart);
  if (end === nameStart) return { alias: undefined, end: start };
  return { alias: nameAt(lines.text, nameStart, end), end };
}

/**
 * Reads a statement that starts with a name: an assignment to one or more simple names, an annotated name, or an
 * addition to `__all__`. Anything else is left out. Returns the offset of its end, which may be a semicolon.
 */
export function readAssignment(lines: Lines, start: number, circumstance: Circumstance, into: PythonAssignment[]): number {
  const { text } = lines;
  const end = endOfName(text, start);
  const name = nameAt(text, start, end);
  const i = skipBlank(lines, end, false);
  const c = text.charCodeAt(i);
  if (c === Equals && text.charCodeAt(i + 1) !== Equals) return readTargets(lines, start, circumstance, into);
  if (c === Colon && text.charCodeAt(i + 1) !== Equals) {
    const annotation = readExpression(lines, i + 1, AtEquals | AtSemicolon, false);
    const hasValue = text.charCodeAt(annotation.stop) === Equals && annotation.stop !== lines.gaveUpAt;
    const value = hasValue ? readExpression(lines, annotation.stop + 1, AtSemicolon, false) : undefined;
    into.push(assignment(name, start, end, circumstance, '=', annotation.expression, value?.expression));
    return value?.stop ?? annotation.stop;
  }
  if (name === '__all__') {
    const added = readAddition(lines, i);
    if (!added) return endOfExpression(lines, i, AtSemicolon, false);
    into.push(assignment(name, start, end, circumstance, '+=', undefined, added.expression));
    return endOfExpression(lines, added.stop, AtSemicolon, false);
  }
  return endOfExpression(lines, i, AtSemicolon, false);
}

/** All assignments are made here, with their keys in one order, which keeps them quick to make and to read. */
function assignment(
  name: string,
  start: number,
  end: number,
  circumstance: Circumstance,
  operator: '=' | '+=',
  annotation: Expression | undefined,
  value: Expression | undefined,
): PythonAssignment {
  return { name, start, end, circumstance, operator, annotation, value };
}

/** `a = b = value`: every simple name gets the value. */
function readTargets(lines: Lines, start: number, circumstance: Circumstance, into: PythonAssignment[]): number {
  const { text } = lines;
  const targets: { readonly start: number; readonly end: number }[] = [];
  let read = readExpression(lines, start, AtEquals | AtSemicolon, false);
  while (text.charCodeAt(read.stop) === Equals && read.stop !== lines.gaveUpAt) {
    const target = read.expression;
    if (target && endOfName(text, target.start) === target.end) targets.push(target);
    read = readExpression(lines, read.stop + 1, AtEquals | AtSemicolon, false);
  }
  for (const target of targets) {
    const name = nameAt(text, target.start, target.end);
    into.push(assignment(name, target.start, target.end, circumstance, '=', undefined, read.expression));
  }
  return read.stop;
}

const EXTEND = /\.[ \t]*extend[ \t]*\(/y;

/** What `__all__ += …` or `__all__.extend(…)` adds. */
function readAddition(
  lines: Lines,
  i: number,
): { readonly expression: Expression | undefined; readonly stop: number } | undefined {
  if (lines.text.startsWith('+=', i)) return readExpression(lines, i + 2, AtSemicolon, false);
  EXTEND.lastIndex = i;
  if (!EXTEND.test(lines.text)) return undefined;
  const read = readExpression(lines, EXTEND.lastIndex, AtColon, true);
  return { expression: read.expression, stop: read.stop === lines.gaveUpAt ? read.stop : read.stop + 1 };
}
