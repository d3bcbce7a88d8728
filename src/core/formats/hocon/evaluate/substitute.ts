import type { Range } from '../../../text/range';
import { pythonText } from '../python-text';
import { deepCopy } from './deep-copy';
import { transform } from './joins';
import {
  addMember,
  deleteMember,
  type Join,
  type Leaf,
  type List,
  memberOf,
  PythonError,
  type Reference,
  type Text,
  type Tree,
  type Value,
} from './model';
import { findReferences, parentOf, type Resolution } from './references';

/** What putting in one value has done to a join. */
export interface Substitution {
  readonly isUnresolved: boolean;
  /** References that the new value brings with it. */
  readonly further: readonly Reference[];
  /** The join's new value; `undefined` where it has none and its key goes. */
  readonly result: Value | undefined;
}

/**
 * Puts a value in the place of a reference, and what that makes of its join in the place of the join (`_do_substitute` in
 * `pyhocon/config_parser.py`).
 */
export function substitute(
  reference: Reference,
  value: Value | undefined,
  isResolved: boolean,
  resolution: Resolution,
): Substitution {
  if (value?.kind === 'join') return { isUnresolved: true, further: [], result: value };
  const parent = parentOf(reference);
  parent.tokens[reference.index] = value === undefined ? null : tokenFor(reference, value, parent, resolution);
  const transformed = transform(parent, resolution);
  const result = transformed === undefined && !isResolved ? parent.overridden : transformed;
  if (result === undefined) {
    removeKey(parent);
    return { isUnresolved: false, further: [], result };
  }
  setKey(parent, result);
  const further = findReferences(result, resolution.budget);
  return { isUnresolved: further.length > 0, further, result };
}

/** The value at the place of the reference. Where more follows, pyhocon makes a text of it. */
function tokenFor(
  reference: Reference,
  value: Exclude<Value, Join>,
  parent: Join,
  { text, budget, elsewhere }: Resolution,
): Text | Tree | List {
  const { start, end } = reference;
  const unknown: Leaf = { kind: 'unknown', start, end, value: undefined };
  if (elsewhere.has(value)) return { kind: 'text', value: unknown, tail: '', isElsewhere: true };
  const origin = originOf(value);
  if (value.kind === 'tree' || value.kind === 'list') {
    const copy = deepCopy(value, budget);
    copy.start = start;
    copy.end = end;
    copy.origin = origin;
    return copy;
  }
  if (reference.index === parent.tokens.length - 1) return { kind: 'text', value: { ...value, start, end, origin }, tail: '' };
  const written = pythonText(value, text);
  const leaf: Leaf = written === undefined ? unknown : { kind: 'string', start, end, value: written + reference.tail, origin };
  return { kind: 'text', value: leaf, tail: '' };
}

function originOf(value: Exclude<Value, Join>): Range {
  if (value.kind !== 'none' && value.origin) return value.origin;
  return { start: value.start, end: value.end };
}

function removeKey({ parent, key }: Join): void {
  if (!parent || key === undefined) throw new PythonError('pyhocon fails on a reference that nothing holds');
  if (parent.kind === 'tree') {
    if (typeof key === 'string' && memberOf(parent, key)) deleteMember(parent, key);
  } else if (typeof key === 'number' && parent.items.some((item) => equalsIndex(item, key))) {
    // Python asks a list for a value, not for an index.
    if (key >= parent.items.length) throw new PythonError('pyhocon fails to leave this out of its list');
    parent.items.splice(key, 1);
  }
}

function equalsIndex(item: Value, index: number): boolean {
  if (item.kind === 'boolean') return Number(item.value) === index;
  return (item.kind === 'integer' || item.kind === 'float') && item.value === index;
}

function setKey(join: Join, value: Value): void {
  const { parent, key } = join;
  if (parent?.kind === 'tree' && typeof key === 'string') {
    const member = memberOf(parent, key);
    if (member) member.value = value;
    else addMember(parent, { key, keyStart: join.start, keyEnd: join.start, value });
  } else if (parent?.kind === 'list' && typeof key === 'number') {
    if (key >= parent.items.length) throw new PythonError('pyhocon fails to put this into its list');
    parent.items[key] = value;
  } else throw new PythonError('pyhocon fails on a reference that nothing holds');
}
