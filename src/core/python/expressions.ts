import {
  Apostrophe,
  Backslash,
  CloseBrace,
  CloseBracket,
  CloseParenthesis,
  Colon,
  Comma,
  Equals,
  Hash,
  isNamePart,
  isSpace,
  isWordAt,
  Newline,
  OpenBrace,
  OpenBracket,
  OpenParenthesis,
  Quote,
  Return,
  Semicolon,
} from './characters';
import type { Lines } from './lines';
import { crossLine, giveUp, isLineEnd, nextLine, skipBlank } from './lines';
import type { Expression } from './module';
import { endOfLine, endOfString } from './strings';

/** Where an expression may end besides at its line end: bits to be added up. */
export const AtComma = 1;
export const AtColon = 2;
export const AtEquals = 4;
export const AtSemicolon = 8;

const LetterA = 97;
const Plain = 0;
const Opens = 1;
const Closes = 2;
const Quotes = 3;
const Ends = 4;
const Joins = 5;
const Comments = 6;
const Stops = 7;
const Lambda = 8;
const ROLE = new Uint8Array(128);
for (const c of [OpenParenthesis, OpenBracket, OpenBrace]) ROLE[c] = Opens;
for (const c of [CloseParenthesis, CloseBracket, CloseBrace]) ROLE[c] = Closes;
for (const c of [Quote, Apostrophe]) ROLE[c] = Quotes;
for (const c of [Newline, Return]) ROLE[c] = Ends;
ROLE[Backslash] = Joins;
ROLE[Hash] = Comments;
for (const c of [Comma, Colon, Equals, Semicolon]) ROLE[c] = Stops;
ROLE['l'.charCodeAt(0)] = Lambda;

/**
 * The end of the expression that starts here: the offset of the first stop outside of all brackets, strings and
 * lambda headers; of the closing bracket around it; of the line end (unless bracketed); or of the end of the text.
 */
export function endOfExpression(lines: Lines, start: number, stops: number, isBracketed: boolean): number {
  const { text } = lines;
  const { length } = text;
  let depth = 0;
  let lambdas = 0;
  if (lines.comments.length > 0) lines.comments = [];
  for (let i = start; i < length; ) {
    const c = text.charCodeAt(i);
    const role = c < 128 ? ROLE[c] : Plain;
    switch (role) {
      case Opens:
        depth++;
        break;
      case Closes:
        if (depth > 0) depth--;
        else if (isBracketed) return i;
        break;
      case Quotes:
        i = endOfString(lines, i);
        continue;
      case Ends: {
        if (depth === 0 && !isBracketed) return i;
        const next = crossLine(lines, i);
        if (next === lines.gaveUpAt) return next;
        i = next;
        continue;
      }
      case Joins:
        i = isLineEnd(text.charCodeAt(i + 1)) ? nextLine(text, i + 1) : i + 1;
        continue;
      case Comments: {
        const end = endOfLine(lines, i);
        lines.comments.push(i, end);
        i = end;
        continue;
      }
      case Stops:
        if (depth > 0) break;
        if (c === Colon && lambdas > 0) lambdas--;
        else if (lambdas === 0 && isStop(text, i, c, stops)) return i;
        break;
      case Lambda:
        if (depth === 0 && isLambdaAt(text, i)) lambdas++;
        break;
    }
    i++;
  }
  return depth > 0 || isBracketed ? giveUp(lines, length) : length;
}

function isLambdaAt(text: string, i: number): boolean {
  return text.charCodeAt(i + 1) === LetterA && isWordAt(text, 'lambda', i) && !isNamePart(text.charCodeAt(i - 1));
}

function isStop(text: string, i: number, c: number, stops: number): boolean {
  switch (c) {
    case Comma:
      return (stops & AtComma) !== 0;
    case Semicolon:
      return (stops & AtSemicolon) !== 0;
    case Colon:
      return (stops & AtColon) !== 0 && text.charCodeAt(i + 1) !== Equals;
    default:
      return (stops & AtEquals) !== 0 && text.charCodeAt(i + 1) !== Equals && !'=!<>:'.includes(text.charAt(i - 1));
  }
}

/**
 * Reads the expression from here to where `endOfExpression` says, without the blanks and comments around it. The second
 * part is the offset of the stop. The expression is `undefined` where there is none.
 */
export function readExpression(
  lines: Lines,
  from: number,
  stops: number,
  isBracketed: boolean,
): { readonly expression: Expression | undefined; readonly stop: number } {
  const { text } = lines;
  const start = skipBlank(lines, from, isBracketed);
  if (start === lines.gaveUpAt) return { expression: undefined, stop: start };
  const stop = endOfExpression(lines, start, stops, isBracketed);
  const end = withoutTail(lines, start, stop === lines.gaveUpAt ? Math.min(stop, endOfLine(lines, start)) : stop);
  const expression = start < end ? { start, end, text: text.slice(start, end) } : undefined;
  return { expression, stop };
}

function withoutTail(lines: Lines, start: number, stop: number): number {
  let end = stop;
  for (let k = lines.comments.length - 1; ; ) {
    while (end > start && isBlankAt(lines.text, end - 1)) end--;
    if (k < 0 || lines.comments[k] !== end) return end;
    end = lines.comments[k - 1] as number;
    k -= 2;
  }
}

function isBlankAt(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  return isSpace(c) || isLineEnd(c) || (c === Backslash && isLineEnd(text.charCodeAt(i + 1)));
}

/** The offset behind the blanks and the type parameters of Python 3.12 that may follow a name. */
export function afterTypeParameters(lines: Lines, start: number): number {
  const open = skipBlank(lines, start, false);
  if (lines.text.charCodeAt(open) !== OpenBracket) return open;
  const close = endOfExpression(lines, open + 1, 0, true);
  return close === lines.gaveUpAt ? close : skipBlank(lines, close + 1, false);
}
