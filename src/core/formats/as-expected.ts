import type { TreeEdit } from '../tree/edit';
import type { ArrayNode, ConfigNode, Entry, ObjectNode } from '../tree/node';
import type { Plain } from '../tree/query';
import type { ConfigDocument } from './document';

/** The edits by what they are about. */
interface Wishes {
  readonly replaced: ReadonlyMap<ConfigNode, Plain>;
  readonly renamed: ReadonlyMap<Entry, string>;
  readonly removed: ReadonlySet<Entry | ConfigNode>;
  readonly added: ReadonlyMap<ConfigNode, readonly Addition[]>;
}

type Addition = Extract<TreeEdit, { readonly kind: 'add-entry' | 'add-item' }>;

/** A value of the old tree, which may have been edited below, or a new one. */
type Wish = { readonly old: ConfigNode } | { readonly fresh: Plain };

/**
 * Whether the changed text reads as the edits of the old tree ask for, in whatever order its keys are, and brings no new
 * problems. Aliases, merge keys and interpolations make one part of a text depend on others: this is what notices.
 */
export function isAsExpected(before: ConfigDocument, after: ConfigDocument, edits: readonly TreeEdit[]): boolean {
  return refusals(after) <= refusals(before) && isWished(after.root, { old: before.root }, wishesOf(edits));
}

function refusals({ problems }: ConfigDocument): number {
  return problems.filter(({ refusal }) => refusal !== undefined).length;
}

function wishesOf(edits: readonly TreeEdit[]): Wishes {
  const replaced = new Map<ConfigNode, Plain>();
  const renamed = new Map<Entry, string>();
  const removed = new Set<Entry | ConfigNode>();
  const added = new Map<ConfigNode, Addition[]>();
  for (const edit of edits) {
    if (edit.kind === 'replace') replaced.set(edit.node, edit.value);
    else if (edit.kind === 'rename-key') renamed.set(edit.entry, edit.key);
    else if (edit.kind === 'remove-entry') removed.add(edit.entry);
    else if (edit.kind === 'remove-item') removed.add(edit.item);
    else if (edit.kind !== 'move-to-front') {
      const node = edit.kind === 'add-entry' ? edit.object : edit.array;
      const there = added.get(node);
      if (there) there.push(edit);
      else added.set(node, [edit]);
    }
  }
  return { replaced, renamed, removed, added };
}

function isWished(node: ConfigNode, wish: Wish, wishes: Wishes): boolean {
  if ('fresh' in wish) return isPlain(node, wish.fresh);
  const { old } = wish;
  if (wishes.replaced.has(old)) return isPlain(node, wishes.replaced.get(old));
  if (old.kind === 'object') return node.kind === 'object' && hasWishedEntries(node, old, wishes);
  if (old.kind === 'array') return node.kind === 'array' && hasWishedItems(node, old, wishes);
  return node.kind === old.kind && Object.is(node.value, old.value);
}

function hasWishedEntries(node: ObjectNode, old: ObjectNode, wishes: Wishes): boolean {
  const wished = new Map<string, Wish>();
  for (const entry of old.value.list) {
    if (wishes.removed.has(entry)) continue;
    const name = wishes.renamed.get(entry);
    wished.set(name === undefined ? identity(entry) : name, { old: entry.value });
  }
  for (const addition of wishes.added.get(old) ?? []) {
    if (addition.kind === 'add-entry') wished.set(addition.key, { fresh: addition.value });
  }
  if (node.value.list.length !== wished.size) return false;
  return node.value.list.every((entry) => {
    const wish = wished.get(identity(entry));
    return wish !== undefined && isWished(entry.value, wish, wishes);
  });
}

/** No text as a key can be taken for a number or boolean. */
function identity({ key, keyKind }: Entry): string {
  return keyKind === undefined ? key : `${keyKind}\0${key}`;
}

function hasWishedItems(node: ArrayNode, old: ArrayNode, wishes: Wishes): boolean {
  const additions = (wishes.added.get(old) ?? []).filter((addition) => addition.kind === 'add-item');
  const wished: Wish[] = [];
  for (let index = 0; index <= old.value.length; index++) {
    for (const { index: at = old.value.length, value } of additions) {
      if (Math.min(at, old.value.length) === index) wished.push({ fresh: value });
    }
    const item = old.value[index];
    if (item && !wishes.removed.has(item)) wished.push({ old: item });
  }
  if (node.value.length !== wished.length) return false;
  return node.value.every((item, index) => {
    const wish = wished[index];
    return wish !== undefined && isWished(item, wish, wishes);
  });
}

function isPlain(node: ConfigNode, value: Plain): boolean {
  if (Array.isArray(value)) {
    return node.kind === 'array' && node.value.length === value.length && node.value.every((item, i) => isPlain(item, value[i]));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = new Map(Object.entries(value));
    if (node.kind !== 'object' || node.value.list.length !== entries.size) return false;
    return node.value.list.every((entry) => entries.has(identity(entry)) && isPlain(entry.value, entries.get(entry.key)));
  }
  return Object.is(node.value, value);
}
