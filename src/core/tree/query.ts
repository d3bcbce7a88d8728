import type { ConfigNode, Entry, ObjectNode } from './node';
import { get } from './node';

/** Steps from the root of a tree: keys of objects and indexes of arrays. */
export type Path = readonly (string | number)[];

/** The node at a path, or `undefined` where the tree has none. */
export function at(root: ConfigNode | undefined, path: Path): ConfigNode | undefined {
  let node = root;
  for (const step of path) {
    if (node?.kind === 'object' && typeof step === 'string') node = get(node, step);
    else if (node?.kind === 'array' && typeof step === 'number') node = node.value[step];
    else return undefined;
  }
  return node;
}

/** Whether Python's `if value:` would skip the value. `undefined` where that cannot be known. */
export function isFalsy(node: ConfigNode | undefined): boolean | undefined {
  if (node === undefined) return true;
  switch (node.kind) {
    case 'object':
      return node.value.incomplete && node.value.list.length === 0 ? undefined : node.value.list.length === 0;
    case 'array':
      return node.value.length === 0;
    case 'string':
      return node.value === '';
    case 'integer':
    case 'float':
      return node.value === 0;
    case 'boolean':
      return !node.value;
    case 'null':
      return true;
    case 'unknown':
      return undefined;
  }
}

/** Where an offset lies in a tree: the steps to the innermost value, and whether it is on a key. */
export interface Cursor {
  readonly path: Path;
  readonly node: ConfigNode;
  /** The entry whose key the offset touches; `path` then ends with that key. */
  readonly onKey: Entry | undefined;
  /** The objects and arrays around the place, outermost first. */
  readonly ancestors: readonly ConfigNode[];
}

/** The innermost place that the offset touches, or `undefined` outside of the root. */
export function cursorAt(root: ConfigNode | undefined, offset: number): Cursor | undefined {
  if (!root || offset < root.start || offset > root.end) return undefined;
  const path: (string | number)[] = [];
  const ancestors: ConfigNode[] = [];
  let node = root;
  for (;;) {
    const step: Step | undefined = stepInto(node, offset);
    if (!step) return { path, node, onKey: undefined, ancestors };
    ancestors.push(node);
    path.push(step.step);
    node = step.node;
    if (step.onKey) return { path, node, onKey: step.onKey, ancestors };
  }
}

interface Step {
  readonly step: string | number;
  readonly node: ConfigNode;
  readonly onKey: Entry | undefined;
}

function stepInto(node: ConfigNode, offset: number): Step | undefined {
  if (node.kind === 'object') {
    for (const entry of node.value.list) {
      if (entry.keyStart <= offset && offset <= entry.keyEnd) return { step: entry.key, node: entry.value, onKey: entry };
      if (entry.value.start <= offset && offset <= entry.value.end)
        return { step: entry.key, node: entry.value, onKey: undefined };
    }
  } else if (node.kind === 'array') {
    const index = node.value.findIndex((item) => item.start <= offset && offset <= item.end);
    const item = node.value[index];
    if (item) return { step: index, node: item, onKey: undefined };
  }
  return undefined;
}

/** A value without places. Integers beyond 2^53 are rounded; an unknown value is `undefined`. */
export type Plain = string | number | boolean | null | undefined | readonly Plain[] | { readonly [key: string]: Plain };

/** The plain value of a node. Keys such as `__proto__` are ordinary keys here. */
export function toPlain(node: ConfigNode): Plain {
  switch (node.kind) {
    case 'object':
      return objectToPlain(node);
    case 'array':
      return node.value.map(toPlain);
    default:
      return node.value;
  }
}

function objectToPlain(node: ObjectNode): Plain {
  const result: Record<string, Plain> = {};
  for (const { key, value } of node.value.list) {
    if (key === '__proto__') Object.defineProperty(result, key, { value: toPlain(value), enumerable: true, writable: true });
    else result[key] = toPlain(value);
  }
  return result;
}

/**
 * The objects in which a key is given more than once. Only objects and lists are gone to, so that lists of many thousand names
 * cost next to nothing.
 */
export function objectsWithRepeats(root: ConfigNode): readonly ObjectNode[] {
  const found: ObjectNode[] = [];
  const waiting: ConfigNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'object') {
      if (node.value.superseded.length > 0) found.push(node);
      for (const { value } of node.value.list) if (value.kind === 'object' || value.kind === 'array') waiting.push(value);
    } else if (node.kind === 'array') {
      for (const item of node.value) if (item.kind === 'object' || item.kind === 'array') waiting.push(item);
    }
  }
  return found;
}

/** Every node of a tree, parents first, in file order. Walks without recursion, so depth is no danger. */
export function* walk(root: ConfigNode): Generator<ConfigNode> {
  const stack: ConfigNode[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    const below = children(node);
    for (let i = below.length - 1; i >= 0; i--) stack.push(below[i] as ConfigNode);
  }
}

function children(node: ConfigNode): readonly ConfigNode[] {
  if (node.kind === 'object') return node.value.list.map((entry) => entry.value);
  return node.kind === 'array' ? node.value : [];
}
