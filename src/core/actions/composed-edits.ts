import type { TextEdit } from '../text/text-edit';

/** An edit of the first text, and what all its parts are for. */
export interface ComposedEdit extends TextEdit {
  readonly reasons: readonly string[];
}

/**
 * Edits of one text made after one another, told as edits of the first text. Later edits that lie in or touch what earlier ones
 * wrote become a part of those.
 */
export function compose(
  before: string,
  earlier: readonly ComposedEdit[],
  later: readonly ComposedEdit[],
): readonly ComposedEdit[] {
  let edits = [...earlier].sort((a, b) => a.range.start - b.range.start);
  // From the end, so that the places of those before stay as they are.
  for (const edit of [...later].sort((a, b) => b.range.start - a.range.start)) edits = withEdit(before, edits, edit);
  return edits;
}

function withEdit(before: string, edits: readonly ComposedEdit[], added: ComposedEdit): ComposedEdit[] {
  const placed = placesAfter(edits);
  const met = placed.filter(({ start, end }) => start <= added.range.end && added.range.start <= end);
  const shiftAt = (offset: number) =>
    placed.reduce((shift, place) => (place.end < offset || place.end <= added.range.start ? place.shiftBehind : shift), 0);
  const [first] = met;
  const last = met.at(-1);
  if (!first || !last) {
    const shift = shiftAt(added.range.start);
    const range = { start: added.range.start - shift, end: added.range.end - shift };
    return sorted([...edits, { ...added, range }]);
  }
  const start = Math.min(first.start, added.range.start);
  const end = Math.max(last.end, added.range.end);
  const range = { start: start - first.shiftBefore, end: end - last.shiftBehind };
  // What stands between the earlier edits is that of the first text.
  let text = '';
  let at = range.start;
  for (const { edit } of met) {
    text += before.slice(at, edit.range.start) + edit.newText;
    at = edit.range.end;
  }
  text += before.slice(at, range.end);
  const newText = text.slice(0, added.range.start - start) + added.newText + text.slice(added.range.end - start);
  const reasons = [...new Set([...met.flatMap(({ edit }) => edit.reasons), ...added.reasons])];
  return sorted([...edits.filter((edit) => !met.some((one) => one.edit === edit)), { range, newText, reasons }]);
}

interface Placed {
  readonly edit: ComposedEdit;
  /** Where its new text lies now. */
  readonly start: number;
  readonly end: number;
  /** What is to be taken from an offset in front of it, or behind it, to get that of the first text. */
  readonly shiftBefore: number;
  readonly shiftBehind: number;
}

function placesAfter(edits: readonly ComposedEdit[]): readonly Placed[] {
  let shift = 0;
  return edits.map((edit) => {
    const start = edit.range.start + shift;
    const end = start + edit.newText.length;
    const shiftBefore = shift;
    shift += edit.newText.length - (edit.range.end - edit.range.start);
    return { edit, start, end, shiftBefore, shiftBehind: shift };
  });
}

function sorted(edits: ComposedEdit[]): ComposedEdit[] {
  return edits.sort((a, b) => a.range.start - b.range.start);
}
