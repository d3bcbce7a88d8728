import { isBlank, isDigit, isLineEnd } from './characters';

/** A number at some offset of a text. */
export interface ScannedNumber {
  readonly end: number;
  readonly value: number;
  readonly isInteger: boolean;
}

/** Python refuses to make integers of more digits, and pyhocon then makes a float. */
const MOST_DIGITS = 4300;
/** The same grammar for digits beyond ASCII, which Python's `\d` takes too. */
const ANY_DIGITS = /[+-]?(?:\p{Nd}*\.\p{Nd}+|\p{Nd}+(?:\.\p{Nd}+)?)(?:[eE][+-]?\p{Nd}+)?(?=$|[ \t]*(?:[$}\],#\n\r]|\/\/))/uy;

/**
 * The number at the offset, or `undefined` where pyhocon sees a text: behind a number must come a separator, a comment, a
 * bracket or `$`. At the end of the text not even a blank may follow.
 */
export function scanNumber(text: string, start: number): ScannedNumber | undefined {
  let i = start;
  let code = text.charCodeAt(i);
  if (code === 43 || code === 45) code = text.charCodeAt(++i);
  const digits = i;
  i = digitsEnd(text, i);
  let isInteger = i > digits;
  if (text.charCodeAt(i) === 46) {
    const end = digitsEnd(text, i + 1);
    if (end > i + 1) {
      i = end;
      isInteger = false;
    } else if (!(text.charCodeAt(i + 1) > 127)) return undefined;
  } else if (i === digits && !(text.charCodeAt(i) > 127)) return undefined;
  code = text.charCodeAt(i);
  if (code === 69 || code === 101) {
    const sign = text.charCodeAt(i + 1);
    const first = sign === 43 || sign === 45 ? i + 2 : i + 1;
    const end = digitsEnd(text, first);
    if (end > first) {
      i = end;
      isInteger = false;
    }
  }
  if (text.charCodeAt(i) > 127 || text.charCodeAt(i + 1) > 127 || text.charCodeAt(i + 2) > 127) return scanAnyDigits(text, start);
  if (!isNumberEnd(text, i)) return undefined;
  return { end: i, value: Number(text.slice(start, i)), isInteger: isInteger && i - digits <= MOST_DIGITS };
}

function scanAnyDigits(text: string, start: number): ScannedNumber | undefined {
  ANY_DIGITS.lastIndex = start;
  const match = ANY_DIGITS.exec(text);
  if (!match) return undefined;
  const ascii = match[0].replace(/\p{Nd}/gu, digitValue);
  return { end: start + match[0].length, value: Number(ascii), isInteger: /^[+-]?\d{1,4300}$/.test(ascii) };
}

/** Decimal digits come in runs of ten, of which a few adjoin. */
function digitValue(digit: string): string {
  let first = digit.codePointAt(0) ?? 0;
  const code = first;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}

function digitsEnd(text: string, from: number): number {
  let i = from;
  while (isDigit(text.charCodeAt(i))) i++;
  return i;
}

function isNumberEnd(text: string, end: number): boolean {
  if (end === text.length) return true;
  let i = end;
  while (isBlank(text.charCodeAt(i))) i++;
  const code = text.charCodeAt(i);
  if (isLineEnd(code) || code === 44 || code === 125 || code === 93 || code === 35 || code === 36) return true;
  return code === 47 && text.charCodeAt(i + 1) === 47;
}
