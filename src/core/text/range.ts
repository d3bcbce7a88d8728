/** A stretch of one text, in UTF-16 offsets from 0; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A value together with the place in the user's files that it was read from. */
export interface Located<T> {
  readonly value: T;
  /** Path below the job folder, joined with `/`. */
  readonly file: string;
  readonly range: Range;
}

/** A place without its value: what a finding points at. */
export type Place = Omit<Located<unknown>, 'value'>;

/** Whether the offset lies in the range; the end counts, as a caret behind the last character does. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
