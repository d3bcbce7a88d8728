import type { Range } from '../../text/range';

/** One step of a key: `a.b` has two. */
export interface KeyPart extends Range {
  /** As NVFLARE sees it: without the quotes that keep dots from being steps. */
  readonly key: string;
  /** As pyhocon stores it: with quotes where a special character makes them needed. */
  readonly stored: string;
}

const SPECIAL = '$}[]:=+#`^?!@*&.';
const STEPS = /"[^"]+"|[^$}[\]:=+#`^?!@*&.]+/g;

/**
 * The steps of a key as written, quotes included (`ConfigTree.parse_key` in `pyhocon/config_tree.py`). Some texts have
 * none, or an empty one; pyhocon fails on both. The places are those of a key that starts at `offset`.
 */
export function parseKey(raw: string, offset = 0): readonly KeyPart[] {
  const parts: KeyPart[] = [];
  for (const match of raw.matchAll(STEPS)) {
    const token = match[0];
    const key = stripQuotes(token);
    const start = offset + match.index;
    parts.push({ key, stored: hasSpecial(token) ? token : key, start, end: start + token.length });
  }
  return parts;
}

/**
 * The steps behind the first one, as pyhocon reads them when it puts a value that is not a list: it quotes each and parses
 * them once more, which splits those that have quotes inside.
 */
export function requotedRest(parts: readonly KeyPart[]): readonly KeyPart[] {
  const rest = parts.slice(1);
  const first = rest[0];
  if (!first || !rest.some((part) => part.stored.includes('"'))) return rest;
  const joined = rest.map((part) => `"${part.stored}"`).join('.');
  return parseKey(joined).map((step) => ({ ...step, start: first.start, end: rest.at(-1)?.end ?? first.end }));
}

function hasSpecial(token: string): boolean {
  for (const character of token) if (SPECIAL.includes(character)) return true;
  return false;
}

/** Python's `strip('"')`. */
function stripQuotes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) === 34) start++;
  while (end > start && text.charCodeAt(end - 1) === 34) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}
