import type { ConfigNode, Entry } from '../../tree/node';
import { entriesOf } from '../../tree/node';

/** The text is not what Python's `json` accepts; `offset` is where that shows. */
export interface StrictFailure {
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  /** `crash` where Python raises something else than its JSONDecodeError. */
  readonly refusal: 'reject' | 'crash';
}

/** Python's C scanner gives up near the recursion limit of 1,000, of which the server's own calls take some. */
export const DEEPEST = 985;
/** Python refuses to convert integers of more digits (`sys.int_info.default_max_str_digits`). */
const MOST_DIGITS = 4300;

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;

/**
 * Reads a text exactly as Python's `json.loads` does (`nvflare/fuel/utils/json_config_loader.py`), NaN and the infinities
 * included, and stops at the first thing that Python refuses. Linear, one pass, about twice the time of `JSON.parse`.
 */
export function readStrictly(text: string): ConfigNode | StrictFailure {
  const reader = new StrictReader(text);
  try {
    return reader.document();
  } catch (failure) {
    if (failure instanceof Failure) return failure;
    throw failure;
  }
}

class Failure implements StrictFailure {
  constructor(
    readonly message: string,
    readonly offset: number,
    readonly length = 1,
    readonly refusal: 'reject' | 'crash' = 'reject',
  ) {}
}

/** Whether Python refused the text. */
export function isFailure(result: ConfigNode | StrictFailure): result is StrictFailure {
  return result instanceof Failure;
}

class StrictReader {
  #at = 0;
  #depth = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  document(): ConfigNode {
    if (this.#text.charCodeAt(0) === 0xfeff) throw new Failure('the file starts with a byte-order mark', 0);
    const root = this.#value();
    this.#skipSpace();
    if (this.#at < this.#text.length) throw new Failure('there is more text after the value', this.#at);
    return root;
  }

  /** Moves behind white space and returns the code of the next character, NaN at the end. */
  #skipSpace(): number {
    const text = this.#text;
    let i = this.#at;
    let code = text.charCodeAt(i);
    // Nearly always one comparison is enough to see that there is none.
    while (code <= 32 && (code === 32 || code === 10 || code === 13 || code === 9)) code = text.charCodeAt(++i);
    this.#at = i;
    return code;
  }

  #value(): ConfigNode {
    const code = this.#skipSpace();
    const start = this.#at;
    switch (code) {
      case QUOTE: {
        const value = this.#string();
        return { kind: 'string', start, end: this.#at, value };
      }
      case 123:
        return this.#object(start);
      case 91:
        return this.#array(start);
      default:
        return this.#literal(code, start);
    }
  }

  #object(start: number): ConfigNode {
    this.#enter(start);
    const list: Entry[] = [];
    if (this.#skipSpace() !== 125) {
      for (;;) {
        if (this.#skipSpace() !== QUOTE) throw new Failure('a key in double quotes is expected', this.#at);
        const keyStart = this.#at;
        const key = this.#string();
        const keyEnd = this.#at;
        if (this.#skipSpace() !== 58) throw new Failure('a colon is expected', this.#at);
        this.#at++;
        const value = this.#value();
        list.push({ key, keyStart, keyEnd, value });
        const next = this.#skipSpace();
        if (next === 125) break;
        if (next !== COMMA) throw new Failure('a comma or closing brace is expected', this.#at);
        this.#at++;
      }
    }
    this.#at++;
    this.#depth--;
    return { kind: 'object', start, end: this.#at, value: entriesOf(list) };
  }

  #array(start: number): ConfigNode {
    this.#enter(start);
    const value: ConfigNode[] = [];
    if (this.#skipSpace() !== 93) {
      for (;;) {
        value.push(this.#value());
        const next = this.#skipSpace();
        if (next === 93) break;
        if (next !== COMMA) throw new Failure('a comma or closing bracket is expected', this.#at);
        this.#at++;
      }
    }
    this.#at++;
    this.#depth--;
    return { kind: 'array', start, end: this.#at, value };
  }

  #enter(start: number): void {
    if (++this.#depth > DEEPEST) {
      throw new Failure('values are nested too deeply for Python, which stops at about 1,000 levels', start, 1, 'crash');
    }
    this.#at++;
  }

  #string(): string {
    const text = this.#text;
    const start = this.#at + 1;
    for (let i = start; ; i++) {
      const code = text.charCodeAt(i);
      if (code === QUOTE) {
        this.#at = i + 1;
        return text.substring(start, i);
      }
      if (code === BACKSLASH) return this.#stringWithEscapes(start, i);
      if (!(code >= 32)) throw this.#badStringCharacter(start, i);
    }
  }

  #stringWithEscapes(start: number, firstEscape: number): string {
    const text = this.#text;
    let result = text.substring(start, firstEscape);
    let from = firstEscape;
    for (let i = firstEscape; ; ) {
      const code = text.charCodeAt(i);
      if (code === QUOTE) {
        this.#at = i + 1;
        return result + text.substring(from, i);
      }
      if (code === BACKSLASH) {
        const { value, length } = this.#escape(i);
        result += text.substring(from, i) + value;
        i += length;
        from = i;
      } else if (code >= 32) i++;
      else throw this.#badStringCharacter(start, i);
    }
  }

  #escape(at: number): { value: string; length: number } {
    const letter = this.#text[at + 1] ?? '';
    if (letter === 'u') {
      const digits = this.#text.substr(at + 2, 4);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw new Failure('\\u is not followed by four hexadecimal digits', at, 2);
      return { value: String.fromCharCode(Number.parseInt(digits, 16)), length: 6 };
    }
    const value = ESCAPES[letter];
    if (value === undefined) throw new Failure('JSON does not know this escape', at, 2);
    return { value, length: 2 };
  }

  #badStringCharacter(start: number, at: number): Failure {
    if (at >= this.#text.length) return new Failure('the string is not closed by a quote', start - 1);
    const code = this.#text.charCodeAt(at);
    if (code === 10 || code === 13) return new Failure('the string is not closed on its line', start - 1, at - start + 1);
    return new Failure('a control character stands inside a string; write it as an escape', at);
  }

  #literal(code: number, start: number): ConfigNode {
    if (code === 45 || (code >= 48 && code <= 57)) {
      const number = this.#number(start);
      if (number) return number;
    }
    for (const [word, value] of WORDS) {
      if (this.#text.startsWith(word, start)) {
        this.#at = start + word.length;
        const end = this.#at;
        if (value === null) return { kind: 'null', start, end, value };
        return typeof value === 'boolean' ? { kind: 'boolean', start, end, value } : { kind: 'float', start, end, value };
      }
    }
    throw new Failure('a value is expected', start);
  }

  #number(start: number): ConfigNode | undefined {
    const text = this.#text;
    let i = text.charCodeAt(start) === 45 ? start + 1 : start;
    const first = i;
    i = text.charCodeAt(i) === 48 ? i + 1 : digitsEnd(text, i);
    if (i === first) return undefined;
    const integerEnd = i;
    if (text.charCodeAt(i) === 46) {
      const end = digitsEnd(text, i + 1);
      if (end > i + 1) i = end;
    }
    if (text.charCodeAt(i) === 101 || text.charCodeAt(i) === 69) {
      const sign = text.charCodeAt(i + 1);
      const digits = sign === 43 || sign === 45 ? i + 2 : i + 1;
      const end = digitsEnd(text, digits);
      if (end > digits) i = end;
    }
    this.#at = i;
    const value = i - start <= FEW_DIGITS && i === integerEnd ? fewDigits(text, start, i) : Number(text.substring(start, i));
    if (i > integerEnd) return { kind: 'float', start, end: i, value };
    if (integerEnd - first > MOST_DIGITS) throw new Failure('the number has more than 4,300 digits', start, i - start);
    return { kind: 'integer', start, end: i, value };
  }
}

function digitsEnd(text: string, from: number): number {
  let i = from;
  for (let code = text.charCodeAt(i); code >= 48 && code <= 57; code = text.charCodeAt(i)) i++;
  return i;
}

/** Integers of so many characters are exact in every step of `fewDigits`; most are of one or two. */
const FEW_DIGITS = 9;

function fewDigits(text: string, start: number, end: number): number {
  const isNegative = text.charCodeAt(start) === 45;
  let value = 0;
  for (let i = isNegative ? start + 1 : start; i < end; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return isNegative ? -value : value;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

const WORDS: readonly (readonly [string, boolean | null | number])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
];
