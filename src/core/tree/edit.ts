import type { ArrayNode, ConfigNode, Entry, ObjectNode } from './node';
import type { Plain } from './query';

/**
 * A change of one tree, as rules and features ask for it. The writer of the document's format turns it
 * into the fewest text edits that keep comments, order, indentation and line ends.
 */
export type TreeEdit =
  /** Put another value at the place of the node. */
  | { readonly kind: 'replace'; readonly node: ConfigNode; readonly value: Plain }
  /** Give the entry another key; its value stays. */
  | { readonly kind: 'rename-key'; readonly entry: Entry; readonly key: string }
  /** Take out the entry with its key, its separator, and its line where nothing else is on it. */
  | { readonly kind: 'remove-entry'; readonly object: ObjectNode; readonly entry: Entry }
  | { readonly kind: 'remove-item'; readonly array: ArrayNode; readonly item: ConfigNode }
  /** Add a key that the object does not have: behind the entry named `after`, in front (`null`), or at the end. */
  | {
      readonly kind: 'add-entry';
      readonly object: ObjectNode;
      readonly key: string;
      readonly value: Plain;
      readonly after?: string | null;
    }
  /** Add an element before the one that now has the index, or at the end. */
  | { readonly kind: 'add-item'; readonly array: ArrayNode; readonly value: Plain; readonly index?: number }
  /** Move these keys to the front of the object, in this order; the others keep theirs. */
  | { readonly kind: 'move-to-front'; readonly object: ObjectNode; readonly keys: readonly string[] };
