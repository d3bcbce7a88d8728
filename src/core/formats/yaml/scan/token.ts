import type { Range } from '../../../text/range';

/** The tokens of PyYAML's scanner (`yaml/tokens.py`), and `hole`: a stretch that could not be read and was reported. */
export type Token = MarkToken | ScalarToken | NameToken | TagToken | DirectiveToken;

/** The tokens that say no more than that they are there. */
export type Mark =
  | 'stream-end'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-mapping-start'
  | 'flow-sequence-end'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'hole';

/** A sign, or the end of a block. */
export interface MarkToken extends Range {
  readonly kind: Mark;
}

/** How a value is written: without quotes, in quotes, behind `|` or `>`. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A value, its quotes and escapes undone. */
export interface ScalarToken extends Range {
  readonly kind: 'scalar';
  readonly value: string;
  readonly style: ScalarStyle;
  /** Of a plain value: where the last of its lines begins, and where the text on that line does. */
  readonly lastLine: number;
  readonly lastWords: number;
}

/** `*name` or `&name`. */
export interface NameToken extends Range {
  readonly kind: 'alias' | 'anchor';
  readonly name: string;
}

/** `!tag`, in its two parts. */
export interface TagToken extends Range {
  readonly kind: 'tag';
  /** `!`, `!!`, `!name!`; `undefined` for `!<…>` and a lone `!`. */
  readonly handle: string | undefined;
  readonly suffix: string;
}

/** A line such as `%YAML 1.1`. */
export interface DirectiveToken extends Range {
  readonly kind: 'directive';
  readonly name: string;
  /** Of `%YAML`: the major version. Of `%TAG`: handle and prefix. */
  readonly values: readonly string[];
}
