import type { ReadProblem } from '../../document';
import { columnOf, complain, type PossibleKey, type ScanState } from './state';
import type { Token } from './token';

/** A key without `?` stands on one line and is no longer than this, counted in characters. */
const LONGEST = 1024;

/** Notes that the token about to be scanned may turn out to be a key. */
export function noteKey(state: ScanState): void {
  if (!state.mayStartKey) return;
  forgetKey(state);
  state.possibleKeys[state.brackets.length] = {
    token: state.tokens.length,
    isRequired: state.brackets.length === 0 && state.indent === columnOf(state),
    start: state.at,
    lineStart: state.lineStart,
    column: columnOf(state),
  };
}

/** Scans a token that may turn out to be a key; behind it on the line there can be no other. */
export function scanInline(state: ScanState, scanOne: (state: ScanState) => Token): void {
  noteKey(state);
  state.mayStartKey = false;
  state.tokens.push(scanOne(state));
}

/** The token at this depth can no longer be a key. */
export function forgetKey(state: ScanState): void {
  const key = state.possibleKeys[state.brackets.length];
  if (key?.isRequired) missColon(state, key);
  state.possibleKeys[state.brackets.length] = undefined;
}

/** Takes the token that the `:` at hand makes a key, if there is one. */
export function takeKey(state: ScanState): PossibleKey | undefined {
  const key = state.possibleKeys[state.brackets.length];
  state.possibleKeys[state.brackets.length] = undefined;
  return key && isFresh(state, key) ? key : undefined;
}

/** Outside of brackets a line of a mapping has to have its `:` by its end. */
export function checkRequiredKey(state: ScanState): void {
  const key = state.possibleKeys[0];
  if (!key || isFresh(state, key)) return;
  state.possibleKeys[0] = undefined;
  if (key.isRequired) missColon(state, key);
}

function isFresh(state: ScanState, key: PossibleKey): boolean {
  if (key.lineStart !== state.lineStart) return false;
  const units = state.at - key.start;
  return units <= LONGEST || (units <= 2 * LONGEST && [...state.text.slice(key.start, state.at)].length <= LONGEST);
}

/** Makes the token a key all the same, so that the lines around it keep their meaning. */
function missColon(state: ScanState, key: PossibleKey): void {
  const first = state.tokens[key.token];
  if (!first || first.kind === 'hole') return;
  const colon = first.kind === 'scalar' && first.style === 'plain' ? first.value.indexOf(':') : -1;
  const fix: ReadProblem['fix'] | undefined =
    colon > 0
      ? {
          title: 'Insert a space behind the colon',
          edits: [{ range: { start: first.start + colon + 1, end: first.start + colon + 1 }, newText: ' ' }],
        }
      : undefined;
  const message = colon > 0 ? "a space is missing behind ':'" : "':' is missing behind this key";
  complain(state, message, first.start, first.end, fix);
  state.tokens.splice(key.token, 0, { kind: 'key', start: key.start, end: key.start });
  state.possibleKeys.forEach((other, depth) => {
    if (other && other.token > key.token) state.possibleKeys[depth] = { ...other, token: other.token + 1 };
  });
}
