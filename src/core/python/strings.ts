import {
  Apostrophe,
  Backslash,
  CapitalN,
  CloseBrace,
  CloseBracket,
  CloseParenthesis,
  Colon,
  Hash,
  isNamePart,
  Newline,
  OpenBrace,
  OpenBracket,
  OpenParenthesis,
  Quote,
  Return,
} from './characters';

/** What is known of the strings of one text while it is being read. */
export interface StringState {
  readonly text: string;
  /** Whether line ends other than a line feed alone may be in the text. */
  readonly hasReturns: boolean;
  /** From these offsets on there is no closing `'''` and no closing `"""`. Keeps broken texts in linear time. */
  noApostrophes: number;
  noQuotes: number;
  /** Attempts to read an f-string by the rules of 3.12 that may still fail. */
  patience: number;
  /** How many f-strings are being read inside each other. */
  nesting: number;
  /** Where a triple-quoted string was found that never ends. */
  unclosedTriple: number;
  /** Look with suspicion at triple-quoted strings that hold whole definitions: some string in this text never ends. */
  isSuspicious: boolean;
}

/** The state before anything is read. Suspicion is for a second reading of a text with a string that never ends. */
export function newStringState(text: string, isSuspicious: boolean): StringState {
  const noOffset = Number.POSITIVE_INFINITY;
  return {
    text,
    hasReturns: text.includes('\r'),
    noApostrophes: noOffset,
    noQuotes: noOffset,
    patience: 100,
    nesting: 0,
    unclosedTriple: -1,
    isSuspicious,
  };
}

/**
 * The offset behind the string whose opening quote is at `open`. A string that never ends ends with its line.
 * Prefixes are in front of the quote and looked at from here, so callers need not know of them.
 */
export function endOfString(state: StringState, open: number): number {
  const { text } = state;
  const quote = text.charCodeAt(open);
  const isTriple = text.charCodeAt(open + 1) === quote && text.charCodeAt(open + 2) === quote;
  const end = isTriple ? endOfTriple(state, open, quote) : endOfSingle(text, open, quote);
  const prefix = open > 0 && isNamePart(text.charCodeAt(open - 1)) ? prefixOf(text, open) : '';
  if (!/[ft]/i.test(prefix) || isPlainlyInterpolated(text, open, end)) return end;
  if (state.patience <= 0 || state.nesting >= MAX_NESTING) return end;
  state.nesting++;
  const interpolated = endOfInterpolated(state, open, quote, isTriple, /r/i.test(prefix), end);
  state.nesting--;
  return interpolated;
}

function endOfSingle(text: string, open: number, quote: number): number {
  for (let i = open + 1; ; i++) {
    const c = text.charCodeAt(i);
    if (c === quote) return i + 1;
    if (c === Backslash) i += text.charCodeAt(i + 1) === Return && text.charCodeAt(i + 2) === Newline ? 2 : 1;
    else if (c === Newline || c === Return || i >= text.length) return Math.min(i, text.length);
  }
}

function endOfTriple(state: StringState, open: number, quote: number): number {
  const { text } = state;
  const known = quote === Quote ? state.noQuotes : state.noApostrophes;
  const close = open < known ? closingTriple(text, open, quote) : -1;
  if (close >= 0 && !(state.isSuspicious && holdsDefinition(text, open, close))) return close + 3;
  if (state.isSuspicious && close >= 0) state.isSuspicious = false;
  else if (quote === Quote) state.noQuotes = Math.min(state.noQuotes, open);
  else state.noApostrophes = Math.min(state.noApostrophes, open);
  if (state.unclosedTriple < 0) state.unclosedTriple = open;
  return endOfLine(state, open);
}

function closingTriple(text: string, open: number, quote: number): number {
  const triple = quote === Quote ? '"""' : "'''";
  for (let from = open + 3; ; ) {
    const close = text.indexOf(triple, from);
    if (close < 0) return -1;
    let slashes = 0;
    while (close - slashes > open + 3 && text.charCodeAt(close - slashes - 1) === Backslash) slashes++;
    if (slashes % 2 === 0) return close;
    from = close + 1;
  }
}

/** Whether a line inside the string starts a definition no deeper than the string itself, as code would. */
function holdsDefinition(text: string, open: number, close: number): boolean {
  const definition = /\n([ \t]*)(?:async[ \t]+def|def|class)[ \t]+\w+[ \t]*[(:]/g;
  const inside = text.slice(open, close);
  let column: number | undefined;
  for (let match = definition.exec(inside); match; match = definition.exec(inside)) {
    // Only now, because many strings may stand on one line.
    column ??= indentationAt(text, open);
    if ((match[1] as string).length <= column) return true;
  }
  return false;
}

/** How far the line of an offset is indented. */
function indentationAt(text: string, offset: number): number {
  let lineStart = offset;
  while (lineStart > 0 && text.charCodeAt(lineStart - 1) !== Newline) lineStart--;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0].length ?? 0;
}

function prefixOf(text: string, open: number): string {
  let start = open;
  while (start > 0 && open - start < 3 && isNamePart(text.charCodeAt(start - 1))) start--;
  return /^(?:[fFtT][rR]?|[rR][fFtTbB]?|[bB][rR]?|[uU])$/.exec(text.slice(start, open))?.[0] ?? '';
}

/** The offset of the next line end, or of the end of the text. */
export function endOfLine(state: StringState, start: number): number {
  const { text } = state;
  if (!state.hasReturns) {
    const end = text.indexOf('\n', start);
    return end < 0 ? text.length : end;
  }
  let i = start;
  while (i < text.length && text.charCodeAt(i) !== Newline && text.charCodeAt(i) !== Return) i++;
  return i;
}

/** CPython itself allows 150. */
const MAX_NESTING = 60;
/** How far beyond the first closing quote an f-string of 3.12 is followed. */
const REACH = 2000;

/**
 * The end of an f-string or t-string. Up to Python 3.11 the first closing quote ends it; from 3.12 on the fields in
 * it may hold any expression, also one with the same quotes. Both agree wherever the first closing quote is
 * outside of all fields. `plainEnd` is the answer where the rules of 3.12 lead nowhere.
 */
function endOfInterpolated(
  state: StringState,
  open: number,
  quote: number,
  isTriple: boolean,
  isRaw: boolean,
  plainEnd: number,
): number {
  const { text } = state;
  const limit = Math.min(text.length, plainEnd + REACH);
  /** What we are in, innermost last: `{` an expression, `[` a bracket in one, `:` the format behind one. */
  const inside: string[] = [];
  let i = open + (isTriple ? 3 : 1);
  while (i < limit) {
    const c = text.charCodeAt(i);
    const place = inside[inside.length - 1];
    if (place === undefined || place === ':') {
      if (c === quote && (!isTriple || (text.charCodeAt(i + 1) === quote && text.charCodeAt(i + 2) === quote))) {
        return i + (isTriple ? 3 : 1);
      }
      if (c === Backslash) {
        i = endOfEscape(text, i, isRaw);
        continue;
      }
      if (!isTriple && (c === Newline || c === Return)) break;
      if (c === OpenBrace) {
        if (text.charCodeAt(i + 1) === OpenBrace && place === undefined) i++;
        else inside.push('{');
      } else if (c === CloseBrace && place === ':') inside.length -= 2;
      i++;
      continue;
    }
    if (c === Quote || c === Apostrophe) {
      i = endOfString(state, i);
      continue;
    }
    if (c === Hash) {
      i = endOfLine(state, i);
      continue;
    }
    if (c === OpenParenthesis || c === OpenBracket || c === OpenBrace) inside.push('[');
    else if (c === CloseParenthesis || c === CloseBracket) {
      if (place === '[') inside.pop();
    } else if (c === CloseBrace) inside.pop();
    else if (c === Colon && place === '{') inside.push(':');
    i++;
  }
  state.patience--;
  return plainEnd;
}

/** Whether the fields of the f-string before its first closing quote are all closed and hold no quotes: the usual case. */
function isPlainlyInterpolated(text: string, open: number, end: number): boolean {
  let depth = 0;
  const quote = text.charCodeAt(open);
  for (let i = open + 1; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === OpenBrace) {
      if (depth === 0 && text.charCodeAt(i + 1) === OpenBrace) i++;
      else depth++;
    } else if (c === CloseBrace) {
      if (depth > 0) depth--;
      else if (text.charCodeAt(i + 1) === CloseBrace) i++;
      else return false;
    } else if (depth > 0 && (c === Quote || c === Apostrophe) && (c !== quote || i < end - 3)) return false;
  }
  return depth === 0;
}

function endOfEscape(text: string, backslash: number, isRaw: boolean): number {
  const next = text.charCodeAt(backslash + 1);
  if (next === OpenBrace || next === CloseBrace) return backslash + 1;
  if (next === CapitalN && !isRaw && text.charCodeAt(backslash + 2) === OpenBrace) {
    const close = text.indexOf('}', backslash);
    if (close >= 0 && close - backslash < 100) return close + 1;
  }
  return backslash + (next === Return && text.charCodeAt(backslash + 2) === Newline ? 3 : 2);
}
