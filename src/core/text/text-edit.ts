import type { Range } from './range';

/** Replace the range of the old text by the new one. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/**
 * The text with all edits made. The edits refer to the old text, may come in any order and must not overlap;
 * of two insertions at one offset, the first given comes first.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.range.start - b.edit.range.start || a.edit.range.end - b.edit.range.end || a.index - b.index);
  let result = '';
  let position = 0;
  for (const { edit } of ordered) {
    if (edit.range.start < position) throw new Error('overlapping edits');
    result += text.slice(position, edit.range.start) + edit.newText;
    position = edit.range.end;
  }
  return result + text.slice(position);
}
