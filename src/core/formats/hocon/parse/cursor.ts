import type { Range } from '../../../text/range';
import type { ReadProblem } from '../../document';
import { isBlank, isLineEnd } from './characters';
import { TabExpander } from './tabs';

/** A text that is not HOCON has thousands of mistakes; the first ones say enough. */
const MOST_PROBLEMS = 100;

/** Where the parser is in its text, and what it has noticed on the way. */
export class Cursor {
  readonly text: string;
  readonly tabs: TabExpander;
  readonly comments: Range[] = [];
  /** The places of `${…}`, in file order. */
  readonly references: Range[] = [];
  readonly #refusals: ReadProblem[] = [];
  readonly #notices: ReadProblem[] = [];
  readonly #hasReturns: boolean;
  at = 0;
  /** How many braces and brackets are open around the place. */
  openBraces = 0;
  openBrackets = 0;
  /** How many of Python's calls the brackets around the place take. */
  weight = 0;
  /** How many steps the place is below the root. */
  depth = 0;
  hasReferences = false;
  hasIncludes = false;
  /** Quotes before this offset are known to be unclosed. */
  unclosedUntil = 0;
  /** There is no closing brace for a reference that starts before this offset. */
  unclosedReferencesUntil = 0;
  /** The text in quotes just found has a backslash in it. */
  hasEscapes = false;
  /** The piece just read was a text without quotes. */
  unquoted = false;
  /** Where the blanks begin that belong to the piece just read. They end at `at`. */
  tailStart = 0;

  constructor(text: string) {
    this.text = text;
    this.tabs = new TabExpander(text);
    this.#hasReturns = text.includes('\r');
  }

  /** The code at the place; NaN at the end. */
  code(ahead = 0): number {
    return this.text.charCodeAt(this.at + ahead);
  }

  /** Moves behind blanks and returns the code there. */
  skipBlanks(): number {
    const { text } = this;
    let i = this.at;
    let code = text.charCodeAt(i);
    while (isBlank(code)) code = text.charCodeAt(++i);
    this.at = i;
    return code;
  }

  /** Moves behind blanks, line ends and comments, and returns the code there. */
  skipLines(): number {
    for (;;) {
      const code = this.skipBlanks();
      if (isLineEnd(code)) this.at++;
      else if (this.startsComment(code)) this.comment();
      else return code;
    }
  }

  /**
   * The same, and behind commas: between entries they count as line ends. Returns whether there was anything but blanks.
   */
  skipSeparators(): boolean {
    const { text } = this;
    let found = false;
    let i = this.at;
    for (;;) {
      const code = text.charCodeAt(i);
      if (code === 32 || code === 9) i++;
      else if (code === 10 || code === 13 || code === 44) {
        found = true;
        i++;
      } else {
        this.at = i;
        if (!this.startsComment(code)) return found;
        found = true;
        this.comment();
        i = this.at;
      }
    }
  }

  startsComment(code: number): boolean {
    return code === 35 || (code === 47 && this.code(1) === 47);
  }

  /** Moves behind the comment that starts here, which is the end of its line. */
  comment(): void {
    const start = this.at;
    const { text } = this;
    this.at = this.#hasReturns ? lineEnd(text, start) : lineFeed(text, start);
    let end = this.at;
    while (isBlank(text.charCodeAt(end - 1))) end--;
    this.comments.push({ start, end });
  }

  report(problem: ReadProblem): void {
    const list = problem.refusal === undefined ? this.#notices : this.#refusals;
    if (list.length < MOST_PROBLEMS) list.push(problem);
  }

  /** What NVFLARE's parser answers with an error that is none of its ValueErrors: that is all of its syntax errors. */
  refuse(message: string, start: number, end: number, fix?: ReadProblem['fix']): void {
    this.report({ message, range: { start, end }, refusal: 'crash', kind: 'syntax', ...(fix && { fix }) });
  }

  /** What it takes, but not as the author may think. */
  notice(message: string, start: number, end: number, fix?: ReadProblem['fix']): void {
    this.report({ message, range: { start, end }, refusal: undefined, kind: 'loader', ...(fix && { fix }) });
  }

  problems(): ReadProblem[] {
    return [...this.#refusals, ...this.#notices];
  }
}

/** The offset of the line end at or behind the offset, or the end of the text. */
export function lineEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && !isLineEnd(text.charCodeAt(i))) i++;
  return i;
}

function lineFeed(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
