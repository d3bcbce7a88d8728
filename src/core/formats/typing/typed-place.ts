import type { Range } from '../../text/range';
import type { TextEdit } from '../../text/text-edit';
import type { Draft, DraftEntry } from '../../tree/draft';
import type { Path } from '../../tree/query';
import type { ConfigDocument } from '../document';

/**
 * A place at which something is being typed, in a text that may be half-typed or broken. It is found by putting a word of our own
 * in the place of what is typed and reading the text again, so that the readers say what the place is.
 */
export interface TypedPlace {
  readonly kind: 'key' | 'value' | 'item';
  /** Of a key: the object it is typed in. Of a value or an item: itself. */
  readonly path: Path;
  /** The text with `STAND_IN` at the place. */
  readonly document: ConfigDocument;
  /** What an accepted offer takes the place of: never more than one line, quotes included. */
  readonly range: Range;
  /** The same without quotes. */
  readonly content: Range;
  /** What stands in the content before the caret, as it is written. */
  readonly typed: string;
  /** The opening quote, if one was typed. */
  readonly quote: string;
  /** What stands in the range before the content, blanks at its beginning left out: the quote, or the brace of an object that is written anew. */
  readonly lead: string;
  /** A key place at which a list may begin: YAML's items have lines of their own. */
  readonly mayStartList: boolean;
  /** An item place at which the first key of an object may be typed: behind YAML's dash. */
  readonly mayStartObject: boolean;
  /** What any accepted offer needs besides: a comma that is missing further up. */
  readonly edits: readonly TextEdit[];
  /** The text of an offer, with its stops (see `stops.ts`), as the format writes it at this place. */
  write(offer: Offer): string;
}

/** What is to be written at a place: a key with a value, or a value alone. */
export interface Offer {
  readonly key?: string;
  /** Not there for a key that has a value already. */
  readonly value?: Draft;
  /** Entries that come behind, beside the key, or beside the key of the value. */
  readonly also?: readonly DraftEntry[];
  /** Items that come behind an item. */
  readonly then?: readonly Draft[];
}

/** The word that stands at the place while the text is read. */
export const STAND_IN = 'flare_jobs_stand_in';
