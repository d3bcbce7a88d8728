import { own } from '../text/own';
import {
  CloseBrace,
  CloseBracket,
  CloseParenthesis,
  Comma,
  endOfName,
  isWordAt,
  OpenBrace,
  OpenBracket,
  OpenParenthesis,
} from './characters';
import { stringAt } from './string-value';

/**
 * A value that stands in the source as it is: what `ast.literal_eval` gives, except for bytes, complex numbers and `...`.
 * Integers beyond 2^53 are rounded.
 */
export type Literal =
  | { readonly kind: 'none' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'list' | 'tuple' | 'set'; readonly items: readonly Literal[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Literal, Literal])[] };

/** Deeper values are not read: no default is that deep, and the reader must not run out of stack. */
const MAX_DEPTH = 60;

/** The value of an expression; `undefined` where it is not a literal or has an error. Takes linear time. */
export function readLiteral(text: string): Literal | undefined {
  const start = skip(text, 0);
  const first = value(text, start, 0);
  if (!first) return undefined;
  let i = skip(text, first.end);
  if (i === text.length) return first.literal;
  const items = [first.literal];
  while (text.charCodeAt(i) === Comma) {
    i = skip(text, i + 1);
    if (i === text.length) break;
    const next = value(text, i, 0);
    if (!next) return undefined;
    items.push(next.literal);
    i = skip(text, next.end);
  }
  return i === text.length ? { kind: 'tuple', items } : undefined;
}

interface Read {
  readonly literal: Literal;
  readonly end: number;
}

const BLANK = /(?:[ \t\f\r\n]|\\(?:\r\n?|\n)|#[^\r\n]*)*/y;

function skip(text: string, i: number): number {
  BLANK.lastIndex = i;
  BLANK.test(text);
  return BLANK.lastIndex;
}

const WORDS: Readonly<Record<string, Literal>> = {
  None: { kind: 'none' },
  True: { kind: 'boolean', value: true },
  False: { kind: 'boolean', value: false },
};

function value(text: string, i: number, depth: number): Read | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const c = text.charCodeAt(i);
  switch (c) {
    case OpenParenthesis:
      return sequence(text, i, CloseParenthesis, 'tuple', depth);
    case OpenBracket:
      return sequence(text, i, CloseBracket, 'list', depth);
    case OpenBrace:
      return braces(text, i, depth);
  }
  const string = strings(text, i);
  if (string) return string;
  const end = endOfName(text, i);
  if (end > i) {
    const word = own(WORDS, text.slice(i, end));
    if (word) return { literal: word, end };
    const empty = isWordAt(text, 'set', i) ? /^set[ \t]*\([ \t]*\)/.exec(text.slice(i, i + 20)) : null;
    return empty ? { literal: { kind: 'set', items: [] }, end: i + empty[0].length } : undefined;
  }
  return number(text, i);
}

/** Strings side by side are one. */
function strings(text: string, start: number): Read | undefined {
  let all: string | undefined;
  let end = start;
  for (let i = start; ; i = skip(text, end)) {
    const part = stringAt(text, i);
    if (!part) return all === undefined ? undefined : { literal: { kind: 'string', value: all }, end };
    if (part.value === undefined) return undefined;
    all = (all ?? '') + part.value;
    end = part.end;
  }
}

function sequence(text: string, open: number, close: number, kind: 'list' | 'tuple', depth: number): Read | undefined {
  const items: Literal[] = [];
  let hasComma = false;
  for (let i = skip(text, open + 1); ; ) {
    if (text.charCodeAt(i) === close) {
      const [only] = items;
      const literal: Literal = kind === 'tuple' && only && items.length === 1 && !hasComma ? only : { kind, items };
      return { literal, end: i + 1 };
    }
    const item = value(text, i, depth + 1);
    if (!item) return undefined;
    items.push(item.literal);
    i = skip(text, item.end);
    if (text.charCodeAt(i) === Comma) {
      hasComma = true;
      i = skip(text, i + 1);
    } else if (text.charCodeAt(i) !== close) return undefined;
  }
}

function braces(text: string, open: number, depth: number): Read | undefined {
  const entries: [Literal, Literal][] = [];
  const items: Literal[] = [];
  for (let i = skip(text, open + 1); ; ) {
    if (text.charCodeAt(i) === CloseBrace) {
      if (entries.length > 0 && items.length > 0) return undefined;
      return { literal: items.length > 0 ? { kind: 'set', items } : { kind: 'dict', entries }, end: i + 1 };
    }
    const first = value(text, i, depth + 1);
    if (!first) return undefined;
    i = skip(text, first.end);
    if (text[i] === ':') {
      const second = value(text, skip(text, i + 1), depth + 1);
      if (!second) return undefined;
      entries.push([first.literal, second.literal]);
      i = skip(text, second.end);
    } else items.push(first.literal);
    if (text.charCodeAt(i) === Comma) i = skip(text, i + 1);
    else if (text.charCodeAt(i) !== CloseBrace) return undefined;
  }
}

const DIGITS = '[0-9](?:_?[0-9])*';
const FLOAT = new RegExp(`(?:${DIGITS}\\.(?:${DIGITS})?|\\.${DIGITS}|${DIGITS}(?=[eE]))(?:[eE][+-]?${DIGITS})?`, 'y');
const INTEGER = /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|0(?:_?0)*(?![0-9_])|[1-9](?:_?[0-9])*/y;

function number(text: string, start: number): Read | undefined {
  const sign = text[start] === '-' || text[start] === '+' ? text[start] : '';
  const i = sign ? skip(text, start + 1) : start;
  const isFloat = matches(FLOAT, text, i);
  if (!isFloat && !matches(INTEGER, text, i)) return undefined;
  const end = isFloat ? FLOAT.lastIndex : INTEGER.lastIndex;
  if (/[\w.]/.test(text.charAt(end))) return undefined;
  const size = Number(text.slice(i, end).replaceAll('_', ''));
  return { literal: { kind: isFloat ? 'float' : 'integer', value: sign === '-' && (isFloat || size !== 0) ? -size : size }, end };
}

function matches(pattern: RegExp, text: string, i: number): boolean {
  pattern.lastIndex = i;
  return pattern.test(text);
}
