import { END, isBlank, isBreak, isHexDigit } from './characters';
import { complain, isAtDocumentMark, peek, type ScanState, skipBreak } from './state';
import type { Token } from './token';

const BACKSLASH = 92;

const ESCAPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '0': '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    '\t': '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\x1b',
    ' ': ' ',
    '"': '"',
    '\\': '\\',
    '/': '/',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029',
  }),
);
const CODE_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/**
 * A quoted value (`scan_flow_scalar` of `yaml/scanner.py`); indentation does not matter inside. One that never ends is a
 * hole up to the end of its line.
 */
export function scanQuoted(state: ScanState): Token {
  const start = state.at;
  const { lineStart } = state;
  const quote = peek(state);
  state.at++;
  let value = '';
  for (;;) {
    value += scanText(state, quote);
    if (peek(state) === quote) {
      state.at++;
      const style = quote === 34 ? 'double' : 'single';
      return { kind: 'scalar', value, style, start, end: state.at, lastLine: lineStart, lastWords: start };
    }
    const gap = scanGap(state);
    if (gap === undefined) break;
    value += gap;
  }
  return hole(state, start, lineStart);
}

function hole(state: ScanState, start: number, lineStart: number): Token {
  const quote = state.text.charAt(start);
  complain(state, `the ${quote} that opens this value is never closed`, start, start + 1);
  state.quotesEndWithLine = true;
  state.at = start;
  state.lineStart = lineStart;
  while (peek(state) !== END && !isBreak(peek(state))) state.at++;
  return { kind: 'hole', start, end: state.at };
}

/** Everything up to white space, the quote or the end. */
function scanText(state: ScanState, quote: number): string {
  let result = '';
  for (;;) {
    const code = peek(state);
    if (code === END || isBlank(code) || isBreak(code)) return result;
    if (code === quote) {
      if (quote !== 39 || peek(state, 1) !== 39) return result;
      result += "'";
      state.at += 2;
    } else if (code === BACKSLASH && quote === 34) {
      result += scanEscape(state);
    } else {
      result += state.text.charAt(state.at++);
    }
  }
}

function scanEscape(state: ScanState): string {
  const start = state.at++;
  if (isBreak(peek(state))) {
    skipBreak(state);
    return scanBreaks(state) ?? '';
  }
  const letter = state.text.charAt(state.at);
  const replacement = ESCAPES.get(letter);
  if (replacement !== undefined) {
    state.at++;
    return replacement;
  }
  const length = CODE_LENGTHS.get(letter);
  if (length === undefined) {
    complain(state, `\\${letter} is no escape sequence of YAML`, start, state.at + (letter === '' ? 0 : 1), {
      title: 'Write the backslash twice',
      edits: [{ range: { start, end: start }, newText: '\\' }],
    });
    return '\\';
  }
  return scanCode(state, start, length);
}

/** Python's `chr` refuses codes beyond Unicode with a ValueError, and takes lone surrogates. */
function scanCode(state: ScanState, start: number, length: number): string {
  state.at++;
  const digits = state.text.slice(state.at, state.at + length);
  let valid = 0;
  while (valid < length && isHexDigit(digits.charCodeAt(valid))) valid++;
  state.at += valid;
  if (valid < length) {
    complain(state, `\\${state.text.charAt(start + 1)} needs ${length} hexadecimal digits`, start, state.at);
    return '';
  }
  const code = Number.parseInt(digits, 16);
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  state.problems.push({
    message: 'this escape sequence is beyond the last character of Unicode',
    range: { start, end: state.at },
    refusal: 'reject',
    kind: 'syntax',
  });
  return '';
}

/** White space inside quotes: kept on a line, folded over lines. `undefined` where the value cannot go on. */
function scanGap(state: ScanState): string | undefined {
  const from = state.at;
  while (isBlank(peek(state))) state.at++;
  const blanks = state.text.slice(from, state.at);
  if (peek(state) === END || (state.quotesEndWithLine && isBreak(peek(state)))) return undefined;
  const first = skipBreak(state);
  if (first === '') return blanks;
  const breaks = scanBreaks(state);
  if (breaks === undefined) return undefined;
  if (first !== '\n') return first + breaks;
  return breaks === '' ? ' ' : breaks;
}

/** Empty lines; `undefined` where the document ends. */
function scanBreaks(state: ScanState): string | undefined {
  let breaks = '';
  for (;;) {
    if (isAtDocumentMark(state)) return undefined;
    while (isBlank(peek(state))) state.at++;
    if (!isBreak(peek(state))) return breaks;
    breaks += skipBreak(state);
  }
}
