import { type JSONVisitor, ParseErrorCode, visit } from 'jsonc-parser';
import type { Range } from '../../text/range';
import type { ConfigNode, Entry } from '../../tree/node';
import { entriesOf } from '../../tree/node';
import type { ReadProblem } from '../document';
import { type LoneKey, withoutLoneKeys } from './lone-keys';
import { createScanner, SyntaxKind } from './scanner';
import { wrongBracket } from './wrong-bracket';
import { lineEnd, type Mistake, wrongWord } from './wrong-word';

/** What can be read of a text with mistakes. */
export interface TolerantResult {
  readonly root: ConfigNode;
  readonly problems: readonly ReadProblem[];
  readonly comments: readonly Range[];
}

/** Beyond this depth the recursive visitor is not entered. */
const DEEPEST_VISIT = 1500;
/** A text of another language has thousands of mistakes; the first ones say enough. */
const MOST_PROBLEMS = 100;

/**
 * Reads what jsonc-parser can make of a text that Python refuses. Objects and arrays with a mistake inside are marked, so that
 * rules do not take what is missing there for absent.
 */
export function readTolerantly(text: string): TolerantResult {
  if (isTooDeep(text)) return { root: unknown(0, text.length), problems: [], comments: [] };
  const { rest, keys } = withoutLoneKeys(text);
  const builder = new TreeBuilder(rest, keys);
  visit(rest, builder, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  return { root: builder.root(), problems: builder.problems, comments: builder.comments };
}

function isTooDeep(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token === SyntaxKind.OpenBraceToken || token === SyntaxKind.OpenBracketToken) {
      if (++depth > DEEPEST_VISIT) return true;
    } else if (token === SyntaxKind.CloseBraceToken || token === SyntaxKind.CloseBracketToken) depth = Math.max(0, depth - 1);
  }
  return false;
}

type Open =
  | { readonly kind: 'object'; readonly start: number; readonly list: Entry[]; key: Key | undefined; damaged: boolean }
  | { readonly kind: 'array'; readonly start: number; readonly items: ConfigNode[]; damaged: boolean };

interface Key {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
}

class TreeBuilder implements JSONVisitor {
  readonly problems: ReadProblem[] = [];
  readonly comments: Range[] = [];
  readonly #text: string;
  readonly #open: Open[] = [];
  #root: ConfigNode | undefined;
  #lastEnd = 0;
  #lastComma: number | undefined;
  /** The end of the line behind a word that is no JSON; the structure looks wrong there only because the word was passed over. */
  #unclearTo = 0;
  readonly #loneKeys: LoneKey[];

  constructor(text: string, loneKeys: readonly LoneKey[]) {
    this.#text = text;
    this.#loneKeys = [...loneKeys];
  }

  root(): ConfigNode {
    this.#tellLoneKeys(this.#text.length);
    while (this.#open.length > 0) this.#close(this.#text.length);
    return this.#root ?? unknown(0, this.#text.length);
  }

  onObjectBegin = (offset: number): void => {
    this.#open.push({ kind: 'object', start: offset, list: [], key: undefined, damaged: false });
  };

  onArrayBegin = (offset: number): void => {
    this.#open.push({ kind: 'array', start: offset, items: [], damaged: false });
  };

  onObjectProperty = (key: string, offset: number, length: number): void => {
    const open = this.#open.at(-1);
    if (open?.kind !== 'object') return;
    this.#keyWithoutValue(open);
    this.#tellLoneKeys(offset);
    open.key = { key, keyStart: offset, keyEnd: offset + length };
    this.#lastEnd = offset + length;
  };

  onLiteralValue = (value: unknown, start: number, length: number): void =>
    this.#add(literal(value, start, Math.min(start + length, this.#text.length), this.#text));
  onObjectEnd = (offset: number): void => this.#close(offset + 1);
  onArrayEnd = (offset: number): void => this.#close(offset + 1);

  onSeparator = (character: string, offset: number): void => {
    if (character === ',') this.#lastComma = offset;
    this.#lastEnd = offset + 1;
  };

  onComment = (offset: number, length: number): void => {
    this.comments.push({ start: offset, end: Math.min(offset + length, this.#text.length) });
  };

  onError = (error: ParseErrorCode, offset: number, length: number): void => {
    for (const open of this.#open) open.damaged = true;
    const end = Math.min(this.#text.length, offset + Math.max(1, length));
    const range = { start: Math.min(offset, Math.max(0, end - 1)), end };
    // One mistake makes the visitor complain several times at one place.
    if (this.problems.length >= MOST_PROBLEMS || this.problems.at(-1)?.range.start === range.start) return;
    if (range.start < this.#unclearTo && (error !== ParseErrorCode.InvalidSymbol || isWithin(range, this.problems.at(-1))))
      return;
    const problem = this.#problemOf(error, range);
    if (error === ParseErrorCode.InvalidSymbol) this.#unclearTo = lineEnd(this.#text, problem.range.end);
    else if (problem.isBracket) this.#unclearTo = Number.POSITIVE_INFINITY;
    const { message, fix } = problem;
    this.problems.push({ message, range: problem.range, refusal: 'reject', kind: 'syntax', ...(fix && { fix }) });
  };

  #problemOf(error: ParseErrorCode, range: Range): Mistake {
    if (error === ParseErrorCode.InvalidSymbol) return wrongWord(this.#text, range);
    const bracket =
      error === ParseErrorCode.CommaExpected ? wrongBracket(this.#text, this.#open, range, this.#lastEnd) : undefined;
    return bracket ?? { message: MESSAGES[error] ?? 'this is not JSON', range, fix: this.#fixFor(error, range) };
  }

  /** Tells the keys without a value that stand before a place, and adds them to what is open there. */
  #tellLoneKeys(offset: number): void {
    for (let lone = this.#loneKeys[0]; lone && lone.range.start < offset; lone = this.#loneKeys[0]) {
      this.#loneKeys.shift();
      const { key, range, lacks } = lone;
      for (const each of this.#open) each.damaged = true;
      const message = MESSAGES[LACKING[lacks]] ?? '';
      if (this.problems.length < MOST_PROBLEMS) this.problems.push({ message, range, refusal: 'reject', kind: 'syntax' });
      const open = this.#open.at(-1);
      if (open?.kind === 'object')
        open.list.push({ key, keyStart: range.start, keyEnd: range.end, value: unknown(range.end, range.end) });
    }
  }

  #fixFor(error: ParseErrorCode, range: Range): ReadProblem['fix'] {
    if (error === ParseErrorCode.InvalidCommentToken) return { title: 'Remove the comment', edits: [{ range, newText: '' }] };
    const closes = this.#text[range.start] === '}' || this.#text[range.start] === ']';
    if (closes && this.#lastComma !== undefined && this.#lastEnd === this.#lastComma + 1) {
      return {
        title: 'Remove the trailing comma',
        edits: [{ range: { start: this.#lastComma, end: this.#lastComma + 1 }, newText: '' }],
      };
    }
    if (error === ParseErrorCode.ColonExpected && /["[{\d-]/.test(this.#text[range.start] ?? '')) {
      return { title: 'Insert a colon', edits: [{ range: { start: this.#lastEnd, end: this.#lastEnd }, newText: ':' }] };
    }
    if (error === ParseErrorCode.CommaExpected && this.#lastEnd > 0) {
      return { title: 'Insert a comma', edits: [{ range: { start: this.#lastEnd, end: this.#lastEnd }, newText: ',' }] };
    }
    return undefined;
  }

  #add(node: ConfigNode): void {
    this.#lastEnd = node.end;
    const open = this.#open.at(-1);
    if (open === undefined) this.#root ??= node;
    else if (open.kind === 'array') open.items.push(node);
    else if (open.key) {
      open.list.push({ ...open.key, value: node });
      open.key = undefined;
    }
  }

  #keyWithoutValue(open: Open & { kind: 'object' }): void {
    if (!open.key) return;
    open.list.push({ ...open.key, value: unknown(open.key.keyEnd, open.key.keyEnd) });
    open.key = undefined;
  }

  #close(after: number): void {
    const end = Math.min(after, this.#text.length);
    const open = this.#open.pop();
    if (!open) return;
    if (open.kind === 'object') {
      this.#keyWithoutValue(open);
      this.#add({ kind: 'object', start: open.start, end, value: entriesOf(open.list, open.damaged) });
    } else {
      if (open.damaged) open.items.push(unknown(end, end));
      this.#add({ kind: 'array', start: open.start, end, value: open.items });
    }
  }
}

function isWithin({ start }: Range, problem: ReadProblem | undefined): boolean {
  return problem !== undefined && start < problem.range.end;
}

function unknown(start: number, end: number): ConfigNode {
  return { kind: 'unknown', start, end, value: undefined };
}

function literal(value: unknown, start: number, end: number, text: string): ConfigNode {
  if (typeof value === 'string') return { kind: 'string', start, end, value };
  if (typeof value === 'boolean') return { kind: 'boolean', start, end, value };
  if (typeof value === 'number') return { kind: /^-?\d+$/.test(text.slice(start, end)) ? 'integer' : 'float', start, end, value };
  return value === null ? { kind: 'null', start, end, value } : unknown(start, end);
}

const LACKING = {
  quote: ParseErrorCode.UnexpectedEndOfString,
  colon: ParseErrorCode.ColonExpected,
  value: ParseErrorCode.ValueExpected,
} as const;

const MESSAGES: { readonly [code in ParseErrorCode]?: string } = {
  [ParseErrorCode.InvalidSymbol]: 'this is not a JSON value; strings stand in double quotes',
  [ParseErrorCode.InvalidNumberFormat]: 'this is not a number',
  [ParseErrorCode.PropertyNameExpected]: 'a key in double quotes is expected',
  [ParseErrorCode.ValueExpected]: 'a value is expected',
  [ParseErrorCode.ColonExpected]: 'a colon is expected',
  [ParseErrorCode.CommaExpected]: 'a comma is expected',
  [ParseErrorCode.CloseBraceExpected]: 'a closing brace is expected',
  [ParseErrorCode.CloseBracketExpected]: 'a closing bracket is expected',
  [ParseErrorCode.EndOfFileExpected]: 'there is more text after the value',
  [ParseErrorCode.InvalidCommentToken]: 'JSON has no comments',
  [ParseErrorCode.UnexpectedEndOfComment]: 'the comment is not closed',
  [ParseErrorCode.UnexpectedEndOfString]: 'the string is not closed on its line',
  [ParseErrorCode.UnexpectedEndOfNumber]: 'the number is not complete',
  [ParseErrorCode.InvalidUnicode]: '\\u is not followed by four hexadecimal digits',
  [ParseErrorCode.InvalidEscapeCharacter]: 'JSON does not know this escape',
  [ParseErrorCode.InvalidCharacter]: 'a control character stands inside a string; write it as an escape',
};
