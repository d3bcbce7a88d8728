import { type KeyPart, parseKey } from '../key-path';
import { PythonError, type Reference, type Tree, type Value } from './model';
import { elsewhere, findReferences, type Resolution, written } from './references';
import { substitute } from './substitute';
import { lookUp } from './trees';
import { isEnvironmentName } from './variables';

/**
 * Gives what a key of the root says of itself its earlier value (`_fixup_self_references` in `pyhocon/config_parser.py`). Python
 * stops where a key goes while it walks over the keys, unless it was the last one.
 */
export function resolveSelfReferences(root: Tree, resolution: Resolution): void {
  const members = [...root.members];
  for (const [position, { key }] of members.entries()) {
    const version = root.version;
    const history = root.history?.get(key) ?? [];
    let previous: Value | undefined = history[0];
    for (const current of history.slice(1)) previous = resolveAgainst({ root, key, previous, current }, resolution);
    if (history.length === 1 && previous) resolveWithoutPast(root, key, previous, resolution);
    if (root.version !== version && position < members.length - 1) {
      throw new PythonError('pyhocon fails here: a key that refers to itself goes while it walks over the keys');
    }
  }
}

interface Past {
  readonly root: Tree;
  readonly key: string;
  /** The value of the key before the current one. */
  readonly previous: Value | undefined;
  readonly current: Value;
}

function resolveAgainst({ root, key, previous, current }: Past, resolution: Resolution): Value | undefined {
  let result: Value | undefined = current;
  for (const reference of findReferences(current, resolution.budget)) {
    resolution.at = reference;
    const path = pathToSelf(root, key, reference);
    if (!path) continue;
    if (previous?.kind === 'join')
      throw new PythonError(`pyhocon cannot resolve ${written(reference)}; it may lead back to itself`);
    const past = path.length === 1 ? previous : pastAt(previous, path.slice(1));
    result = substitute(reference, past?.kind === 'none' ? undefined : past, true, resolution).result;
  }
  return result;
}

function resolveWithoutPast(root: Tree, key: string, value: Value, resolution: Resolution): void {
  for (const reference of findReferences(value, resolution.budget)) {
    resolution.at = reference;
    if (!pathToSelf(root, key, reference)) continue;
    if (isEnvironmentName(key)) substitute(reference, elsewhere(reference, resolution), true, resolution);
    else if (reference.optional) substitute(reference, undefined, true, resolution);
  }
}

/** The path of a reference that has to look at an earlier value of the key. */
function pathToSelf(root: Tree, key: string, reference: Reference): readonly KeyPart[] | undefined {
  const path = parseKey(reference.variable);
  if (path.length === 0) throw new PythonError('pyhocon fails on an empty path');
  if (path.length > 1) {
    const now = lookUp(root, path);
    if (typeof now !== 'string' && now.kind !== 'none') return undefined;
  }
  return path[0]?.key === key ? path : undefined;
}

function pastAt(previous: Value | undefined, path: readonly KeyPart[]): Value {
  const past = previous?.kind === 'tree' ? lookUp(previous, path) : 'blocked';
  if (typeof past === 'string') throw new PythonError('pyhocon fails on this reference: the earlier value has no such path');
  return past;
}
