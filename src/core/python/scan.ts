import { readArguments } from './arguments';
import { skipBody } from './bodies';
import {
  At,
  Backslash,
  Colon,
  endOfName,
  Hash,
  isNameStart,
  isSpace,
  isWordAt,
  nameAt,
  OpenParenthesis,
  Semicolon,
} from './characters';
import type { Lines } from './lines';
import {
  AtColon,
  AtSemicolon,
  afterTypeParameters,
  beginStatement,
  endOfExpression,
  isLineEnd,
  newLines,
  nextLine,
  readExpression,
  skipBlank,
} from './lines';
import type {
  Circumstance,
  Expression,
  PythonAssignment,
  PythonClass,
  PythonFunction,
  PythonImport,
  PythonModule,
} from './module';
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

/** What the statements of a block are added to. */
interface Scope {
  readonly classes: PythonClass[];
  readonly functions: PythonFunction[];
  readonly imports: PythonImport[];
  readonly assignments: PythonAssignment[];
}

/** A block that is being read: all lines that are deeper than its header. */
interface Block {
  readonly headerColumn: number;
  readonly kind: 'module' | 'class' | 'function' | 'branch' | 'match';
  readonly scope: Scope;
  readonly circumstance: Circumstance;
  /** Of a function: its body, whose end becomes known when the block is left. */
  readonly body: { start: number; end: number } | undefined;
}

const NO_DECORATORS: readonly Expression[] = [];

interface Reading {
  readonly lines: Lines;
  readonly blocks: Block[];
  /** Those that wait for their definition. */
  decorators: Expression[];
  /** Where the last statement ended. */
  lastEnd: number;
}

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
    for (; isSpace(c); c = text.charCodeAt(++i)) column = c === 32 ? column + 1 : c === 9 ? (column & ~7) + 8 : 0;
    if (c === Backslash && isLineEnd(text.charCodeAt(i + 1))) {
      i = skipBlank(lines, i, false);
      c = text.charCodeAt(i);
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

/** `<<<<<<< HEAD` and its like, which no statement can start with. They leave the blocks around them open. */
function isMergeMark(text: string, i: number): boolean {
  return /^[<>=|]$/.test(text.charAt(i)) && text.startsWith(text.charAt(i).repeat(7), i);
}

function innermost(reading: Reading): Block {
  return reading.blocks[reading.blocks.length - 1] as Block;
}

function leaveBlocks(reading: Reading, column: number, isEnd = false): void {
  const { blocks } = reading;
  for (let block = innermost(reading); blocks.length > 1 && (isEnd || column <= block.headerColumn); block = innermost(reading)) {
    if (block.body) block.body.end = Math.max(block.body.start, reading.lastEnd);
    blocks.pop();
  }
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
    default:
      return readAssignment(lines, start, block.circumstance, block.scope.assignments);
  }
}

function endOfStatement(lines: Lines, i: number): number {
  return i === lines.gaveUpAt ? i : endOfExpression(lines, i, AtSemicolon, false);
}

/** `match` is a word of the language only where a subject and a colon at the end of the line follow. */
function isMatch(lines: Lines, end: number): boolean {
  const { text } = lines;
  const subject = skipBlank(lines, end, false);
  if (/[=.,:;)\]}]/.test(text.charAt(subject)) || isLineEnd(text.charCodeAt(subject))) return false;
  const colon = endOfExpression(lines, subject, AtColon | AtSemicolon, false);
  if (text.charCodeAt(colon) !== Colon) return false;
  const next = skipBlank(lines, colon + 1, false);
  return next >= text.length || isLineEnd(text.charCodeAt(next)) || text.charCodeAt(next) === Hash;
}

function readCondition(reading: Reading, start: number): number {
  const { lines } = reading;
  const { expression } = readExpression(lines, start, AtColon, false);
  const outer = innermost(reading).circumstance;
  const isTypeChecking = outer === 'type-checking' || /^(?:\w+\.)*TYPE_CHECKING$/.test(expression?.text ?? '');
  lines.gaveUpAt = -1;
  return readBranch(reading, start, isTypeChecking ? 'type-checking' : 'sometimes');
}

function readBranch(reading: Reading, start: number, circumstance: Circumstance, kind: 'branch' | 'match' = 'branch'): number {
  const { lines } = reading;
  const colon = endOfExpression(lines, start, AtColon, false);
  const { scope } = innermost(reading);
  reading.blocks.push({ headerColumn: lines.column, kind, scope, circumstance, body: undefined });
  return behindColon(lines, colon);
}

function behindColon(lines: Lines, colon: number): number {
  return lines.text.charCodeAt(colon) === Colon && colon !== lines.gaveUpAt ? colon + 1 : colon;
}

function readClass(reading: Reading, start: number, decorators: readonly Expression[]): number {
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

function readFunction(reading: Reading, start: number, decorators: readonly Expression[], isAsync: boolean): number {
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
