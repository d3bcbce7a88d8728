import type { Range } from '../../../text/range';
import type { ReadProblem } from '../../document';
import type { MappingSyntax, SyntaxNode } from '../parse/syntax';
import { constructScalar } from './construct-scalar';
import { type ConstructState, currentTag, follow, type MappedPair, pairsOf, refuse } from './construct-state';
import { flatten } from './merge';
import { type ArrayValue, keyIdentity, type ObjectValue, type Value, type ValueEntry } from './value';

/** How many pairs merge keys may bring in, over all the text. */
const MOST_MERGED = 100_000;

/** A value with what the loader refuses in it. */
export interface Construction {
  readonly value: Value;
  /** In the order in which Python would raise them. */
  readonly problems: readonly ReadProblem[];
}

/** The values of a document as OmegaConf's YAML loader constructs them (`yaml/constructor.py`, `omegaconf/_utils.py`). */
export function construct(root: SyntaxNode, anchors: ReadonlyMap<string, SyntaxNode>): Construction {
  const state: ConstructState = {
    anchors,
    problems: [],
    values: new Map(),
    pending: [],
    flattened: new Map(),
    plainEquals: new Set(),
    mergeDepth: 0,
    mergeable: MOST_MERGED,
  };
  const value = constructValue(state, root);
  for (let i = 0; i < state.pending.length; i++) state.pending[i]?.();
  return { value, problems: state.problems };
}

function constructValue(state: ConstructState, node: SyntaxNode): Value {
  const target = follow(state, node);
  const known = state.values.get(target);
  if (known) return known;
  const value = constructNew(state, target);
  state.values.set(target, value);
  return value;
}

function constructNew(state: ConstructState, node: MappedPair['key']): Value {
  const tag = currentTag(state, node);
  if (tag === undefined) return { kind: 'unknown' };
  if (tag === 'seq' || tag === 'omap' || tag === 'pairs') {
    const array: ArrayValue = { kind: 'array', items: [] };
    state.pending.push(() => (tag === 'seq' ? fillArray(state, array, node) : fillPairs(state, array, node)));
    return array;
  }
  if (tag === 'map') {
    const object: ObjectValue = { kind: 'object', entries: [], superseded: [], isIncomplete: false };
    state.pending.push(() => fillObject(state, object, node));
    return object;
  }
  if (tag === 'set') {
    // Its keys are looked at, but OmegaConf takes no sets.
    const keys: ObjectValue = { kind: 'object', entries: [], superseded: [], isIncomplete: false };
    state.pending.push(() => fillObject(state, keys, node));
    return { kind: 'unsupported' };
  }
  if (tag === 'path' && node.kind !== 'sequence') refuse(state, 'crash', 'a path is a list of its parts', node);
  return tag === 'path' ? { kind: 'unknown' } : constructScalar(state, node, tag);
}

function fillArray(state: ConstructState, array: ArrayValue, node: SyntaxNode): void {
  if (node.kind !== 'sequence') refuse(state, 'crash', 'the tag says that this is a list', node);
  else for (const source of node.items) array.items.push({ value: constructValue(state, source), source });
}

/** `!!omap` and `!!pairs`: a list of mappings of one key each, read as a list of lists of two. */
function fillPairs(state: ConstructState, array: ArrayValue, node: SyntaxNode): void {
  if (node.kind !== 'sequence') {
    refuse(state, 'crash', 'the tag says that this is a list', node);
    return;
  }
  for (const source of node.items) {
    const item = follow(state, source);
    const [pair, ...others] = item.kind === 'mapping' ? pairsOf(state, item) : [];
    if (!pair || others.length > 0) {
      refuse(state, 'crash', 'the tag says that each item has one key', source);
      return;
    }
    const key = { value: constructValue(state, pair.key), source: pair.key };
    const value = { value: constructValue(state, pair.value), source: pair.value };
    array.items.push({ value: { kind: 'array', items: [key, value] }, source });
  }
}

function fillObject(state: ConstructState, object: ObjectValue, node: SyntaxNode): void {
  if (node.kind !== 'mapping') {
    // OmegaConf goes over the characters of a text as if they were pairs, which is a ValueError.
    const isText = node.kind === 'scalar' && node.value !== '';
    refuse(state, isText ? 'reject' : 'crash', 'the tag says that this has keys and values', node);
    return;
  }
  refuseDuplicates(state, node);
  object.isIncomplete = node.isIncomplete;
  const places = new Map<string, number>();
  for (const pair of flatten(state, node)) {
    const entry = constructEntry(state, pair);
    if (!entry) {
      object.isIncomplete = true;
      continue;
    }
    const identity = keyIdentity(entry.key);
    const place = places.get(identity);
    const earlier = place === undefined ? undefined : object.entries[place];
    if (place === undefined || !earlier) {
      places.set(identity, object.entries.length);
      object.entries.push(entry);
    } else {
      // The first key stays in the dict with the last value: of 1 and true, the 1.
      object.superseded.push(earlier);
      object.entries[place] = { ...entry, key: earlier.key };
    }
  }
}

/** OmegaConf refuses keys that are written twice, where they are text; merged ones count once their mapping was merged. */
function refuseDuplicates(state: ConstructState, node: MappingSyntax): void {
  const seen = new Set<string>();
  for (const { key, keyRange, via } of pairsOf(state, node)) {
    if (key.kind !== 'scalar' || currentTag(state, key) !== 'str') continue;
    if (seen.has(key.value)) refuse(state, 'crash', `the key '${key.value}' is there already`, via ?? keyRange);
    seen.add(key.value);
  }
}

function constructEntry(state: ConstructState, { key, keyRange, value, via }: MappedPair): ValueEntry | undefined {
  const keyValue = constructValue(state, key);
  const range: Range = via ?? keyRange;
  if (isCollection(state, key) || keyValue.kind === 'object' || keyValue.kind === 'array') {
    refuse(state, 'crash', 'a list or mapping cannot be a key', range);
    return undefined;
  }
  if (key.kind === 'hole') return undefined;
  return { key: keyValue, keyRange: range, value: constructValue(state, value), source: value, via };
}

/** Python's sets cannot be keys either. */
function isCollection(state: ConstructState, key: MappedPair['key']): boolean {
  return currentTag(state, key) === 'set';
}
