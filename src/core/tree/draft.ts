import type { Plain } from './query';

/**
 * A value that is to be written as a new text. It says what `Plain` cannot: integers and floats apart, every digit of an
 * integer, keys in any order, and comments.
 */
export type Draft = DraftObject | DraftArray | DraftScalar;

/** Keys with values to be written. */
export interface DraftObject extends DraftNotes {
  readonly kind: 'object';
  readonly entries: readonly DraftEntry[];
}

/** Values to be written. */
export interface DraftArray extends DraftNotes {
  readonly kind: 'array';
  readonly items: readonly DraftItem[];
}

/** A value that holds no others. */
export type DraftScalar =
  | { readonly kind: 'string'; readonly value: string }
  /** The digits as JSON writes them, with a minus sign where there is one. */
  | { readonly kind: 'integer'; readonly digits: string }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' };

/** Comments inside of an object or array that belong to none of its members. A format without comments leaves them out. */
export interface DraftNotes {
  /** The comment on the line of the opening bracket, or of the key where there is no bracket. */
  readonly head?: string;
  /** The lines below the last member; see `above`. */
  readonly foot?: readonly string[];
}

/** A member of an array, with its comments. */
export interface DraftItem {
  readonly value: Draft;
  /** The lines above: comments, each with its `#`, and empty strings for empty lines. */
  readonly above?: readonly string[];
  /** The comment at the end of the line on which the value ends, with its `#`. */
  readonly beside?: string;
}

/** A member of an object, with its comments. */
export interface DraftEntry extends DraftItem {
  readonly key: string;
}

/** The value without comments. Throws for an unknown value, which nothing can write down. */
export function draftOf(value: Plain): Draft {
  switch (typeof value) {
    case 'string':
      return { kind: 'string', value };
    case 'boolean':
      return { kind: 'boolean', value };
    case 'number':
      return draftOfNumber(value);
    case 'undefined':
      throw new Error('an unknown value has no text');
  }
  if (value === null) return { kind: 'null' };
  if (isList(value)) return { kind: 'array', items: value.map((item) => ({ value: draftOf(item) })) };
  return { kind: 'object', entries: Object.entries(value).map(([key, item]) => ({ key, value: draftOf(item) })) };
}

/** A whole number is an integer, unless it is the negative zero or so large that JavaScript writes it with an exponent. */
function draftOfNumber(value: number): Draft {
  const digits = String(value);
  const isInteger = /^-?\d+$/.test(digits) && !Object.is(value, -0);
  return isInteger ? { kind: 'integer', digits } : { kind: 'float', value };
}

/** Whether a member has comments, or anything in it has. */
export function hasNotes({ value, above, beside }: DraftItem): boolean {
  return beside !== undefined || (above?.some((line) => line !== '') ?? false) || hasNotesInside(value);
}

/** Whether there are comments in the value, so that it cannot be written on one line. */
export function hasNotesInside(value: Draft): boolean {
  if (value.kind !== 'object' && value.kind !== 'array') return false;
  const { head, foot } = value;
  const members = value.kind === 'object' ? value.entries : value.items;
  return head !== undefined || (foot?.some((line) => line !== '') ?? false) || members.some(hasNotes);
}

/** A float as Python, JSON and most others write it, never to be taken for an integer; NaN and the infinities by their names. */
export function floatText(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  const [mantissa, exponent] = text.split('e');
  if (mantissa === undefined || !Number.isFinite(value) || mantissa.includes('.')) return text;
  return exponent === undefined ? `${mantissa}.0` : `${mantissa}.0e${exponent}`;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
