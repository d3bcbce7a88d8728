import { END, isBlank, isBreak, isBreakOrEnd, isDigit } from './characters';
import { columnOf, complain, peek, type ScanState, skipBreak, skipSpaces } from './state';
import type { ScalarToken } from './token';

/** `|` and `>` values (`scan_block_scalar` of `yaml/scanner.py`). The range ends with the last line that has text. */
export function scanBlockScalar(state: ScanState): ScalarToken {
  const start = state.at;
  const lastLine = state.lineStart;
  const isFolded = peek(state) === 62;
  state.at++;
  const { chomping, increment } = scanHeader(state);
  let end = state.at;
  endHeader(state);

  const leastIndent = Math.max(1, state.indent + 1);
  let breaks: string;
  let indent: number;
  if (increment === undefined) {
    const first = scanFirstIndentation(state);
    breaks = first.breaks;
    indent = Math.max(leastIndent, first.deepest);
  } else {
    indent = leastIndent + increment - 1;
    breaks = scanEmptyLines(state, indent);
  }

  let value = '';
  let lineBreak = '';
  while (columnOf(state) === indent && peek(state) !== END) {
    value += breaks;
    const startsWithText = !isBlank(peek(state));
    const from = state.at;
    while (!isBreakOrEnd(peek(state))) state.at++;
    value += state.text.slice(from, state.at);
    end = state.at;
    lineBreak = skipBreak(state);
    breaks = scanEmptyLines(state, indent);
    if (columnOf(state) !== indent || peek(state) === END) break;
    const joins = isFolded && lineBreak === '\n' && startsWithText && !isBlank(peek(state));
    if (!joins) value += lineBreak;
    else if (breaks === '') value += ' ';
  }
  if (chomping !== 'strip') value += lineBreak;
  if (chomping === 'keep') value += breaks;
  return { kind: 'scalar', value, style: isFolded ? 'folded' : 'literal', start, end, lastLine, lastWords: start };
}

interface Header {
  readonly chomping: 'keep' | 'strip' | 'clip';
  readonly increment: number | undefined;
}

/** `+`, `-` and the indentation, in either order. */
function scanHeader(state: ScanState): Header {
  const before = scanChomping(state);
  const increment = scanIncrement(state);
  const chomping = before ?? (increment === undefined ? undefined : scanChomping(state));
  return { chomping: chomping ?? 'clip', increment };
}

function scanChomping(state: ScanState): 'keep' | 'strip' | undefined {
  const code = peek(state);
  if (code !== 43 && code !== 45) return undefined;
  state.at++;
  return code === 43 ? 'keep' : 'strip';
}

function scanIncrement(state: ScanState): number | undefined {
  if (!isDigit(peek(state))) return undefined;
  const increment = peek(state) - 48;
  state.at++;
  if (increment > 0) return increment;
  complain(state, 'the indentation of a block value is a digit from 1 to 9', state.at - 1, state.at);
  return undefined;
}

function endHeader(state: ScanState): void {
  const from = state.at;
  skipSpaces(state);
  const rest = state.at;
  while (!isBreakOrEnd(peek(state))) state.at++;
  if (rest > from && state.text.charAt(rest) === '#') state.comments.push({ start: rest, end: state.at });
  else if (state.at > rest) complain(state, 'the value begins on the line behind | or >, not on the same one', rest, state.at);
  skipBreak(state);
}

function scanFirstIndentation(state: ScanState): { readonly breaks: string; readonly deepest: number } {
  let breaks = '';
  let deepest = 0;
  for (let code = peek(state); code === 32 || isBreak(code); code = peek(state)) {
    if (code !== 32) {
      breaks += skipBreak(state);
      continue;
    }
    state.at++;
    deepest = Math.max(deepest, columnOf(state));
  }
  return { breaks, deepest };
}

function scanEmptyLines(state: ScanState, indent: number): string {
  let breaks = '';
  skipIndentation(state, indent);
  while (isBreak(peek(state))) {
    breaks += skipBreak(state);
    skipIndentation(state, indent);
  }
  return breaks;
}

function skipIndentation(state: ScanState, indent: number): void {
  while (columnOf(state) < indent && peek(state) === 32) state.at++;
}
