import { type KeyPart, parseKey } from '../../formats/hocon/key-path';
import { type ConfigNode, type Entry, entriesOf, type NodePlace, type ObjectNode } from '../../tree/node';

/** A key that packing takes apart, or takes signs from. */
export interface ChangedKey {
  readonly entry: Entry;
  /** The keys that it becomes, each inside of the one before. */
  readonly path: readonly string[];
  /** The object that has the key. */
  readonly object: ObjectNode;
}

/** What became of the keys of a tree. */
export interface NestedKeys {
  readonly changed: ChangedKey[];
  /** Keys that pyhocon finds no name in, or that are not texts. */
  readonly nameless: Entry[];
}

/**
 * The tree as pyhocon holds it when it is given the value of a JSON or YAML file (`ConfigFactory.from_dict`): each key is read
 * as a path. A part of the tree that stays as it is, is the same node.
 */
export function nestKeys(node: ConfigNode, keys: NestedKeys): ConfigNode {
  if (node.kind === 'object') return nestObject(node, keys);
  if (node.kind !== 'array') return node;
  const items = mapChanged(node.value, (item) => nestKeys(item, keys));
  return items === node.value ? node : { ...node, value: items };
}

function nestObject(node: ObjectNode, keys: NestedKeys): ObjectNode {
  const { list, incomplete } = node.value;
  const nested = mapChanged(list, (entry) => {
    const value = nestKeys(entry.value, keys);
    return value === entry.value ? entry : { ...entry, value };
  });
  if (list.every(isPlain)) return nested === list ? node : { ...node, value: entriesOf(nested, incomplete) };
  const building = build(node);
  for (const [index, entry] of nested.entries()) {
    const path = entry.keyKind === undefined ? parseKey(entry.key).map(({ key }: KeyPart) => key) : [];
    const original = list[index] ?? entry;
    if (path.length === 0 || path.includes('')) keys.nameless.push(original);
    else put(building, path, entry);
    if (path.length > 1 || (path[0] ?? entry.key) !== entry.key) keys.changed.push({ entry: original, path, object: node });
  }
  return finish(building, incomplete);
}

/** Characters that split a key or are taken from it, and the quotes that would keep them. */
const SIGNS = /["$}[\]:=+#`^?!@*&.]/;

function isPlain({ key, keyKind }: Entry): boolean {
  return key !== '' && keyKind === undefined && !SIGNS.test(key);
}

/** An object that is being put together. */
interface Building {
  readonly kind: 'building';
  readonly place: NodePlace;
  readonly members: Map<string, Member>;
}

interface Member {
  readonly entry: Entry;
  value: Exclude<ConfigNode, ObjectNode> | ObjectNode | Building;
}

function build(place: NodePlace): Building {
  return { kind: 'building', place, members: new Map() };
}

/** Puts a value at a path (`ConfigTree._put`): objects are merged, anything else is replaced. */
function put(building: Building, path: readonly string[], entry: Entry): void {
  let target = building;
  for (const key of path.slice(0, -1)) target = inside(target, key, entry);
  putHere(target, path.at(-1) ?? entry.key, entry);
}

function putHere(target: Building, key: string, entry: Entry): void {
  const member = target.members.get(key);
  if (!member || !isObject(member.value) || entry.value.kind !== 'object') {
    target.members.set(key, { entry: { ...entry, key }, value: entry.value });
    return;
  }
  const merged = inside(target, key, entry);
  for (const below of entry.value.value.list) putHere(merged, below.key, below);
}

/** The object at a key, ready to be added to; what else was there is replaced by an empty one. */
function inside(target: Building, key: string, entry: Entry): Building {
  const member = target.members.get(key);
  if (member?.value.kind === 'building') return member.value;
  const value = build(member?.value.kind === 'object' ? member.value : entry.value);
  if (member?.value.kind === 'object') for (const below of member.value.value.list) putHere(value, below.key, below);
  target.members.set(key, { entry: { ...entry, key }, value });
  return value;
}

function isObject(value: Member['value']): boolean {
  return value.kind === 'object' || value.kind === 'building';
}

function finish({ place, members }: Building, incomplete: boolean): ObjectNode {
  const list = [...members.values()].map(({ entry, value }): Entry => {
    const finished = value.kind === 'building' ? finish(value, false) : value;
    return { ...entry, value: finished };
  });
  return { kind: 'object', start: place.start, end: place.end, value: entriesOf(list, incomplete) };
}

/** The list with each item changed; the same list where none was. */
function mapChanged<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  let copy: T[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = list[i] as T;
    const changed = change(item);
    if (changed === item) continue;
    copy ??= [...list];
    copy[i] = changed;
  }
  return copy ?? list;
}
