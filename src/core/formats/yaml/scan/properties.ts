import { isBlankOrEnd, isBreakOrEnd, isHexDigit, isNameCharacter } from './characters';
import { complain, peek, type ScanState } from './state';
import type { NameToken, TagToken } from './token';

/** What may follow the name of an anchor or alias: `?:,]}%@` and a backtick, besides white space. */
const BEHIND_NAME = new Set([63, 58, 44, 93, 125, 37, 64, 96]);
/** ASCII letters, digits and these may stand in a tag. */
const URI = /[-;/?:@&=+$,_.!~*'()[\]%0-9A-Za-z]/;

/** `&name` and `*name`. */
export function scanName(state: ScanState): NameToken {
  const start = state.at;
  const kind = peek(state) === 42 ? 'alias' : 'anchor';
  state.at++;
  while (isNameCharacter(peek(state))) state.at++;
  const name = state.text.slice(start + 1, state.at);
  const next = peek(state);
  if (name === '' || !(isBlankOrEnd(next) || BEHIND_NAME.has(next))) {
    while (!isBlankOrEnd(peek(state)) && !BEHIND_NAME.has(peek(state))) state.at++;
    const what = kind === 'alias' ? '* names an anchor' : '& gives a name';
    complain(state, `${what}, of letters, digits, - and _; quote a value that begins with it`, start, state.at);
  }
  return { kind, name, start, end: state.at };
}

/** `!name`, `!!name`, `!handle!name`, `!<uri>` and `!`. */
export function scanTag(state: ScanState): TagToken {
  const start = state.at;
  const next = peek(state, 1);
  let handle: string | undefined;
  let suffix = '!';
  state.at++;
  if (next === 60) {
    state.at++;
    suffix = scanUri(state, start);
    if (peek(state) === 62) state.at++;
    else complain(state, "a tag that begins with '!<' ends with '>'", start, state.at);
  } else if (!isBlankOrEnd(next)) {
    handle = scanHandle(state, start);
    suffix = scanUri(state, start);
  }
  if (!isBreakOrEnd(peek(state)) && peek(state) !== 32) {
    complain(state, 'a space has to follow a tag; quote a value that begins with !', start, state.at);
  }
  return { kind: 'tag', handle, suffix, start, end: state.at };
}

/** The second `!` makes a handle, wherever it stands in the word. */
function scanHandle(state: ScanState, start: number): string {
  let ahead = 0;
  for (let code = peek(state); code !== 32 && !isBreakOrEnd(code) && code !== 33; code = peek(state, ahead)) ahead++;
  if (peek(state, ahead) !== 33) return '!';
  while (isNameCharacter(peek(state))) state.at++;
  if (peek(state) === 33) state.at++;
  else complain(state, 'the handle of a tag consists of letters, digits, - and _', start, state.at);
  return state.text.slice(start, state.at);
}

/** The rest of a tag, with `%41` for characters by their UTF-8 bytes. */
export function scanUri(state: ScanState, start: number): string {
  const from = state.at;
  while (URI.test(state.text.charAt(state.at))) state.at++;
  const raw = state.text.slice(from, state.at);
  if (raw === '') complain(state, 'a tag has to have a name; quote a value that begins with !', start, state.at);
  if (!raw.includes('%')) return raw;
  const decoded = decodeUri(raw);
  if (decoded === undefined) complain(state, '% in a tag stands before two hexadecimal digits of a UTF-8 byte', from, state.at);
  return decoded ?? raw;
}

function decodeUri(raw: string): string | undefined {
  for (let at = raw.indexOf('%'); at >= 0; at = raw.indexOf('%', at + 1)) {
    if (!isHexDigit(raw.charCodeAt(at + 1)) || !isHexDigit(raw.charCodeAt(at + 2))) return undefined;
  }
  try {
    return decodeURIComponent(raw);
  } catch (error) {
    // The only failure that is left: bytes that are no UTF-8.
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
