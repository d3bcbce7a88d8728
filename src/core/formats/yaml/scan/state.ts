import type { Range } from '../../../text/range';
import type { ReadProblem } from '../../document';
import { codeAt } from './characters';
import type { Mark, Token } from './token';

/** Where a scan stands. The fields are those of `yaml/scanner.py`, under plainer names. */
export interface ScanState {
  readonly text: string;
  readonly tokens: Token[];
  readonly problems: ReadProblem[];
  readonly comments: Range[];
  /** The offset of the next character. */
  at: number;
  /** The offset that column 0 of this line has; a byte-order mark takes no column. */
  lineStart: number;
  /** The `[` and `{` that are open, outermost first. */
  readonly brackets: Token[];
  /** The column of the innermost block collection; -1 outside of all. */
  indent: number;
  readonly indents: number[];
  /** May a key, or a block collection, begin here? */
  mayStartKey: boolean;
  /** The place of the last token that could turn out to be a key, for each depth of brackets. */
  readonly possibleKeys: (PossibleKey | undefined)[];
  /** Once a bracket was left open, a line that is indented too little ends all brackets, from this offset on. */
  readonly bracketsEndAfter: number;
  /** Once a quote was left open, quotes end with their line, so that no text is searched again and again. */
  quotesEndWithLine: boolean;
}

/** A token that is a key if a colon follows on its line. */
export interface PossibleKey {
  /** The index of its first token. */
  readonly token: number;
  /** It begins a line of a block mapping, so that it has to be a key. */
  readonly isRequired: boolean;
  readonly start: number;
  readonly lineStart: number;
  readonly column: number;
}

/** The character so many places ahead, as its code. */
export function peek(state: ScanState, ahead = 0): number {
  return codeAt(state.text, state.at + ahead);
}

/** How far the place is from the start of its line. */
export function columnOf(state: ScanState): number {
  return state.at - state.lineStart;
}

/** Steps over a line break if there is one and gives what it counts as in a value: `\n`, U+2028, U+2029 or nothing. */
export function skipBreak(state: ScanState): string {
  const code = peek(state);
  if (code === 13 && peek(state, 1) === 10) state.at += 2;
  else if (code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029) state.at += 1;
  else return '';
  state.lineStart = state.at;
  return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n';
}

/** Steps over spaces; a tab is none. */
export function skipSpaces(state: ScanState): void {
  while (peek(state) === 32) state.at++;
}

/**
 * Whether a line begins here that ends all brackets, as it is not indented deeper than the block around them. Only in a text
 * whose brackets do not close.
 */
export function endsBrackets(state: ScanState): boolean {
  if (state.brackets.length === 0 || state.at <= state.bracketsEndAfter || columnOf(state) > state.indent) return false;
  const isFirst = state.text.slice(state.lineStart, state.at).trim() === '';
  return isFirst && peek(state) !== 93 && peek(state) !== 125;
}

/** Whether `---` or `...` stands alone at the beginning of this line. */
export function isAtDocumentMark(state: ScanState): boolean {
  if (state.at !== state.lineStart) return false;
  const mark = state.text.slice(state.at, state.at + 3);
  return (mark === '---' || mark === '...') && /^[\0 \t\r\n\x85\u2028\u2029]?$/.test(state.text.charAt(state.at + 3));
}

/** Notes something that PyYAML refuses to scan or to parse, which leaves the loader as no ValueError. */
export function complain(state: ScanState, message: string, start: number, end: number, fix?: ReadProblem['fix']): void {
  state.problems.push({ message, range: { start, end }, refusal: 'crash', kind: 'syntax', ...(fix && { fix }) });
}

/** Adds a token of this length here and steps over it. */
export function add(state: ScanState, kind: Mark, length: number): void {
  state.tokens.push({ kind, start: state.at, end: state.at + length });
  state.at += length;
}

/** Ends the block collections that are indented deeper than the column; inside brackets indentation does not matter. */
export function endBlocks(state: ScanState, column: number): void {
  if (state.brackets.length > 0) return;
  while (state.indent > column) {
    state.indent = state.indents.pop() ?? -1;
    add(state, 'block-end', 0);
  }
}

/** Whether what stands at the column is the first of a block collection, which then is open. */
export function startsBlock(state: ScanState, column: number): boolean {
  if (state.indent >= column) return false;
  state.indents.push(state.indent);
  state.indent = column;
  return true;
}
