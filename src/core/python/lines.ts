import { At, Backslash, Hash, isNameStart, isSpace, isWordAt, Newline, Return } from './characters';
import type { StringState } from './strings';
import { endOfLine, newStringState } from './strings';

/**
 * A text being read, statement by statement. Brackets that are never closed are noticed where a line inside them
 * starts with a word that only a statement can start with; reading then goes on at the first line that may have
 * been meant as the next statement. No valid program has such a line, so valid programs are never misread.
 */
export interface Lines extends StringState {
  /** Column of the statement being read. */
  column: number;
  /** The end of the first line, inside open brackets of this statement, whose next line may be a new statement; or -1. */
  candidate: number;
  /** The line end at which the statement was given up because of an unclosed bracket; or -1. */
  gaveUpAt: number;
  /** Lines before this offset have been read in vain inside an unclosed bracket: there, doubt at once. */
  doubtUntil: number;
  isWhole: boolean;
  /** Where the last skipped body ended. */
  bodyEnd: number;
  /** Starts and ends of the comments in the expression that was read last. */
  comments: number[];
}

/** A text of which nothing is read yet. */
export function newLines(text: string, isSuspicious = false): Lines {
  const own = { column: 0, candidate: -1, gaveUpAt: -1, doubtUntil: 0, isWhole: true, bodyEnd: -1, comments: [] };
  return Object.assign(newStringState(text, isSuspicious), own);
}

/** Prepares for the statement that starts at this column. */
export function beginStatement(lines: Lines, column: number): void {
  lines.column = column;
  lines.candidate = -1;
  lines.gaveUpAt = -1;
}

/** Whether the character ends a line. */
export function isLineEnd(c: number): boolean {
  return c === Newline || c === Return;
}

/** The offset behind the line end at this offset. */
export function nextLine(text: string, lineEnd: number): number {
  return text.charCodeAt(lineEnd) === Return && text.charCodeAt(lineEnd + 1) === Newline ? lineEnd + 2 : lineEnd + 1;
}

/**
 * Goes over a line end inside brackets, and returns the offset behind it. Where the brackets turn out to be
 * unclosed, `lines.gaveUpAt` is set and returned: a line end at which the statement is over.
 */
export function crossLine(lines: Lines, lineEnd: number): number {
  const { text } = lines;
  const start = nextLine(text, lineEnd);
  let i = start;
  while (isSpace(text.charCodeAt(i))) i++;
  const c = text.charCodeAt(i);
  if (!isNameStart(c) && c !== At) return start;
  if (isStatementStart(text, i, c)) return giveUp(lines, lineEnd);
  if (i - start <= lines.column) {
    if (start < lines.doubtUntil) return giveUp(lines, lineEnd);
    if (lines.candidate < 0) lines.candidate = lineEnd;
  }
  return start;
}

/** Ends the statement because a bracket is not closed before the line end, or before the end of the text. */
export function giveUp(lines: Lines, lineEnd: number): number {
  const resume = lines.candidate >= 0 ? lines.candidate : lineEnd;
  lines.doubtUntil = Math.max(lines.doubtUntil, lineEnd);
  lines.isWhole = false;
  lines.gaveUpAt = resume;
  return resume;
}

const STATEMENT_WORDS =
  'assert break class continue def del elif except finally global import nonlocal pass raise return try while with'.split(' ');
/** The same as a pattern, for a line without its indentation. */
export const STATEMENT_START = `(?:(?:${STATEMENT_WORDS.join('|')})(?![\\w\\u0080-\\uffff])|async[ \\t]+def[ \\t]|from[ \\t]+[\\w.]+[ \\t]+import\\b)`;
/** By the first two letters, so that other lines are told apart at one look: the words that start a statement. */
const BY_LETTERS: (readonly string[] | undefined)[] = new Array(128 * 128).fill(undefined);
for (const word of [...STATEMENT_WORDS, 'async', 'from']) {
  const letters = word.charCodeAt(0) * 128 + word.charCodeAt(1);
  BY_LETTERS[letters] = [...(BY_LETTERS[letters] ?? []), word];
}

/** Whether the line that has its first character here cannot go on with an expression. */
function isStatementStart(text: string, i: number, c: number): boolean {
  const second = text.charCodeAt(i + 1);
  const words = c < 128 && second < 128 ? BY_LETTERS[c * 128 + second] : undefined;
  if (!words) return false;
  const word = words.find((each) => isWordAt(text, each, i));
  if (word === 'async') return /^async[ \t]+def[ \t]/.test(text.slice(i, i + 40));
  if (word === 'from') return /^from[ \t]+[\w.]+[ \t]+import\b/.test(text.slice(i, i + 200));
  return word !== undefined;
}

/** Skips blanks, comments, joined lines and, inside brackets, line ends. Stops at `lines.gaveUpAt` where it gives up. */
export function skipBlank(lines: Lines, start: number, isBracketed: boolean): number {
  const { text } = lines;
  for (let i = start; ; ) {
    const c = text.charCodeAt(i);
    if (isSpace(c)) i++;
    else if (c === Backslash && isLineEnd(text.charCodeAt(i + 1))) i = nextLine(text, i + 1);
    else if (!isBracketed) return i;
    else if (c === Hash) i = endOfLine(lines, i);
    else if (isLineEnd(c)) {
      const next = crossLine(lines, i);
      if (next === lines.gaveUpAt) return next;
      i = next;
    } else return i;
  }
}
