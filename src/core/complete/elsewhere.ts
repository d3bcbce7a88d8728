import type { TextEdit } from '../index';
import { applyEdits } from '../index';
import type { TreeEdit } from '../tree/edit';
import { type Bring, treeEdits } from './brings';
import type { Asked } from './request';

/**
 * The edits of the text, besides the offer's own, that make what it brings; none of them touches the range of the offer. The text is
 * read with the offer in it, so that what is half-typed is whole. None where the format cannot write one of them.
 */
export function editsElsewhere(
  { text, format, place }: Pick<Asked, 'text' | 'format' | 'place'>,
  main: TextEdit,
  brings: readonly Bring[],
): readonly TextEdit[] {
  const own = [...place.edits, main];
  const document = format.read(applyEdits(text, own));
  for (const wanted of together(brings.map((bring) => treeEdits(bring, document.root)))) {
    const made = format.write(document, wanted)?.map((edit) => inOldText(edit, own));
    if (made?.every((edit) => edit !== undefined && isBeside(edit, main))) return made.filter((edit) => edit !== undefined);
  }
  return [];
}

/** All first ways, then all second ways; where something has only one way, that one. */
function together(ways: readonly (readonly (readonly TreeEdit[])[])[]): readonly (readonly TreeEdit[])[] {
  if (ways.some((each) => each.length === 0)) return [];
  const most = Math.max(...ways.map((each) => each.length));
  return Array.from({ length: most }, (_, index) => ways.flatMap((each) => each[Math.min(index, each.length - 1)] ?? []));
}

/** An edit of the text after some edits as one of the text before; `undefined` where it is about what they wrote. */
function inOldText({ range, newText }: TextEdit, own: readonly TextEdit[]): TextEdit | undefined {
  const start = oldOffset(range.start, own);
  const end = oldOffset(range.end, own);
  return start === undefined || end === undefined ? undefined : { range: { start, end }, newText };
}

function oldOffset(offset: number, own: readonly TextEdit[]): number | undefined {
  let grown = 0;
  for (const { range, newText } of [...own].sort((a, b) => a.range.start - b.range.start)) {
    const start = range.start + grown;
    if (offset < start) break;
    if (offset <= start + newText.length && newText !== '')
      return offset === start ? range.start : offset === start + newText.length ? range.end : undefined;
    grown += newText.length - (range.end - range.start);
  }
  return offset - grown;
}

/** What is put in right at the range of the offer would be before or behind it as the editor likes; what is taken out there is not. */
function isBeside({ range }: TextEdit, main: TextEdit): boolean {
  const isInsertion = range.start === range.end;
  const { start, end } = main.range;
  return isInsertion ? range.end < start || range.start > end : range.end <= start || range.start >= end;
}
