import { misplace, misplaceColon, scanLineAfterComma } from './repairs';
import { forgetKey, noteKey, takeKey } from './simple-key';
import { add, columnOf, complain, type ScanState, startsBlock } from './state';
import type { Mark, Token } from './token';

/** Whether a bracket or brace is open, so that indentation counts for nothing. */
export function isInBrackets(state: ScanState): boolean {
  return state.brackets.length > 0;
}

/** `[` or `{`, which may begin a key. */
export function openBracket(state: ScanState, kind: Mark): void {
  noteKey(state);
  const bracket: Token = { kind, start: state.at, end: state.at + 1 };
  state.brackets.push(bracket);
  state.tokens.push(bracket);
  state.mayStartKey = true;
  state.at++;
}

/** `]` or `}`; a hole where nothing is open. */
export function closeBracket(state: ScanState, kind: Mark): void {
  forgetKey(state);
  state.mayStartKey = false;
  if (isInBrackets(state)) {
    state.brackets.pop();
    add(state, kind, 1);
  } else {
    complain(state, `this ${state.text.charAt(state.at)} closes nothing`, state.at, state.at + 1);
    add(state, 'hole', 1);
  }
}

/** `,` in brackets: a key may follow. */
export function scanComma(state: ScanState): void {
  state.mayStartKey = true;
  forgetKey(state);
  add(state, 'flow-entry', 1);
}

/** `- ` of a list. */
export function scanDash(state: ScanState): void {
  if (!isInBrackets(state)) {
    if (!state.mayStartKey) {
      misplace(state, 'a list begins on a line of its own, or in [ ]');
      return;
    }
    if (startsBlock(state, columnOf(state))) add(state, 'block-sequence-start', 0);
  }
  state.mayStartKey = true;
  forgetKey(state);
  add(state, 'block-entry', 1);
}

/** `? ` of a key that is written out. */
export function scanQuestionMark(state: ScanState): void {
  if (!isInBrackets(state)) {
    if (!state.mayStartKey) {
      misplace(state, 'a key cannot begin here; quote a value that begins with ?');
      return;
    }
    if (startsBlock(state, columnOf(state))) add(state, 'block-mapping-start', 0);
  }
  state.mayStartKey = !isInBrackets(state);
  forgetKey(state);
  add(state, 'key', 1);
}

/** `:` behind a key that was not marked as one until now, or behind one that was written out. */
export function scanColon(state: ScanState): void {
  const key = takeKey(state);
  if (key) {
    const place = { start: key.start, end: key.start };
    state.tokens.splice(key.token, 0, { kind: 'key', ...place });
    if (!isInBrackets(state) && startsBlock(state, key.column)) {
      state.tokens.splice(key.token, 0, { kind: 'block-mapping-start', ...place });
    }
    state.mayStartKey = false;
  } else {
    if (!isInBrackets(state)) {
      if (!state.mayStartKey) {
        misplaceColon(state);
        return;
      }
      if (startsBlock(state, columnOf(state))) add(state, 'block-mapping-start', 0);
    } else if (scanLineAfterComma(state)) {
      return;
    }
    state.mayStartKey = !isInBrackets(state);
    forgetKey(state);
  }
  add(state, 'value', 1);
}
