import { readArguments } from './arguments';
import type { Reading, Scope } from './blocks';
import { innermost } from './blocks';
import { Colon, endOfName, Hash, nameAt, OpenParenthesis } from './characters';
import { AtColon, AtSemicolon, afterTypeParameters, endOfExpression, readExpression } from './expressions';
import type { Lines } from './lines';
import { isLineEnd, skipBlank } from './lines';
import type { Circumstance, Expression } from './module';

/** Reads what follows `if` or `elif`. Returns the offset behind the colon, as all of these do. */
export function readCondition(reading: Reading, start: number): number {
  const { lines } = reading;
  const { expression } = readExpression(lines, start, AtColon, false);
  const outer = innermost(reading).circumstance;
  const isTypeChecking = outer === 'type-checking' || /^(?:\w+\.)*TYPE_CHECKING$/.test(expression?.text ?? '');
  lines.gaveUpAt = -1;
  return readBranch(reading, start, isTypeChecking ? 'type-checking' : 'sometimes');
}

/** Reads the header of any other block that may or may not run. */
export function readBranch(
  reading: Reading,
  start: number,
  circumstance: Circumstance,
  kind: 'branch' | 'match' = 'branch',
): number {
  const { lines } = reading;
  const colon = endOfExpression(lines, start, AtColon, false);
  const { scope } = innermost(reading);
  reading.blocks.push({ headerColumn: lines.column, kind, scope, circumstance, body: undefined });
  return behindColon(lines, colon);
}

function behindColon(lines: Lines, colon: number): number {
  return lines.text.charCodeAt(colon) === Colon && colon !== lines.gaveUpAt ? colon + 1 : colon;
}

/** Reads what follows the word `class`. */
export function readClass(reading: Reading, start: number, decorators: readonly Expression[]): number {
  const { lines } = reading;
  const { text } = lines;
  const { scope: outer, circumstance } = innermost(reading);
  const nameStart = skipBlank(lines, start, false);
  const nameEnd = endOfName(text, nameStart);
  if (nameEnd === nameStart) return endOfExpression(lines, nameStart, AtSemicolon, false);
  let i = afterTypeParameters(lines, nameEnd);
  const listed = text.charCodeAt(i) === OpenParenthesis ? readArguments(lines, i + 1) : { items: [], end: i };
  i = listed.end === lines.gaveUpAt ? listed.end : endOfExpression(lines, listed.end, AtColon, false);
  const scope: Scope = { classes: [], functions: [], imports: [], assignments: [] };
  outer.classes.push({
    name: nameAt(text, nameStart, nameEnd),
    start: nameStart,
    end: nameEnd,
    circumstance,
    decorators,
    bases: listed.items,
    methods: scope.functions,
    assignments: scope.assignments,
    classes: scope.classes,
  });
  reading.blocks.push({ headerColumn: lines.column, kind: 'class', scope, circumstance: 'always', body: undefined });
  return behindColon(lines, i);
}

/** Reads what follows the word `def`. */
export function readFunction(reading: Reading, start: number, decorators: readonly Expression[], isAsync: boolean): number {
  const { lines } = reading;
  const { text } = lines;
  const { scope, circumstance } = innermost(reading);
  const nameStart = skipBlank(lines, start, false);
  const nameEnd = endOfName(text, nameStart);
  if (nameEnd === nameStart) return endOfExpression(lines, nameStart, AtSemicolon, false);
  const colon = endOfExpression(lines, nameEnd, AtColon, false);
  const bodyStart = behindColon(lines, colon);
  const body = { start: bodyStart, end: bodyStart };
  scope.functions.push({
    name: nameAt(text, nameStart, nameEnd),
    start: nameStart,
    end: nameEnd,
    circumstance,
    isAsync,
    decorators,
    header: { start: nameEnd, end: colon },
    body,
  });
  reading.blocks.push({ headerColumn: lines.column, kind: 'function', scope, circumstance, body });
  return bodyStart;
}

/** `match` is a word of the language only where a subject and a colon at the end of the line follow. */
export function isMatch(lines: Lines, end: number): boolean {
  const { text } = lines;
  const subject = skipBlank(lines, end, false);
  if (/[=.,:;)\]}]/.test(text.charAt(subject)) || isLineEnd(text.charCodeAt(subject))) return false;
  const colon = endOfExpression(lines, subject, AtColon | AtSemicolon, false);
  if (text.charCodeAt(colon) !== Colon) return false;
  const next = skipBlank(lines, colon + 1, false);
  return next >= text.length || isLineEnd(text.charCodeAt(next)) || text.charCodeAt(next) === Hash;
}
