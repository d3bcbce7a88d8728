import type { Range } from '../../../text/range';
import type { MappingSyntax, SyntaxNode } from '../parse/syntax';
import { type ConstructState, currentTag, follow, type MappedPair, pairsOf, refuse } from './construct-state';

/** Mappings that are merged into one another, before Python's stack is full. */
const DEEPEST = 900;

/**
 * Replaces the merge keys `<<` of a mapping by what they stand for, in front of its own keys (`flatten_mapping` of
 * `yaml/constructor.py`). As there, the mapping stays replaced for whoever looks at it next.
 */
export function flatten(state: ConstructState, mapping: MappingSyntax): readonly MappedPair[] {
  const done = state.flattened.get(mapping);
  if (done) return done;
  const own = pairsOf(state, mapping);
  const kept = own.filter(({ key }) => currentTag(state, key) !== 'merge');
  // This is what a mapping sees that merges itself in.
  state.flattened.set(mapping, kept);
  const merged: MappedPair[] = [];
  if (kept.length < own.length && state.mergeDepth++ < DEEPEST) {
    for (const pair of own) if (currentTag(state, pair.key) === 'merge') mergeInto(state, merged, pair);
  }
  if (state.mergeDepth > DEEPEST) refuse(state, 'crash', 'there are too many merge keys on the way to these keys', mapping);
  if (kept.length < own.length) state.mergeDepth--;
  for (const { key } of kept) if (currentTag(state, key) === 'value') state.plainEquals.add(key);
  const result = merged.length > 0 ? [...merged, ...kept] : kept;
  state.flattened.set(mapping, result);
  return result;
}

function mergeInto(state: ConstructState, merged: MappedPair[], { value, via }: MappedPair): void {
  const place = via ?? { start: value.start, end: value.end };
  const source = follow(state, value);
  if (source.kind === 'mapping') {
    take(state, merged, flatten(state, source), place);
  } else if (source.kind === 'sequence') {
    const parts = source.items.map((item) => partOf(state, item));
    for (const part of parts.reverse()) take(state, merged, part, place);
  } else if (source.kind === 'scalar') {
    refuse(state, 'crash', "'<<' takes the keys of a mapping, or of a list of mappings; quote it to use it as a key", place);
  }
}

function partOf(state: ConstructState, item: SyntaxNode): readonly MappedPair[] {
  const part = follow(state, item);
  if (part.kind === 'mapping') return flatten(state, part);
  if (part.kind !== 'hole') refuse(state, 'crash', "'<<' takes a list of mappings only", item);
  return [];
}

/** Merging lists of merged lists can make a short text endless: it ends here. */
function take(state: ConstructState, merged: MappedPair[], pairs: readonly MappedPair[], via: Range): void {
  if (pairs.length > state.mergeable) {
    refuse(state, 'crash', 'the merge keys of this text stand for more than can be read', via);
    state.mergeable = 0;
    return;
  }
  state.mergeable -= pairs.length;
  for (const pair of pairs) merged.push({ ...pair, via });
}
