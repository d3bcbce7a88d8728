import { endOfString, newStringState } from './strings';

const PREFIX = /([rRbBuUfFtT]{0,2})(?=["'])/y;

/**
 * The string literal that starts at the offset, and the offset behind it. The value is `undefined` for bytes, for strings
 * with fields in them, for strings that never end and for characters that are named (`\N{…}`).
 */
export function stringAt(text: string, start: number): { readonly value: string | undefined; readonly end: number } | undefined {
  PREFIX.lastIndex = start;
  const prefix = PREFIX.exec(text)?.[1]?.toLowerCase();
  if (prefix === undefined) return undefined;
  const open = start + prefix.length;
  const end = endOfString(newStringState(text, false), open);
  if (/[bft]/.test(prefix)) return { value: undefined, end };
  const quote = text.charAt(open);
  const quotes = text.startsWith(quote.repeat(3), open) ? 3 : 1;
  const isClosed = end - open >= 2 * quotes && text.slice(end - quotes, end) === quote.repeat(quotes);
  const inside = text.slice(open + quotes, end - quotes).replace(/\r\n?/g, '\n');
  if (!isClosed) return { value: undefined, end };
  return { value: prefix.includes('r') || !inside.includes('\\') ? inside : unescaped(inside), end };
}

const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const ESCAPE = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g;

/** The text that escapes stand for. An unknown escape is left as it is, as Python leaves it. */
function unescaped(text: string): string | undefined {
  let isKnown = true;
  const result = text.replace(ESCAPE, (whole, octal, two, four, eight, other: string | undefined) => {
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
    const hex = two ?? four ?? eight;
    if (hex) {
      const code = Number.parseInt(hex, 16);
      if (code > 0x10ffff) isKnown = false;
      return code > 0x10ffff ? '' : String.fromCodePoint(code);
    }
    if (other === 'x' || other === 'u' || other === 'U' || other === 'N') isKnown = false;
    return SIMPLE[other ?? ''] ?? whole;
  });
  return isKnown ? result : undefined;
}
