import type { ConfigNode } from '../tree/node';

/** What Python's `int(value)` makes of a value: a number, a refusal with a reason, or an exception that nobody catches. */
export type PythonInt =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'reject' }
  | { readonly kind: 'crash' }
  | { readonly kind: 'unknown' };

/** Mirrors `_convert_value_to_int` of `nvflare/private/fed/server/job_meta_validator.py`. */
export function pythonInt(node: ConfigNode): PythonInt {
  switch (node.kind) {
    case 'integer':
      return { kind: 'number', value: node.value };
    case 'boolean':
      return { kind: 'number', value: node.value ? 1 : 0 };
    case 'float':
      if (Number.isNaN(node.value)) return { kind: 'reject' };
      return Number.isFinite(node.value) ? { kind: 'number', value: Math.trunc(node.value) } : { kind: 'crash' };
    case 'string': {
      const value = digitsOf(node.value);
      return value === undefined ? { kind: 'reject' } : { kind: 'number', value };
    }
    case 'unknown':
      return { kind: 'unknown' };
    default:
      return { kind: 'reject' };
  }
}

/** Python takes blanks around, one underscore between digits, and the decimal digits of every script. */
function digitsOf(text: string): number | undefined {
  const trimmed = stripped(text);
  if (!/^[+-]?\p{Nd}+(?:_\p{Nd}+)*$/u.test(trimmed)) return undefined;
  const digits = [...trimmed.replace(/[_+-]/g, '')].map(digitValue);
  if (digits.length > 4300) return undefined;
  const value = Number(digits.join(''));
  return trimmed.startsWith('-') ? -value : value;
}

/** What `int` passes over at both ends. Blank by blank: a pattern would begin anew at every blank in between. */
function stripped(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && PYTHON_BLANK.test(text.charAt(start))) start++;
  while (start < end && PYTHON_BLANK.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** No mark of the byte order, and unlike for `str.strip` not the four separators of ASCII. */
const PYTHON_BLANK = /[^\S\ufeff]|\u0085/;

/** Decimal digits come in runs of ten that start with their zero, each run at its own place of Unicode. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero <= 9 && isRunStart(zero) ? code - zero : (code - firstOfRun(code)) % 10;
}

function isRunStart(code: number): boolean {
  return !/\p{Nd}/u.test(String.fromCodePoint(code - 1));
}

/** Where runs stand one behind the other, as the mathematical digits do, the first of them is a zero. */
function firstOfRun(code: number): number {
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return first;
}
