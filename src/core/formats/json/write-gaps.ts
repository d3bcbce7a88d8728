import type { Range } from '../../text/range';
import type { ArrayNode, ConfigNode, ObjectNode } from '../../tree/node';

/** An object or array of a text with what is in it, in file order. */
export interface Container {
  readonly text: string;
  readonly node: ObjectNode | ArrayNode;
  readonly members: readonly Member[];
}

/** An entry with its key, or an item of an array. Entries that another one replaced are members too. */
export interface Member extends Range {
  readonly key: string | undefined;
  readonly keyEnd: number;
  readonly value: ConfigNode;
}

/** The text between two members, taken apart so that each piece belongs to one of them. */
export interface Gap {
  /** In front of the comma. Belongs to the member before, as `tail` does. */
  readonly pre: string;
  readonly comma: boolean;
  /** The rest of the line behind the comma, if the line ends in this gap. */
  readonly tail: string;
  /** What leads up to the next member or to the closing bracket. */
  readonly lead: string;
}

/** An object or array with its members in the order in which they are written. */
export function containerOf(text: string, node: ObjectNode | ArrayNode): Container {
  return { text, node, members: node.kind === 'object' ? entriesInFileOrder(text, node) : items(node) };
}

/**
 * The gap in front of the member with the index; at the count of members, the gap in front of the closing bracket.
 * `undefined` where there is more than white space, comments and one comma, or where the bracket is missing.
 */
export function gapBefore(container: Container, index: number): Gap | undefined {
  const { start, end } = gapRange(container, index - 1, index);
  const { text, node } = container;
  if (index === container.members.length && text[end] !== (node.kind === 'object' ? '}' : ']')) return undefined;
  const comma = triviaEnd(text, start);
  const hasComma = index > 0 && text[comma] === ',';
  const rest = hasComma ? comma + 1 : start;
  if (triviaEnd(text, rest) !== end) return undefined;
  const lineEnd = firstLineEnd(text, rest, end);
  return {
    pre: hasComma ? text.slice(start, comma) : '',
    comma: hasComma,
    tail: text.slice(rest, lineEnd ?? rest),
    lead: text.slice(lineEnd ?? rest, end),
  };
}

/** From behind the member `before` (or the opening bracket, -1) to the member `after` (or the closing bracket). */
export function gapRange({ node, members }: Container, before: number, after: number): Range {
  return { start: members[before]?.end ?? node.start + 1, end: members[after]?.start ?? node.end - 1 };
}

function entriesInFileOrder(text: string, { value }: ObjectNode): readonly Member[] {
  const entries = value.superseded.length === 0 ? value.list : [...value.list, ...value.superseded];
  const members = entries.map(({ key, keyStart, keyEnd, value }) => {
    const end = isHole(value) ? holeEnd(text, keyEnd) : value.end;
    return { key, keyEnd, value, start: keyStart, end };
  });
  return value.superseded.length === 0 ? members : members.sort((a, b) => a.start - b.start);
}

/** The reader marks a damaged array by an unknown item behind it. */
function items({ value, end }: ArrayNode): readonly Member[] {
  const real = value.filter((item) => item.start < end);
  return real.map((item) => ({ key: undefined, keyEnd: item.start, value: item, start: item.start, end: item.end }));
}

/** A key that has no value; the reader puts an empty unknown value there. */
export function isHole(value: ConfigNode): boolean {
  return value.kind === 'unknown' && value.start === value.end;
}

/** The end of the colon behind a key, or of the key where it has none. */
export function colonEnd(text: string, keyEnd: number): number {
  const colon = triviaEnd(text, keyEnd);
  return text[colon] === ':' ? colon + 1 : keyEnd;
}

/** The end of what stands for the value of a key that has none: the colon, and a word that is no JSON value. */
export function holeEnd(text: string, keyEnd: number): number {
  const colon = colonEnd(text, keyEnd);
  const word = /[ \t]*[^\s,:{}[\]"/]+/y;
  word.lastIndex = colon;
  return word.test(text) ? word.lastIndex : colon;
}

/** The end of the white space and comments that begin here. */
function triviaEnd(text: string, from: number): number {
  let i = from;
  for (;;) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === 9 || code === 10 || code === 13) i++;
    else if (text.startsWith('//', i)) i = lineEndFrom(text, i);
    else if (text.startsWith('/*', i)) i = commentEnd(text, i);
    else return i;
  }
}

function firstLineEnd(text: string, start: number, end: number): number | undefined {
  for (let i = start; i < end; ) {
    if (text[i] === '\n' || text[i] === '\r') return i;
    if (text.startsWith('//', i)) return lineEndFrom(text, i);
    i = text.startsWith('/*', i) ? commentEnd(text, i) : i + 1;
  }
  return undefined;
}

function lineEndFrom(text: string, from: number): number {
  let i = from;
  while (i < text.length && text[i] !== '\n' && text[i] !== '\r') i++;
  return i;
}

function commentEnd(text: string, from: number): number {
  const close = text.indexOf('*/', from + 2);
  return close < 0 ? text.length : close + 2;
}
