import type { ArrayNode, ConfigNode, Entry, ObjectNode } from '../../tree/node';

/** What packing keeps of an object: all of it, one entry, or nothing; `unknown` where that cannot be known. */
export type Kept = 'all' | 'nothing' | 'unknown' | Entry;

/**
 * What `nvflare job submit` keeps. It looks for the first value that is not an object, and takes the root of that value; by
 * mistake the root of a value inside of something is that thing, not the file (`get_root_index` in
 * `nvflare/tool/job/config/configer.py`).
 */
export function keptOf(root: ObjectNode): Kept {
  if (root.value.incomplete) return 'unknown';
  for (const entry of root.value.list) {
    if (isPlainEntry(entry.value)) return 'all';
    const found = hasValue(entry.value);
    if (found === undefined) return 'unknown';
    if (found) return entry;
  }
  return 'nothing';
}

/** Whether packing has an entry of the index for the value itself: scalars, and lists of nothing else. */
export function isPlainEntry(value: ConfigNode): boolean {
  if (value.kind === 'array') return value.value.every(isScalar);
  return isScalar(value);
}

function isScalar({ kind }: ConfigNode): boolean {
  return kind !== 'object' && kind !== 'array' && kind !== 'unknown';
}

/** Whether there is anything in an object or list that packing counts. */
function hasValue(value: ConfigNode): boolean | undefined {
  if (value.kind === 'object') return value.value.incomplete ? undefined : objectHasValue(value);
  return value.kind === 'array' ? listHasValue(value) : undefined;
}

function objectHasValue(object: ObjectNode): boolean | undefined {
  return firstKnown(object.value.list, ({ value }) => isPlainEntry(value) || hasValue(value));
}

function listHasValue(list: ArrayNode): boolean | undefined {
  return firstKnown(list.value, (item) => {
    if (item.kind === 'null') return false;
    if (item.kind === 'array' && item.value.length === 0) return true;
    return isScalar(item) || hasValue(item);
  });
}

/** True or unknown, whatever comes first. */
function firstKnown<T>(items: readonly T[], has: (item: T) => boolean | undefined): boolean | undefined {
  for (const item of items) {
    const found = has(item);
    if (found !== false) return found;
  }
  return false;
}
