import { END, isBlankOrEnd, isBreak, isFlowIndicator } from './characters';
import { noteTab, noteTightColon } from './either-loader';
import { columnOf, endsBrackets, isAtDocumentMark, peek, type ScanState, skipBreak } from './state';
import type { ScalarToken } from './token';

const TAB = 9;
const COLON = 58;
const HASH = 35;
const QUESTION = 63;

/** An unquoted value, over as many lines as are indented enough (`scan_plain` of `yaml/scanner.py`). */
export function scanPlain(state: ScanState): ScalarToken {
  const start = state.at;
  const leastIndent = state.indent + 1;
  let value = '';
  let gap: string | undefined = '';
  let end = start;
  let lastLine = state.lineStart;
  let lastWords = start;
  while (gap !== undefined && peek(state) !== HASH) {
    const word = scanWord(state);
    if (word === '') break;
    state.mayStartKey = false;
    if (state.lineStart > lastLine) {
      lastLine = state.lineStart;
      lastWords = state.at - word.length;
    }
    value += gap + word;
    end = state.at;
    gap = scanGap(state, leastIndent) || undefined;
    if (state.brackets.length === 0 ? columnOf(state) < leastIndent : endsBrackets(state)) break;
  }
  if (state.brackets.length > 0 && peek(state) === COLON && isFlowIndicator(peek(state, 1))) noteTightColon(state);
  return { kind: 'scalar', value, style: 'plain', start, end, lastLine, lastWords };
}

/** A stretch without white space. */
function scanWord(state: ScanState): string {
  const from = state.at;
  while (!endsWord(state)) state.at++;
  return state.text.slice(from, state.at);
}

function endsWord(state: ScanState): boolean {
  const code = peek(state);
  if (isBlankOrEnd(code)) return true;
  const inFlow = state.brackets.length > 0;
  if (code === COLON) {
    const next = peek(state, 1);
    return isBlankOrEnd(next) || (inFlow && isFlowIndicator(next));
  }
  return inFlow && (code === QUESTION || isFlowIndicator(code));
}

/** What the white space behind a word counts as; `undefined` where the value ends before it. */
function scanGap(state: ScanState, leastIndent: number): string | undefined {
  const from = state.at;
  skipBlanks(state);
  if (!isBreak(peek(state))) return state.text.slice(from, state.at);
  const first = skipBreak(state);
  state.mayStartKey = true;
  if (isAtDocumentMark(state)) return undefined;
  let breaks = '';
  const isIndent = (code: number) => code === 32 || (code === TAB && columnOf(state) >= leastIndent);
  for (let code = peek(state); code !== END && (isIndent(code) || isBreak(code)); code = peek(state)) {
    if (!isBreak(code)) {
      if (code === TAB) skipBlanks(state);
      else state.at++;
      continue;
    }
    breaks += skipBreak(state);
    if (isAtDocumentMark(state)) return undefined;
  }
  if (first !== '\n') return first + breaks;
  return breaks === '' ? ' ' : breaks;
}

function skipBlanks(state: ScanState): void {
  for (let code = peek(state); code === 32 || code === TAB; code = peek(state)) {
    const start = state.at;
    while (peek(state) === code) state.at++;
    if (code === TAB) noteTab(state, start);
  }
}
