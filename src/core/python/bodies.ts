import { Hash, isSpace, Return } from './characters';
import { endOfExpression } from './expressions';
import type { Lines } from './lines';
import { beginStatement, isLineEnd, nextLine, STATEMENT_START } from './lines';
import { endOfLine } from './strings';

/**
 * Statements deeper than a header that hold nothing doubtful: strings without escaped braces or deep fields, brackets at
 * most three deep that are closed before any line that could be a new statement. Nearly all are such, and the engine's own
 * machine code goes over them from the first call on, where a loop of ours would first have to be warmed up.
 * The counts are bounded, so that the stack of the matcher is, too.
 */
function plainStatements(headerColumn: number): RegExp {
  const plain = '[^\'"#()[\\]{}\\\\\\r\\n]*';
  const field = '\\{[^"\'{}\\\\\\r\\n]*\\}';
  const single = (quote: string) =>
    `${quote}[^${quote}\\\\\\r\\n{]*(?:(?:\\\\[^\\r\\n{N]|${field})[^${quote}\\\\\\r\\n{]*){0,20}${quote}(?!${quote})`;
  const triple = '"""[^"\\\\{]*(?:(?:\\\\[^\\r{N]|"(?!""))[^"\\\\{]*){0,20}"""';
  const string = `${triple}|${single('"')}|${single("'")}`;
  const comment = '(?:#[^\\r\\n]*)?';
  const end = '\\r?\\n';
  const goesOn = `${comment}${end}(?! *${STATEMENT_START})`;
  const brackets = (inside: string) => `[([{]${inside}[)\\]}]`;
  const flat = `${plain}(?:(?:${string}|${goesOn})${plain}){0,20}`;
  const once = `${plain}(?:(?:${string}|${goesOn}|${brackets(flat)})${plain}){0,20}`;
  const twice = `${plain}(?:(?:${string}|${goesOn}|${brackets(once)})${plain}){0,20}`;
  const statement = `${plain}(?:(?:${string}|${brackets(twice)})${plain}){0,20}${comment}${end}`;
  const blankLines = `(?: *${comment}${end}){0,20}`;
  return new RegExp(`(?:${blankLines} {${headerColumn + 1},}(?=[^ \\t\\f#\\r\\n])${statement}){1,20}`, 'y');
}

const PLAIN_STATEMENTS = new Map([0, 2, 4, 8].map((column) => [column, plainStatements(column)]));

/**
 * Skips the lines of a function's body, which is most of every text: from the start of a line to the start of the first
 * line that is not deeper than the header. Where the body ends, without blank lines and comments behind it, is left in
 * `lines.bodyEnd`; -1 where there is no line.
 */
export function skipBody(lines: Lines, start: number, headerColumn: number): number {
  const { text } = lines;
  const { length } = text;
  lines.bodyEnd = -1;
  let lineStart = start;
  const simple = lines.isSuspicious ? undefined : PLAIN_STATEMENTS.get(headerColumn);
  while (lineStart < length) {
    if (simple && lineStart >= lines.doubtUntil) {
      simple.lastIndex = lineStart;
      if (simple.test(text)) {
        lineStart = simple.lastIndex;
        lines.bodyEnd = text.charCodeAt(lineStart - 2) === Return ? lineStart - 2 : lineStart - 1;
        continue;
      }
    }
    let i = lineStart;
    let column = 0;
    let c = text.charCodeAt(i);
    for (; isSpace(c); c = text.charCodeAt(++i)) column = c === 32 ? column + 1 : c === 9 ? (column & ~7) + 8 : 0;
    if (i >= length) return i;
    if (c === Hash) i = endOfLine(lines, i);
    else if (!isLineEnd(c)) {
      if (column <= headerColumn) return lineStart;
      beginStatement(lines, column);
      i = endOfExpression(lines, i, 0, false);
      lines.bodyEnd = i;
    }
    lineStart = nextLine(text, i);
  }
  return lineStart;
}
