import type { Range } from '../text/range';

/**
 * A value in a configuration text, with its place. The three formats read into this one tree, and what a
 * tree says is what NVFLARE's loader of that format would return, wherever that can be known.
 *
 * Every kind has the same four fields, so that trees of 100,000 sites stay small and quick to walk.
 * Offsets are UTF-16, `end` exclusive.
 */
export type ConfigNode = ObjectNode | ArrayNode | StringNode | IntegerNode | FloatNode | BooleanNode | NullNode | UnknownNode;

/** The place of a node: what stands there is its value, or refers to it. */
export interface NodePlace extends Range {
  /**
   * Where the value is written, if that is elsewhere: HOCON's `${x}` stands at the place of the node, and the value of
   * `x` at its origin. What is below such a node has its places there too.
   */
  readonly origin?: Range;
}

/** Keys with values. */
export interface ObjectNode extends NodePlace {
  readonly kind: 'object';
  /** The keys that count, each once, in the order of Python's dict: first seen, last value. */
  readonly value: Entries;
}

/** A list of values. */
export interface ArrayNode extends NodePlace {
  readonly kind: 'array';
  readonly value: readonly ConfigNode[];
}

/** A text, its quotes and escapes undone. */
export interface StringNode extends NodePlace {
  readonly kind: 'string';
  readonly value: string;
}

/** A number that Python reads as `int`. Beyond 2^53 `value` is rounded; the text holds the digits. */
export interface IntegerNode extends NodePlace {
  readonly kind: 'integer';
  readonly value: number;
}

/** A number that Python reads as `float`, NaN and the infinities included. */
export interface FloatNode extends NodePlace {
  readonly kind: 'float';
  readonly value: number;
}

/** `true` or `false`. */
export interface BooleanNode extends NodePlace {
  readonly kind: 'boolean';
  readonly value: boolean;
}

/** Python's None. */
export interface NullNode extends NodePlace {
  readonly kind: 'null';
  readonly value: null;
}

/** A value that cannot be known from this text: a substitution, an include, a hole left by a syntax error. */
export interface UnknownNode extends NodePlace {
  readonly kind: 'unknown';
  readonly value: undefined;
}

/** One key of an object with the place of the key and its value. */
export interface Entry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: ConfigNode;
  /** What the loader makes of the key where that is not a text: YAML reads `1:` with a number as its key. */
  readonly keyKind?: 'integer' | 'float' | 'boolean' | 'null' | 'other';
}

/** The keys of an object. Make it with `entriesOf`; look keys up with `entry` and `get`. */
export interface Entries {
  readonly list: readonly Entry[];
  /** Entries that another entry of the same key replaced. Their values are in the text, but never in effect. */
  readonly superseded: readonly Entry[];
  /** By key; only objects with many keys have one. */
  readonly index: ReadonlyMap<string, Entry> | undefined;
  /** There may be more keys than are listed here: an include, or a part that could not be read. */
  readonly incomplete: boolean;
}

const NONE: readonly Entry[] = [];
/** From this size on a map is quicker than a walk. */
const INDEX_FROM = 12;

/**
 * The entries of an object in which a later entry of a key replaces an earlier one, but stays at its place
 * in the order, as in a Python dict.
 */
export function entriesOf(inFileOrder: readonly Entry[], incomplete = false): Entries {
  if (inFileOrder.length < INDEX_FROM) return fewEntries(inFileOrder, incomplete);
  const index = new Map<string, Entry>();
  for (const entry of inFileOrder) index.set(entry.key, entry);
  if (index.size === inFileOrder.length) return { list: inFileOrder, superseded: NONE, index, incomplete };
  const list = [...index.values()];
  return { list, superseded: inFileOrder.filter((entry) => index.get(entry.key) !== entry), index, incomplete };
}

function fewEntries(inFileOrder: readonly Entry[], incomplete: boolean): Entries {
  for (let i = 1; i < inFileOrder.length; i++) {
    const { key } = inFileOrder[i] as Entry;
    const last = key.charCodeAt(key.length - 1);
    for (let j = 0; j < i; j++) {
      const other = (inFileOrder[j] as Entry).key;
      // Two keys mostly differ in their length or at their end, which is seen at once.
      if (other.length !== key.length || (other !== '' && other.charCodeAt(other.length - 1) !== last)) continue;
      if (key === other) return withRepeats(inFileOrder, incomplete);
    }
  }
  return { list: inFileOrder, superseded: NONE, index: undefined, incomplete };
}

function withRepeats(inFileOrder: readonly Entry[], incomplete: boolean): Entries {
  const byKey = new Map<string, Entry>();
  for (const entry of inFileOrder) byKey.set(entry.key, entry);
  const superseded = inFileOrder.filter((entry) => byKey.get(entry.key) !== entry);
  return { list: [...byKey.values()], superseded, index: undefined, incomplete };
}

/** The entry of the key that counts, or `undefined`. */
export function entry(object: ObjectNode, key: string): Entry | undefined {
  const { index, list } = object.value;
  if (index) return index.get(key);
  for (const candidate of list) if (candidate.key === key) return candidate;
  return undefined;
}

/** The value of the key that counts, or `undefined`. */
export function get(object: ObjectNode, key: string): ConfigNode | undefined {
  return entry(object, key)?.value;
}

/** The place of a key itself. */
export function keyRange(of: Entry): Range {
  return { start: of.keyStart, end: of.keyEnd };
}

/** The place of a node, as data of its own that does not keep the tree alive. */
export function rangeOf(node: Range): Range {
  return { start: node.start, end: node.end };
}
