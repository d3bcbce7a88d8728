import type { Range } from '../../text/range';
import type { ReadProblem } from '../document';
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
  /** The piece just read was a text without quotes. */
  unquoted = false;
  /** Where the blanks begin that belong to the piece just read. They end at `at`. */
  tailStart = 0;

  constructor(text: string) {
    this.text = text;
    this.tabs = new TabExpander(text);
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

  /** The same, and behind commas: between entries they count as line ends. */
  skipSeparators(): number {
    for (;;) {
      const code = this.skipLines();
      if (code !== 44) return code;
      this.at++;
    }
  }

  startsComment(code: number): boolean {
    return code === 35 || (code === 47 && this.code(1) === 47);
  }

  /** Moves behind the comment that starts here, which is the end of its line. */
  comment(): void {
    const start = this.at;
    const { text } = this;
    let i = start;
    for (let code = text.charCodeAt(i); i < text.length && !isLineEnd(code); ) code = text.charCodeAt(++i);
    this.at = i;
    while (isBlank(text.charCodeAt(i - 1))) i--;
    this.comments.push({ start, end: i });
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
