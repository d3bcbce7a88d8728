import type { Reading, Scope } from './blocks';
import { innermost, leaveBlocks } from './blocks';
import { skipBody } from './bodies';
import { At, Backslash, endOfName, Hash, isNameStart, isSpace, isWordAt, Semicolon } from './characters';
import { AtSemicolon, endOfExpression, readExpression } from './expressions';
import { isMatch, readBranch, readClass, readCondition, readFunction } from './headers';
import type { Lines } from './lines';
import { beginStatement, isLineEnd, newLines, nextLine, skipBlank } from './lines';
import type { Expression, PythonModule } from './module';
import { readAssignment, readFromImport, readImport } from './statements';
import { endOfLine } from './strings';

/**
 * Reads the outside of a Python text. Never throws and takes linear time, whatever the text; what CPython's own parser
 * finds in a valid program is found here too, at the same places. In a broken text it finds what can be told apart.
 */
export function scanModule(text: string): PythonModule {
  const first = scan(newLines(text));
  if (first.lines.unclosedTriple < 0) return first.module;
  // Some triple-quoted string never ends. It may be an early one that turned all later ones inside out.
  const second = scan(newLines(text, true));
  return sizeOf(second.module) > sizeOf(first.module) ? second.module : first.module;
}

function sizeOf(module: PythonModule): number {
  const sizes = module.classes.map((each) => 1 + each.methods.length + each.assignments.length);
  return sizes.reduce((a, b) => a + b, module.functions.length + module.imports.length);
}

const NO_DECORATORS: readonly Expression[] = [];

function scan(lines: Lines): { readonly module: PythonModule; readonly lines: Lines } {
  const { text } = lines;
  const scope: Scope = { classes: [], functions: [], imports: [], assignments: [] };
  const reading: Reading = {
    lines,
    blocks: [{ headerColumn: -1, kind: 'module', scope, circumstance: 'always', body: undefined }],
    decorators: [],
    lastEnd: 0,
  };
  let i = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (i < text.length) {
    let column = 0;
    let c = text.charCodeAt(i);
    for (; isSpace(c); c = text.charCodeAt(++i)) column = afterBlank(column, c);
    if (c === Backslash && isLineEnd(text.charCodeAt(i + 1))) {
      i = skipBlank(lines, i, false);
      c = text.charCodeAt(i);
      // A line joined to nothing but its own end has the indentation of the next one.
      if (column === 0) column = columnOf(text, i);
    }
    if (c === Hash || (column === 0 && isMergeMark(text, i))) i = endOfLine(lines, i);
    else if (i < text.length && !isLineEnd(c)) {
      beginStatement(lines, column);
      leaveBlocks(reading, column);
      i = readLine(reading, i);
      reading.lastEnd = i;
    }
    i = nextLine(text, i);
    const { kind, headerColumn } = innermost(reading);
    if (kind !== 'function') continue;
    i = skipBody(lines, i, headerColumn);
    if (lines.bodyEnd >= 0) reading.lastEnd = lines.bodyEnd;
  }
  leaveBlocks(reading, -1, true);
  const { classes, functions, imports, assignments } = scope;
  return {
    lines,
    module: { text, classes, functions, imports, assignments, isWhole: lines.isWhole && lines.unclosedTriple < 0 },
  };
}

/** The column of the first character of a line that is no blank. */
function columnOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && isSpace(text.charCodeAt(start - 1))) start--;
  let column = 0;
  for (let i = start; i < at; i++) column = afterBlank(column, text.charCodeAt(i));
  return column;
}

/** The column behind a blank: a tab goes to the next one of eight, a form feed to the first. */
function afterBlank(column: number, c: number): number {
  return c === 32 ? column + 1 : c === 9 ? (column & ~7) + 8 : 0;
}

/** `<<<<<<< HEAD` and its like, which no statement can start with. They leave the blocks around them open. */
function isMergeMark(text: string, i: number): boolean {
  return /^[<>=|]$/.test(text.charAt(i)) && text.startsWith(text.charAt(i).repeat(7), i);
}

/** Reads one logical line: statements parted by semicolons. Returns the offset of its line end. */
function readLine(reading: Reading, start: number): number {
  const { lines } = reading;
  const { text } = lines;
  for (let i = start; ; i = skipBlank(lines, i + 1, false)) {
    const wasHeader = reading.blocks.length;
    if (innermost(reading).kind === 'function') return endOfExpression(lines, i, 0, false);
    i = readStatement(reading, i);
    if (i === lines.gaveUpAt || i >= text.length) return i;
    if (reading.blocks.length > wasHeader && i < text.length) {
      // The rest of a header's line is its block.
      i = skipBlank(lines, i, false) - 1;
      if (isLineEnd(text.charCodeAt(i + 1)) || text.charCodeAt(i + 1) === Hash) return endOfLine(lines, i + 1);
      continue;
    }
    if (text.charCodeAt(i) !== Semicolon) return i;
  }
}

/** Reads one statement or the header of one. Returns the offset of its end, or behind the colon of a header. */
function readStatement(reading: Reading, start: number): number {
  const { lines } = reading;
  const { text } = lines;
  const block = innermost(reading);
  const c = text.charCodeAt(start);
  if (c === At) {
    const { expression, stop } = readExpression(lines, start + 1, AtSemicolon, false);
    if (expression) reading.decorators.push(expression);
    return stop;
  }
  const decorators = reading.decorators.length > 0 ? reading.decorators : NO_DECORATORS;
  if (decorators.length > 0) reading.decorators = [];
  if (!isNameStart(c)) return endOfExpression(lines, start, AtSemicolon, false);
  const end = endOfName(text, start);
  switch (text.slice(start, end)) {
    case 'class':
      return readClass(reading, end, decorators);
    case 'def':
      return readFunction(reading, end, decorators, false);
    case 'async': {
      const next = skipBlank(lines, end, false);
      if (isWordAt(text, 'def', next)) return readFunction(reading, next + 3, decorators, true);
      return readBranch(reading, end, block.circumstance === 'always' ? 'sometimes' : block.circumstance);
    }
    case 'import':
      return endOfStatement(lines, readImport(lines, end, block.circumstance, block.scope.imports));
    case 'from':
      return endOfStatement(lines, readFromImport(lines, end, block.circumstance, block.scope.imports));
    case 'if':
    case 'elif':
      return readCondition(reading, end);
    case 'else':
    case 'try':
    case 'except':
    case 'finally':
    case 'for':
    case 'while':
    case 'with':
      return readBranch(reading, end, block.circumstance === 'always' ? 'sometimes' : block.circumstance);
    case 'match':
      if (isMatch(lines, end)) return readBranch(reading, end, block.circumstance, 'match');
      return readAssignment(lines, start, block.circumstance, block.scope.assignments);
    case 'case':
      if (block.kind === 'match') return readBranch(reading, end, 'sometimes');
      return readAssignment(lines, start, block.circumstance, block.scope.assignments);
    // Its colon is no annotation.
    case 'lambda':
      return endOfExpression(lines, start, AtSemicolon, false);
    default:
      return readAssignment(lines, start, block.circumstance, block.scope.assignments);
  }
}

function endOfStatement(lines: Lines, i: number): number {
  return i === lines.gaveUpAt ? i : endOfExpression(lines, i, AtSemicolon, false);
}
