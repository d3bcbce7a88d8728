import type { Range } from '../../../text/range';
import type { BooleanNode, FloatNode, IntegerNode, NullNode, StringNode, UnknownNode } from '../../../tree/node';
import type { ReadProblem } from '../../document';
import type { KeyPart } from '../key-path';

/**
 * A HOCON text as it is written, before any meaning: every key and value at its place, nothing merged, joined or
 * substituted. `evaluate.ts` makes the tree of it; `write` finds in it where to edit.
 */
export interface Syntax {
  readonly root: SyntaxObject | SyntaxList;
  readonly problems: readonly ReadProblem[];
  readonly comments: readonly Range[];
  /** The places of `${…}`. */
  readonly references: readonly Range[];
  /** Some value is built with `${…}` or `+=`. */
  readonly hasReferences: boolean;
  readonly hasIncludes: boolean;
}

/** A value of one piece. */
export type SyntaxLeaf = StringNode | IntegerNode | FloatNode | BooleanNode | NullNode | UnknownNode;

/** Whatever may stand behind a key or in brackets. */
export type SyntaxValue = SyntaxLeaf | SyntaxObject | SyntaxList | SyntaxSequence | SyntaxReference | SyntaxInclude;

/** Entries in braces, or those of the whole text. */
export interface SyntaxObject extends Range {
  readonly kind: 'braces';
  /** Whether braces are written: the root does without. */
  readonly braces: boolean;
  readonly entries: readonly SyntaxEntry[];
  /** Something in it could not be read, or is to be included. */
  readonly incomplete: boolean;
}

/** A key path with its value. */
export interface SyntaxEntry {
  /** The key as written, with its quotes. */
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly path: readonly KeyPart[];
  /** `{` stands for none: an object may follow its key at once. */
  readonly operator: '=' | ':' | '+=' | '{';
  readonly operatorStart: number;
  value: SyntaxValue;
}

/** Values in brackets. */
export interface SyntaxList extends Range {
  readonly kind: 'brackets';
  /** What is written between separators; nothing between two of them makes no item. */
  readonly items: readonly SyntaxValue[];
  readonly damaged: boolean;
}

/** Pieces that stand beside each other and are joined: `${home}/data`, `[1] [2]`, `two words`. */
export interface SyntaxSequence extends Range {
  readonly kind: 'sequence';
  readonly pieces: readonly SyntaxPiece[];
}

/** One of the values that stand beside each other. */
export interface SyntaxPiece {
  readonly value: SyntaxLeaf | SyntaxObject | SyntaxList | SyntaxReference | SyntaxInclude;
  /** The blanks behind it, where pyhocon keeps them; those of a text without quotes are in its value. */
  readonly tail: string;
  /** Blanks at the end of a text without quotes go when it comes last. */
  readonly unquoted: boolean;
}

/** An include where a value is expected. */
export interface SyntaxInclude extends Range {
  readonly kind: 'include';
}

/** `${path}`, or `${?path}`. */
export interface SyntaxReference extends Range {
  readonly kind: 'reference';
  /** The path as written. */
  readonly variable: string;
  readonly optional: boolean;
}
