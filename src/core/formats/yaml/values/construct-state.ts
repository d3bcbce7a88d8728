import type { Range } from '../../../text/range';
import type { ReadProblem } from '../../document';
import type { MappingSyntax, Pair, SyntaxNode } from '../parse/syntax';
import { type KnownTag, tagOf } from './tags';
import type { Value } from './value';

/** A pair of a mapping, its own or merged in. */
export interface MappedPair {
  readonly key: Exclude<SyntaxNode, { kind: 'alias' }>;
  readonly keyRange: Range;
  readonly value: SyntaxNode;
  readonly via: Range | undefined;
}

/** Where PyYAML's construction of values stands (`yaml/constructor.py`). */
export interface ConstructState {
  readonly anchors: ReadonlyMap<string, SyntaxNode>;
  /** In the order in which Python would raise them; it raises the first. */
  readonly problems: ReadProblem[];
  readonly values: Map<SyntaxNode, Value>;
  /** Collections are filled later, breadth first, and that order decides what merge keys see. */
  readonly pending: (() => void)[];
  /** The pairs of the mappings whose merge keys were replaced already. */
  readonly flattened: Map<MappingSyntax, readonly MappedPair[]>;
  /** Keys `=` become the text they are once their mapping was looked through. */
  readonly plainEquals: Set<SyntaxNode>;
  /** How many mappings are being merged into one another. */
  mergeDepth: number;
  /** How many more pairs may be merged. */
  mergeable: number;
}

/** What an alias stands for; a hole where that cannot be known. */
export function follow(state: ConstructState, node: SyntaxNode): Exclude<SyntaxNode, { kind: 'alias' }> {
  if (node.kind !== 'alias') return node;
  const target = state.anchors.get(node.name);
  if (target && target.kind !== 'alias') return target;
  return { ...node, kind: 'hole' };
}

/** The tag that counts now. */
export function currentTag(state: ConstructState, node: MappedPair['key']): ReturnType<typeof tagOf> | undefined {
  if (node.kind === 'hole') return undefined;
  const tag: KnownTag | { unknown: string } = tagOf(node);
  return tag === 'value' && state.plainEquals.has(node) ? 'str' : tag;
}

/** The pairs of a mapping, with those that merge keys brought in where that was done. */
export function pairsOf(state: ConstructState, mapping: MappingSyntax): readonly MappedPair[] {
  return state.flattened.get(mapping) ?? mapping.pairs.map((pair: Pair) => own(state, pair));
}

function own(state: ConstructState, { key, value }: Pair): MappedPair {
  return { key: follow(state, key), keyRange: { start: key.start, end: key.end }, value, via: undefined };
}

/** Notes what a loader refuses. */
export function refuse(
  state: ConstructState,
  refusal: 'reject' | 'crash',
  message: string,
  { start, end }: Range,
  fix?: ReadProblem['fix'],
): void {
  state.problems.push({ message, range: { start, end }, refusal, kind: 'loader', ...(fix && { fix }) });
}
