import type { Range } from '../../../text/range';
import type { SyntaxNode } from '../parse/syntax';

/**
 * What PyYAML's loader hands to OmegaConf. A value that an anchor names is one object however often it is used, so that
 * values may even contain themselves; the places are those of its uses.
 */
export type Value = ObjectValue | ArrayValue | ScalarValue | OddValue;

/** A dict. */
export interface ObjectValue {
  readonly kind: 'object';
  /** As in a Python dict: in the order of first mention. Filled after the value has been handed out. */
  readonly entries: ValueEntry[];
  readonly superseded: ValueEntry[];
  isIncomplete: boolean;
}

/** A key of a dict, with the places that it comes from. */
export interface ValueEntry {
  readonly key: KeyValue;
  readonly keyRange: Range;
  readonly value: Value;
  readonly source: SyntaxNode;
  /** The place of the merge key's value that the entry came through. */
  readonly via: Range | undefined;
}

/** A list. */
export interface ArrayValue {
  readonly kind: 'array';
  /** Filled after the value has been handed out. */
  readonly items: { readonly value: Value; readonly source: SyntaxNode }[];
}

/** A value that holds no others. */
export type ScalarValue =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' };

/**
 * `bytes` OmegaConf takes, but no configuration has a use for them; `unsupported` it refuses: sets and dates; `unknown` is
 * what could not be read.
 */
export interface OddValue {
  readonly kind: 'bytes' | 'unsupported' | 'unknown';
}

/** A value that Python can use as a key. */
export type KeyValue = ScalarValue | OddValue;

/** What makes two keys one key of a Python dict: `1`, `1.0` and `true` are equal. */
export function keyIdentity(key: KeyValue): string {
  switch (key.kind) {
    case 'string':
      return `s${key.value}`;
    case 'integer':
      return `n${key.value}`;
    case 'float':
      return `n${Object.is(key.value, -0) ? 0 : key.value}`;
    case 'boolean':
      return key.value ? 'n1' : 'n0';
    default:
      return key.kind;
  }
}
