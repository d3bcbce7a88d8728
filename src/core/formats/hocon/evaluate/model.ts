import type { Range } from '../../../text/range';
import type { BooleanNode, FloatNode, IntegerNode, NullNode, StringNode, UnknownNode } from '../../../tree/node';

/**
 * The values that pyhocon computes with (`pyhocon/config_tree.py`), together with their places. They change while keys are merged
 * and references are followed; `freeze.ts` makes the tree of what they have become.
 */
export type Value = Leaf | Tree | List | Join;

/** Of a leaf only the place may differ from the text: `origin` is where its value is written. */
export type Leaf = (StringNode | IntegerNode | FloatNode | BooleanNode | NullNode | UnknownNode | None) & Origin;

interface Origin {
  readonly origin?: Range;
}

/**
 * Python's `None`. The `null` of a text is another object to pyhocon, which turns into `None` when it is looked up in an
 * object or in a list of one.
 */
export interface None extends Range {
  readonly kind: 'none';
}

/** pyhocon's ConfigTree. */
export interface Tree extends Range {
  readonly kind: 'tree';
  start: number;
  end: number;
  origin: Range | undefined;
  /** In Python's order. */
  members: Member[];
  index: Map<string, Member> | undefined;
  /** What other values have replaced. */
  superseded: Member[];
  incomplete: boolean;
  /** Of the root only: every value that a key has had, which self-references look into. */
  history: Map<string, Value[]> | undefined;
  /** Counts keys that came or went; Python stops a walk over the keys on such a change. */
  version: number;
}

/** A key of a tree, with the place where its value was last written. */
export interface Member {
  readonly key: string;
  keyStart: number;
  keyEnd: number;
  value: Value;
}

/** pyhocon's ConfigList. */
export interface List extends Range {
  readonly kind: 'list';
  start: number;
  end: number;
  origin: Range | undefined;
  readonly items: Value[];
}

/** pyhocon's ConfigValues: pieces to be joined once their references are known. */
export interface Join extends Range {
  readonly kind: 'join';
  start: number;
  end: number;
  tokens: Token[];
  /** What holds this join, and where: a key of the tree, or an index of the list. */
  parent: Tree | List | undefined;
  key: string | number | undefined;
  /** The value that the key had before. */
  overridden: Value | undefined;
  /** Joins that had or have this one as `overridden`; `undefined` where there never was one. */
  overriders: Join[] | undefined;
}

/** One piece; `null` is a reference that turned out to be nothing. */
export type Token = Text | Tree | List | Reference | null;

/** A piece that is not an object or list, with the blanks behind it that count where another piece follows. */
export interface Text {
  readonly kind: 'text';
  readonly value: Leaf;
  readonly tail: string;
  /** Its kind is unknown too. */
  readonly isElsewhere?: boolean;
}

/** pyhocon's ConfigSubstitution. */
export interface Reference extends Range {
  readonly kind: 'reference';
  readonly variable: string;
  readonly optional: boolean;
  readonly tail: string;
  parent: Join | undefined;
  index: number;
}

/** A tree without keys, written at this place. */
export function newTree(start: number, end: number): Tree {
  return {
    kind: 'tree',
    start,
    end,
    origin: undefined,
    members: [],
    index: undefined,
    superseded: [],
    incomplete: false,
    history: undefined,
    version: 0,
  };
}

/** A list that is written at this place; it keeps the array it is given. */
export function newList(start: number, end: number, items: Value[]): List {
  return { kind: 'list', start, end, origin: undefined, items };
}

/** From this size on a map is quicker than a walk. */
const INDEX_FROM = 12;

/** The member of a key. */
export function memberOf(tree: Tree, key: string): Member | undefined {
  if (tree.index) return tree.index.get(key);
  for (const member of tree.members) if (member.key === key) return member;
  return undefined;
}

/** Appends a key that the tree does not have. */
export function addMember(tree: Tree, member: Member): void {
  tree.members.push(member);
  tree.version++;
  if (tree.index) tree.index.set(member.key, member);
  else if (tree.members.length >= INDEX_FROM) tree.index = new Map(tree.members.map((each) => [each.key, each]));
}

/** Takes a key away, if the tree has it. */
export function deleteMember(tree: Tree, key: string): void {
  tree.members = tree.members.filter((member) => member.key !== key);
  tree.index?.delete(key);
  tree.version++;
}

/** A value as pyhocon's lookup returns it: lists are copied, and what is null in them, or itself, is None. */
export function lookedUp(value: Value): Value {
  if (value.kind === 'null') return noneAt(value);
  if (value.kind !== 'list') return value;
  const items = value.items.map((item) => (item.kind === 'null' ? noneAt(item) : item));
  return { kind: 'list', start: value.start, end: value.end, origin: value.origin, items };
}

function noneAt(place: Leaf): None {
  return { kind: 'none', start: place.start, end: place.end };
}

/** Whether Python takes the value for false. */
export function isFalsyValue(value: Value): boolean {
  switch (value.kind) {
    case 'none':
      return true;
    case 'string':
      return value.value === '';
    case 'integer':
    case 'float':
      return value.value === 0;
    case 'boolean':
      return !value.value;
    case 'tree':
      return value.members.length === 0;
    case 'list':
      return value.items.length === 0;
    case 'null':
    case 'unknown':
    case 'join':
      return false;
  }
}

/** An error that Python raises while it computes: not a ValueError unless said so. */
export class PythonError extends Error {
  readonly refusal: 'reject' | 'crash';

  constructor(message: string, refusal: 'reject' | 'crash' = 'crash') {
    super(message);
    this.refusal = refusal;
  }
}
