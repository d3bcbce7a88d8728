import type { KeyPart } from '../key-path';
import type { Budget } from './budget';
import {
  addMember,
  type Join,
  type List,
  lookedUp,
  type Member,
  memberOf,
  newTree,
  PythonError,
  type Tree,
  type Value,
} from './model';

/** The place of a key. */
type Place = Pick<KeyPart, 'start' | 'end'>;

/**
 * Puts a value at a path below the tree (`ConfigTree._put` in `pyhocon/config_tree.py`): objects are merged, anything else is
 * replaced. With `append`, what is there must be something that the value can be added to.
 */
export function put(tree: Tree, path: readonly KeyPart[], value: Value, append: boolean, budget: Budget): void {
  let target = tree;
  for (let i = 0; i < path.length - 1; i++) {
    const part = path[i] as KeyPart;
    const next = path[i + 1] as KeyPart;
    target = treeAt(target, part, next.start, value.end);
  }
  const last = path.at(-1);
  if (!last || last.key === '') throw new PythonError('pyhocon fails on an empty key');
  putHere(target, last, value, append, budget);
}

/** The object at the key; what else was there is replaced by an empty one. */
function treeAt(tree: Tree, part: KeyPart, start: number, end: number): Tree {
  const member = memberOf(tree, part.key);
  if (member?.value.kind === 'tree') {
    member.value.start = start;
    member.value.end = end;
    return member.value;
  }
  const created = newTree(start, end);
  remember(tree, part.key, created);
  replace(tree, part.key, part, created);
  return created;
}

function putHere(tree: Tree, part: KeyPart, value: Value, append: boolean, budget: Budget): void {
  const member = memberOf(tree, part.key);
  if (member?.value.kind === 'tree' && value.kind === 'tree') mergeMember(tree, member, member.value, value, budget);
  else if (append) appendHere(tree, part, member, value);
  else {
    if (value.kind === 'join') hold(value, tree, part.key, member && lookedUp(member.value));
    remember(tree, part.key, value);
    replace(tree, part.key, part, value);
  }
}

function mergeMember(tree: Tree, member: Member, old: Tree, value: Tree, budget: Budget): void {
  if (!tree.history) {
    mergeInto(old, value, false, budget);
    old.start = value.start;
    old.end = value.end;
    return;
  }
  // Self-references look at the value as it was, so the root makes another.
  const merged = newTree(value.start, value.end);
  mergeInto(merged, old, true, budget);
  mergeInto(merged, value, true, budget);
  remember(tree, member.key, merged);
  member.value = merged;
}

function appendHere(tree: Tree, part: KeyPart, member: Member | undefined, value: Value): void {
  const old = member && lookedUp(member.value);
  if (old === undefined || old.kind === 'none') {
    remember(tree, part.key, value);
    replace(tree, part.key, part, value);
  } else if (old.kind === 'join' && value.kind === 'tree') {
    old.tokens.push(value);
    old.end = value.end;
  } else if (old.kind === 'tree' && value.kind === 'join') {
    value.tokens.unshift(old);
    indexTokens(value);
    hold(value, tree, part.key, old);
    remember(tree, part.key, value);
    replace(tree, part.key, part, value);
  } else if (old.kind === 'list' && value.kind === 'join') {
    remember(tree, part.key, value);
    hold(value, tree, part.key, old);
    replace(tree, part.key, part, value);
  } else {
    const what = old.kind === 'list' ? 'a list' : old.kind === 'join' ? 'a reference' : 'a plain value';
    throw new PythonError(`pyhocon fails to merge this object into the value that the key has before, ${what}`);
  }
}

/**
 * Merges the second tree into the first (`ConfigTree.merge_configs`). With `copyTrees`, objects of the first are copied before
 * they change.
 */
export function mergeInto(target: Tree, source: Tree, copyTrees: boolean, budget: Budget): void {
  if (copyTrees) budget.spend(1 + source.members.length);
  for (const { key, keyStart, keyEnd, value: stored } of [...source.members]) {
    const value = lookedUp(stored);
    const member = memberOf(target, key);
    if (member?.value.kind === 'tree' && value.kind === 'tree') {
      const old = copyTrees ? copyTree(member.value, budget) : member.value;
      mergeInto(old, value, copyTrees, budget);
      old.start = value.start;
      old.end = value.end;
      member.value = old;
    } else {
      if (value.kind === 'join') hold(value, target, key, member ? lookedUp(member.value) : value.overridden);
      replace(target, key, { start: keyStart, end: keyEnd }, value);
    }
  }
  if (copyTrees) budget.spend(source.superseded.length);
  for (const member of source.superseded) target.superseded.push(member);
  if (source.incomplete) target.incomplete = true;
}

function copyTree(tree: Tree, budget: Budget): Tree {
  budget.spend(1 + tree.members.length + tree.superseded.length);
  const copy = newTree(tree.start, tree.end);
  copy.origin = tree.origin;
  copy.incomplete = tree.incomplete;
  copy.superseded = [...tree.superseded];
  for (const { key, keyStart, keyEnd, value } of tree.members) {
    addMember(copy, { key, keyStart, keyEnd, value: lookedUp(value) });
  }
  return copy;
}

/** Makes the key have this value, and keeps what it had as superseded, unless a reference may bring it back. */
export function replace(tree: Tree, key: string, place: Place, value: Value): void {
  const member = memberOf(tree, key);
  if (!member) {
    addMember(tree, { key, keyStart: place.start, keyEnd: place.end, value });
    return;
  }
  if (value.kind !== 'join') tree.superseded.push({ ...member });
  member.keyStart = place.start;
  member.keyEnd = place.end;
  member.value = value;
}

function hold(join: Join, parent: Tree | List, key: string | number, overridden: Value | undefined): void {
  join.parent = parent;
  join.key = key;
  join.overridden = overridden?.kind === 'none' ? undefined : overridden;
  noteOverrider(join);
}

/** Lets an overridden join know which one overrides it. */
export function noteOverrider(join: Join): void {
  if (join.overridden?.kind !== 'join') return;
  join.overridden.overriders ??= [];
  join.overridden.overriders.push(join);
}

/** Tells the references of a join where they stand in it. */
export function indexTokens(join: Join): void {
  join.tokens.forEach((token, index) => {
    if (token?.kind !== 'reference') return;
    token.parent = join;
    token.index = index;
  });
}

function remember(tree: Tree, key: string, value: Value): void {
  if (!tree.history) return;
  const values = tree.history.get(key);
  if (values) values.push(value);
  else tree.history.set(key, [value]);
}

/** What stands at a path: the value, `missing`, or `blocked` where a value on the way is no object. */
export function lookUp(tree: Tree, path: readonly KeyPart[]): Value | 'missing' | 'blocked' {
  let at: Value = tree;
  if (path.length === 0) throw new PythonError('pyhocon fails on an empty path');
  for (const { key } of path) {
    if (at.kind !== 'tree') return 'blocked';
    const member = memberOf(at, key);
    if (!member) return 'missing';
    at = member.value;
  }
  return lookedUp(at);
}
