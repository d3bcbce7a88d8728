import type { Range } from '../../src/core/text/range';

/** A text without its markers, and the places that they marked. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Range[];
}

/** Takes the markers `<|` and `|>` out of a text. Marks may lie in one another. */
export function unmark(source: string): Marked {
  const marks: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of source.split(/(<\||\|>)/)) {
    if (piece === '<|') {
      const mark = { start: text.length, end: -1 };
      marks.push(mark);
      open.push(mark);
    } else if (piece === '|>') {
      const mark = open.pop();
      if (!mark) throw new Error('a mark is closed that was not opened');
      mark.end = text.length;
    } else text += piece;
  }
  if (open.length > 0) throw new Error('a mark is not closed');
  return { text, marks };
}
