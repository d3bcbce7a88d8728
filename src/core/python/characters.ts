/** Kinds of characters, as the loops over Python text need them. Everything outside ASCII counts as part of a name. */
export const Newline = 10;
export const Return = 13;
export const Quote = 34;
export const Hash = 35;
export const Apostrophe = 39;
export const OpenParenthesis = 40;
export const CloseParenthesis = 41;
export const Star = 42;
export const Comma = 44;
export const Dot = 46;
export const Slash = 47;
export const Colon = 58;
export const Semicolon = 59;
export const Equals = 61;
export const At = 64;
export const CapitalN = 78;
export const OpenBracket = 91;
export const Backslash = 92;
export const CloseBracket = 93;
export const OpenBrace = 123;
export const CloseBrace = 125;

const NAME = new Uint8Array(128);
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_') NAME[c.charCodeAt(0)] = 1;
for (const c of '0123456789') NAME[c.charCodeAt(0)] = 2;

/** Whether the character can be in a name. `NaN`, the end of the text, cannot. */
export function isNamePart(c: number): boolean {
  return c < 128 ? NAME[c] !== 0 : c >= 128;
}

/** Whether a name may begin with the character; beyond ASCII all are taken for letters. */
export function isNameStart(c: number): boolean {
  return c < 128 ? NAME[c] === 1 : c >= 128;
}

/** Blank, tab or form feed: what may stand between the words of a line. */
export function isSpace(c: number): boolean {
  return c === 32 || c === 9 || c === 12;
}

const WHOLE_NAME = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;

/** The offset behind the name that starts here; the offset itself where none does. */
export function endOfName(text: string, start: number): number {
  WHOLE_NAME.lastIndex = start;
  return WHOLE_NAME.test(text) ? WHOLE_NAME.lastIndex : start;
}

const OUTSIDE_ASCII = /[^\0-\x7f]/;

/** A name as CPython compares it. */
export function nameAt(text: string, start: number, end: number): string {
  const name = text.slice(start, end);
  return OUTSIDE_ASCII.test(name) ? name.normalize('NFKC') : name;
}

/** Whether the word stands at the offset, as a whole word. */
export function isWordAt(text: string, word: string, offset: number): boolean {
  return text.startsWith(word, offset) && !isNamePart(text.charCodeAt(offset + word.length));
}
