import type { Range } from '../../../text/range';
import type { ScalarStyle } from '../scan/token';

/**
 * What a text says before tags are resolved, aliases followed and keys merged: the nodes of PyYAML's composer. The range
 * is that of the value alone; `from` is where its tag or anchor begins.
 */
export type SyntaxNode = ScalarSyntax | SequenceSyntax | MappingSyntax | AliasSyntax | HoleSyntax;

/** What may stand in front of any value: an anchor and a tag. */
export interface Properties {
  readonly from: number;
  readonly anchor: string | undefined;
  /** With its handle replaced; `!` alone asks for the tag that a plain value would have. */
  readonly tag: string | undefined;
}

/** A value that holds no others, as text. */
export interface ScalarSyntax extends Range, Properties {
  readonly kind: 'scalar';
  readonly value: string;
  readonly style: ScalarStyle;
}

/** A list, with dashes or in brackets. */
export interface SequenceSyntax extends Range, Properties {
  readonly kind: 'sequence';
  readonly items: readonly SyntaxNode[];
  readonly isFlow: boolean;
  /** Where each item begins: with its dash, or inside brackets with its value. */
  readonly starts: readonly number[];
}

/** Keys with values, on lines or in braces. */
export interface MappingSyntax extends Range, Properties {
  readonly kind: 'mapping';
  readonly pairs: readonly Pair[];
  readonly isFlow: boolean;
  /** Some of its text could not be read. */
  readonly isIncomplete: boolean;
}

/** A key with its value. */
export interface Pair {
  readonly key: SyntaxNode;
  readonly value: SyntaxNode;
  /** Where the pair begins: with its `?` or its key. */
  readonly start: number;
}

/** `*name`: another use of what the anchor names. */
export interface AliasSyntax extends Range, Properties {
  readonly kind: 'alias';
  readonly name: string;
}

/** What could not be read, and was reported. */
export interface HoleSyntax extends Range, Properties {
  readonly kind: 'hole';
}

/** Of a value with neither anchor nor tag. */
export const NO_PROPERTIES = { anchor: undefined, tag: undefined };

/** A value of which nothing is written. */
export function emptyScalar(at: number, properties: Properties = { ...NO_PROPERTIES, from: at }): ScalarSyntax {
  return { kind: 'scalar', value: '', style: 'plain', start: at, end: at, ...properties };
}

/** A stretch that could not be read. */
export function holeAt(start: number, end: number, properties: Properties = { ...NO_PROPERTIES, from: start }): HoleSyntax {
  return { kind: 'hole', start, end, ...properties };
}
