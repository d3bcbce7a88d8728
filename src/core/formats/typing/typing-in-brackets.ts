import type { Range } from '../../text/range';
import type { Path } from '../../tree/query';
import { isOwnQuote } from './own-quote';

/** What tells JSON and HOCON apart where something is typed. */
export interface BracketDialect {
  /** `#` and `//` begin comments, `"""` texts, and line ends separate. */
  readonly isHocon: boolean;
}

/** What is being typed, as far as the brackets, quotes and commas around it tell. */
export interface Typing {
  readonly role: 'key' | 'value' | 'item';
  readonly range: Range;
  readonly content: Range;
  readonly quote: string;
  /** Where a comma is missing before it. */
  readonly commaAt: number | undefined;
  /** A key that is followed by its separator already. */
  readonly hasSeparator: boolean;
  /** Whether a comma has to follow. */
  readonly commaAfter: boolean;
  /** Of a key: the object it is typed in. Of a value or an item: itself. Of HOCON only what its brackets say. */
  readonly path: Path;
}

interface Frame {
  readonly isArray: boolean;
  expect: 'key' | 'separator' | 'value' | 'comma';
  /** Where the key of the entry that is being read stands; how many items were read. */
  keyStart: number;
  keyEnd: number;
  index: number;
}

const Quote = 34;
const Backslash = 92;

/**
 * Goes through a text up to the caret and says what is typed there; `undefined` in comments, behind a finished value, and wherever
 * nothing can begin. Takes linear time and minds no mistakes.
 */
export function typingAt(text: string, caret: number, dialect: BracketDialect): Typing | undefined {
  return new Scan(text, caret, dialect).run();
}

class Scan {
  readonly #text: string;
  readonly #caret: number;
  readonly #isHocon: boolean;
  readonly #frames: Frame[] = [];
  #at = 0;
  /** Behind the last token that is no comma or line end. */
  #lastEnd = 0;

  constructor(text: string, caret: number, { isHocon }: BracketDialect) {
    this.#text = text;
    this.#caret = caret;
    this.#isHocon = isHocon;
    // A comment ends with its line, in one way only: else a line of many # would take for ever.
    const isBare = isHocon && !/^\s*(?:(?:#|\/\/)[^\n]*\n\s*)*[[{]/.test(text);
    this.#push(false, isBare ? 'key' : 'value');
  }

  run(): Typing | undefined {
    const text = this.#text;
    while (this.#at < this.#caret) {
      const start = this.#at;
      const code = text.charCodeAt(start);
      if (code === 32 || code === 9 || code === 13) this.#at++;
      else if (code === 10) this.#lineEnd();
      else if (code === Quote) {
        const typed = this.#string(start);
        if (typed) return this.#typing(typed.range, typed.content, typed.quote);
        this.#value(start);
      } else if (this.#isComment(code)) {
        while (this.#at < text.length && text.charCodeAt(this.#at) !== 10) this.#at++;
        if (this.#at >= this.#caret) return undefined;
      } else if (!this.#mark(text[start] as string)) {
        const end = this.#wordEnd(start);
        if (end >= this.#caret) return this.#word(start, end);
        this.#at = end;
        this.#value(start);
      }
    }
    const here = { start: this.#caret, end: this.#caret };
    return this.#typing(here, here, '');
  }

  get #frame(): Frame {
    return this.#frames[this.#frames.length - 1] as Frame;
  }

  #push(isArray: boolean, expect: Frame['expect']): void {
    this.#frames.push({ isArray, expect, keyStart: 0, keyEnd: 0, index: 0 });
  }

  /** The steps to what is being read. */
  #path(role: Typing['role']): Path {
    const steps = this.#frames.slice(1).map((frame) => (frame.isArray ? frame.index : keyText(this.#text, frame)));
    return role === 'key' ? steps.slice(0, -1) : steps;
  }

  #lineEnd(): void {
    this.#at++;
    const frame = this.#frame;
    if (this.#isHocon && (frame.expect === 'comma' || frame.expect === 'separator'))
      frame.expect = frame.isArray ? 'value' : 'key';
  }

  #isComment(code: number): boolean {
    if (code === 35) return this.#isHocon;
    return code === 47 && this.#text.charCodeAt(this.#at + 1) === 47;
  }

  /** Brackets, commas and separators. */
  #mark(character: string): boolean {
    const frame = this.#frame;
    switch (character) {
      case '{':
      case '[':
        this.#push(character === '[', character === '[' ? 'value' : 'key');
        break;
      case '}':
      case ']':
        if (this.#frames.length > 1) this.#frames.pop();
        this.#frame.expect = 'comma';
        break;
      case ',':
        frame.expect = frame.isArray ? 'value' : 'key';
        frame.index++;
        break;
      case ':':
        if (!frame.isArray) frame.expect = 'value';
        break;
      case '=':
        if (!this.#isHocon) return false;
        if (!frame.isArray) frame.expect = 'value';
        break;
      default:
        return false;
    }
    this.#at++;
    if (character !== ',') this.#lastEnd = this.#at;
    return true;
  }

  #value(start: number): void {
    const frame = this.#frame;
    this.#lastEnd = this.#at;
    if (frame.isArray || frame.expect === 'value') frame.expect = 'comma';
    else if (frame.expect === 'key' || (frame.expect === 'comma' && !this.#isHocon)) {
      frame.expect = 'separator';
      frame.keyStart = start;
      frame.keyEnd = this.#at;
    }
  }

  /** Moves behind a text in quotes. What is typed is handed back when the caret is in it. */
  #string(start: number): { readonly range: Range; readonly content: Range; readonly quote: string } | undefined {
    const text = this.#text;
    if (this.#isHocon && text.startsWith('"""', start)) return this.#triple(start);
    let end = start + 1;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === Backslash) end++;
      else if (code === Quote || code === 10 || code === 13) break;
    }
    const isClosed = text.charCodeAt(end) === Quote;
    this.#at = Math.min(text.length, isClosed ? end + 1 : end);
    if (this.#at < this.#caret || (isClosed && this.#at === this.#caret)) return undefined;
    const closing = isClosed && isOwnQuote(text, this.#caret) ? end : undefined;
    const contentEnd = closing ?? this.#caret + (/^[\w.\-@/]*/.exec(text.slice(this.#caret, this.#caret + 200))?.[0].length ?? 0);
    return {
      range: { start, end: closing === undefined ? contentEnd : closing + 1 },
      content: { start: start + 1, end: contentEnd },
      quote: '"',
    };
  }

  #triple(start: number): { readonly range: Range; readonly content: Range; readonly quote: string } | undefined {
    const end = this.#text.indexOf('"""', start + 3);
    this.#at = end < 0 ? this.#text.length : end + 3;
    if (end < 0 || this.#at <= this.#caret || this.#caret < start + 3) return undefined;
    if (/[\r\n]/.test(this.#text.slice(start, end))) return undefined;
    return { range: { start, end: end + 3 }, content: { start: start + 3, end }, quote: '"""' };
  }

  #wordEnd(start: number): number {
    const text = this.#text;
    let end = start;
    for (; end < text.length; end++) {
      const character = text[end] as string;
      if (/[\s{}[\],:"]/.test(character)) break;
      if (!this.#isHocon) continue;
      if (character === '=' || character === '#' || (character === '/' && text[end + 1] === '/')) break;
      if (character === '$' && text[end + 1] === '{') {
        const close = text.indexOf('}', end);
        end = close < 0 ? text.length - 1 : close;
      }
    }
    return Math.max(end, start + 1);
  }

  #word(start: number, end: number): Typing | undefined {
    const word = this.#text.slice(start, end);
    if (word.includes('${')) return undefined;
    const isKey = this.#frame.expect === 'key' && !this.#frame.isArray;
    // Of HOCON's `a.b` only the last step is typed.
    const from = this.#isHocon && isKey ? start + word.lastIndexOf('.', this.#caret - start - 1) + 1 : start;
    const range = { start: from, end };
    return this.#typing(range, range, '');
  }

  #typing(range: Range, content: Range, quote: string): Typing | undefined {
    const frame = this.#frame;
    const isRoot = this.#frames.length === 1;
    const role = frame.isArray ? 'item' : frame.expect === 'value' ? 'value' : 'key';
    if (frame.expect === 'separator') return undefined;
    let commaAt: number | undefined;
    if (frame.expect === 'comma') {
      // Behind a finished value on its own line something else begins only in a list.
      const between = this.#text.slice(this.#lastEnd, range.start);
      const begins = this.#isHocon
        ? frame.isArray && between !== ''
        : /[\r\n]/.test(between) || (frame.isArray && between !== '');
      if (isRoot || !begins) return undefined;
      commaAt = this.#lastEnd;
    }
    const rest = this.#rest(range.end);
    const hasSeparator = role === 'key' && (this.#isHocon ? /^(?:[=:{]|\+=)/ : /^:/).test(rest);
    const ends = this.#isHocon ? /^(?:[\r\n,}\]#]|\/\/|$)/ : /^(?:[,}\]]|$)/;
    const commaAfter = !isRoot && !hasSeparator && !ends.test(rest);
    return { role, range, content, quote, commaAt, hasSeparator, commaAfter, path: this.#path(role) };
  }

  /** The next characters behind blanks; in JSON also behind line ends. */
  #rest(offset: number): string {
    const text = this.#text;
    let at = offset;
    while (at < text.length && (this.#isHocon ? /[ \t]/ : /\s/).test(text[at] as string)) at++;
    return text.slice(at, at + 2);
  }
}

/** The key of an entry; a text that is no JSON stays as it is. */
function keyText(text: string, { keyStart, keyEnd }: Frame): string {
  const written = text.slice(keyStart, keyEnd);
  const inner = /^"(.*)"$/s.exec(written)?.[1] ?? written;
  if (!inner.includes('\\')) return inner;
  try {
    return String(JSON.parse(written));
  } catch {
    // A wrong escape: no key of the tree has this name, and then nothing is offered.
    return inner;
  }
}
