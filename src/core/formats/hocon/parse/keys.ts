import { type KeyPart, parseKey } from '../key-path';
import { isKeyCharacter, isPathCharacter } from './characters';
import type { Cursor } from './cursor';
import { closingQuote } from './texts';

// Each quote is taken in one way only, so that nothing is tried twice where the end is missing.
const TRIPLE_QUOTED_KEY = /"""(?:\\[^\n]|"{1,2}(?!")|[^"\n\r\\])*"""/y;

/** Where the key at the place ends, the blanks that pyparsing takes with it included; -1 where there is no key. */
export function scanKey(cursor: Cursor, first: number): number {
  const { text, at } = cursor;
  if (first === 34) {
    TRIPLE_QUOTED_KEY.lastIndex = at;
    if (text.charCodeAt(at + 1) === 34 && TRIPLE_QUOTED_KEY.test(text)) return TRIPLE_QUOTED_KEY.lastIndex;
    const close = closingQuote(cursor, at);
    return close === -1 || hasBareReturn(text.slice(at, close)) ? -1 : close + 1;
  }
  let i = at;
  while (isKeyCharacter(text.charCodeAt(i)) || text.charCodeAt(i) === 9) i++;
  return i === at ? -1 : i;
}

/** A key, unlike a value, ends at a carriage return that is not escaped. */
function hasBareReturn(raw: string): boolean {
  return raw.includes('\r') && raw.replace(/\\[^\n]/g, '').includes('\r');
}

/** The steps of a key as it is written. */
export function keyPath(key: string, keyStart: number, keyEnd: number): readonly KeyPart[] {
  const isQuoted = key.charCodeAt(0) === 34;
  if (isQuoted ? !isPlainInQuotes(key) : key.includes('.')) return parseKey(key, keyStart);
  const name = isQuoted ? key.slice(1, -1) : key;
  return [{ key: name, stored: name, start: keyStart, end: keyEnd }];
}

/** Whether the key means what is between its quotes. */
function isPlainInQuotes(key: string): boolean {
  for (let i = key.length - 2; i > 0; i--) if (isPathCharacter(key.charCodeAt(i))) return false;
  return key.length > 2;
}

/** Whether pyhocon finds no step in the key, or an empty one. */
export function hasEmptyStep(path: readonly KeyPart[]): boolean {
  for (const part of path) if (part.key === '') return true;
  return path.length === 0;
}
