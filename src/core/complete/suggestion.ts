import type { Offer } from '../formats/typing/typed-place';
import type { Draft } from '../tree/draft';
import type { Beyond } from './beyond';
import type { Bring } from './brings';
import type { CompletionKind } from './completion';

/** An offer before it is written in the manner of a format. */
export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail?: string | undefined;
  /** What is written at the place as a whole; or a part of a text, from an offset of the content on. */
  readonly offer: Offer | Part;
  /** The lower, the further up. */
  readonly rank: number;
  /** What it is found by, where that is more than the label. */
  readonly words?: string;
  /** What an offer cannot bring, because only the author knows it. */
  readonly needs?: readonly string[];
  /** What is changed elsewhere in the same text. */
  readonly brings?: readonly Bring[];
  /** What is changed in other files. */
  readonly beyond?: readonly Beyond[];
  readonly about?: () => readonly string[];
}

/** The rank behind everything that changes nothing but the text that is typed in. */
export const LAST = 1000;

/** A piece of a text that is replaced, from an offset of the typed content on; what is behind the caret goes with it to `end`. */
export interface Part {
  readonly from: number;
  readonly end: number;
  readonly text: string;
}

/** A value to be put at the place. */
export function valueOffer(value: Draft): Offer {
  return { value };
}

/** A text as a value. */
export function text(value: string): Draft {
  return { kind: 'string', value };
}
