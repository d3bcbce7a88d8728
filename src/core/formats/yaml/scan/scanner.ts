import type { Range } from '../../../text/range';
import type { ReadProblem } from '../../document';
import { scanBlockScalar } from './block-scalar';
import { END, isBlankOrEnd, isBreakOrEnd } from './characters';
import { scanDirective } from './directive';
import { closeBracket, isInBrackets, openBracket, scanColon, scanComma, scanDash, scanQuestionMark } from './indicators';
import { scanPlain } from './plain';
import { scanName, scanTag } from './properties';
import { scanQuoted } from './quoted';
import { scanUnquotable, skipTabs } from './repairs';
import { checkRequiredKey, forgetKey, scanInline } from './simple-key';
import {
  add,
  columnOf,
  complain,
  endBlocks,
  endsBrackets,
  isAtDocumentMark,
  peek,
  type ScanState,
  skipBreak,
  skipSpaces,
} from './state';
import type { Token } from './token';

/** What a text is made of. */
export interface Scan {
  /** The last one is `stream-end`. */
  readonly tokens: readonly Token[];
  readonly problems: readonly ReadProblem[];
  readonly comments: readonly Range[];
}

/**
 * The tokens that PyYAML's scanner finds (`yaml/scanner.py`), in one pass. Where PyYAML gives up, the problem is noted and
 * the scan goes on with what was most likely meant. Takes linear time.
 */
export function scan(text: string): Scan {
  const first = scanAll(text, Number.POSITIVE_INFINITY);
  const unclosed = first.brackets[0];
  if (!unclosed) return first;
  const second = scanAll(text, unclosed.start);
  complain(second, `the ${text.charAt(unclosed.start)} is never closed`, unclosed.start, unclosed.end);
  return second;
}

function scanAll(text: string, bracketsEndAfter: number): ScanState {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const state: ScanState = {
    text,
    tokens: [],
    problems: [],
    comments: [],
    at: start,
    lineStart: start,
    brackets: [],
    indent: -1,
    indents: [],
    mayStartKey: true,
    possibleKeys: [],
    bracketsEndAfter,
    quotesEndWithLine: false,
  };
  do scanToken(state);
  while (state.tokens.at(-1)?.kind !== 'stream-end');
  return state;
}

function scanToken(state: ScanState): void {
  skipToToken(state);
  checkRequiredKey(state);
  endBlocks(state, columnOf(state));
  const code = peek(state);
  if (code === END) endStream(state);
  else if (code === 37 && columnOf(state) === 0) scanAtLineStart(state, () => state.tokens.push(scanDirective(state)));
  else if (isAtDocumentMark(state)) {
    scanAtLineStart(state, () => add(state, code === 45 ? 'document-start' : 'document-end', 3));
  } else if (!scanIndicator(state, code)) scanInline(state, scanPlain);
}

/** Whether the character begins a token other than a plain value, which then was scanned. */
function scanIndicator(state: ScanState, code: number): boolean {
  const isFlow = isInBrackets(state);
  const standsAlone = isBlankOrEnd(peek(state, 1));
  if (code === 91) openBracket(state, 'flow-sequence-start');
  else if (code === 123) openBracket(state, 'flow-mapping-start');
  else if (code === 93) closeBracket(state, 'flow-sequence-end');
  else if (code === 125) closeBracket(state, 'flow-mapping-end');
  else if (code === 44) scanComma(state);
  else if (code === 45 && standsAlone) scanDash(state);
  else if (code === 63 && (isFlow || standsAlone)) scanQuestionMark(state);
  else if (code === 58 && (isFlow || standsAlone)) scanColon(state);
  else if (code === 42 || code === 38) scanInline(state, scanName);
  else if (code === 33) scanInline(state, scanTag);
  else if (code === 39 || code === 34) scanInline(state, scanQuoted);
  else if ((code === 124 || code === 62) && !isFlow) scanBlockValue(state);
  else if (code === 9) skipTabs(state);
  else if (code === 37 || code === 64 || code === 96 || code === 124 || code === 62) scanUnquotable(state);
  else return false;
  return true;
}

function skipToToken(state: ScanState): void {
  for (;;) {
    skipSpaces(state);
    if (peek(state) === 35) {
      const start = state.at;
      while (!isBreakOrEnd(peek(state))) state.at++;
      state.comments.push({ start, end: state.at });
    }
    if (skipBreak(state) === '') break;
    if (!isInBrackets(state)) state.mayStartKey = true;
  }
  if (endsBrackets(state)) endBrackets(state);
}

function endBrackets(state: ScanState): void {
  for (let open = state.brackets.pop(); open; open = state.brackets.pop()) {
    add(state, open.kind === 'flow-sequence-start' ? 'flow-sequence-end' : 'flow-mapping-end', 0);
  }
  state.possibleKeys.length = 0;
  state.mayStartKey = true;
}

function scanAtLineStart(state: ScanState, scanOne: () => void): void {
  endBlocks(state, -1);
  forgetKey(state);
  state.mayStartKey = false;
  scanOne();
}

function endStream(state: ScanState): void {
  endBlocks(state, -1);
  forgetKey(state);
  add(state, 'stream-end', 0);
}

function scanBlockValue(state: ScanState): void {
  state.mayStartKey = true;
  forgetKey(state);
  state.tokens.push(scanBlockScalar(state));
}
