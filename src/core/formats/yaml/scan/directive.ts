import { isBreakOrEnd, isDigit, isNameCharacter } from './characters';
import { scanUri } from './properties';
import { complain, peek, type ScanState, skipBreak, skipSpaces } from './state';
import type { DirectiveToken } from './token';

/** `%YAML 1.1`, `%TAG ! prefix`; any other is ignored up to the end of its line. */
export function scanDirective(state: ScanState): DirectiveToken {
  const start = state.at++;
  while (isNameCharacter(peek(state))) state.at++;
  const name = state.text.slice(start + 1, state.at);
  const isNamed = name !== '' && (peek(state) === 32 || isBreakOrEnd(peek(state)));
  if (!isNamed) complain(state, 'a line that begins with % is a directive, such as %YAML 1.1; quote a key', start, state.at);
  const values =
    isNamed && name === 'YAML' ? scanVersion(state, start) : isNamed && name === 'TAG' ? scanHandle(state, start) : [];
  const isKnown = values.length > 0;
  const end = state.at;
  if (isKnown) skipSpaces(state);
  const rest = state.at;
  while (!isBreakOrEnd(peek(state))) state.at++;
  if (isKnown && state.text.charAt(rest) === '#') state.comments.push({ start: rest, end: state.at });
  else if (isKnown && state.at > rest) complain(state, 'nothing may follow this directive', rest, state.at);
  skipBreak(state);
  return { kind: 'directive', name, values, start, end: isKnown ? end : start + 1 + name.length };
}

function scanVersion(state: ScanState, start: number): readonly string[] {
  skipSpaces(state);
  const from = state.at;
  while (isDigit(peek(state)) || peek(state) === 46) state.at++;
  const version = /^([0-9]+)\.[0-9]+$/.exec(state.text.slice(from, state.at));
  const isComplete = peek(state) === 32 || isBreakOrEnd(peek(state));
  if (version?.[1] !== undefined && isComplete) return [version[1]];
  complain(state, '%YAML takes a version such as 1.1', start, state.at);
  return [];
}

function scanHandle(state: ScanState, start: number): readonly string[] {
  skipSpaces(state);
  const handle = /!(?: |[-\w]*! )?/y;
  handle.lastIndex = state.at;
  const found = handle.exec(state.text)?.[0].trimEnd();
  state.at += found?.length ?? 0;
  if (found === undefined || peek(state) !== 32) {
    complain(state, '%TAG takes a handle such as !name! and a prefix', start, state.at);
    return [];
  }
  skipSpaces(state);
  const prefix = scanUri(state, start);
  if (peek(state) === 32 || isBreakOrEnd(peek(state))) return [found, prefix];
  complain(state, '%TAG takes a handle such as !name! and a prefix', start, state.at);
  return [];
}
