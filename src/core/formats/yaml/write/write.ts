import { applyEdits, type TextEdit } from '../../../text/text-edit';
import { draftOf } from '../../../tree/draft';
import type { TreeEdit } from '../../../tree/edit';
import type { Plain } from '../../../tree/query';
import type { ConfigDocument } from '../../document';
import { readYaml } from '../read';
import { contextOf, type WriteContext } from './context';
import { isAsExpected } from './expected';
import { printEntry } from './print';
import { type Step, stepsOf } from './steps';

/**
 * The text edits that make the tree edits in a YAML text, in file order. `undefined` where one of them has no place in it:
 * values that come through an alias, a merge key or an interpolation, and whatever does not read back as it was asked for. Of
 * two changes of one thing the later one counts, and a change inside of what is removed or replaced does nothing.
 */
export function writeYaml(document: ConfigDocument, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined {
  if (edits.some((edit) => 'value' in edit && !isKnown(edit.value))) return undefined;
  const context = contextOf(document);
  const made = fillEmpty(context, document, edits) ?? makeEdits(context, edits);
  if (!made) return undefined;
  const after = readYaml(applyEdits(document.text, made));
  return isAsExpected(document, after, edits) ? made : undefined;
}

function isKnown(value: Plain): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined;
  return Object.values(value).every(isKnown);
}

/** Keys for a text that has none yet, but comments perhaps. */
function fillEmpty(context: WriteContext, { text, root }: ConfigDocument, edits: readonly TreeEdit[]): TextEdit[] | undefined {
  const isEmpty = root.kind === 'object' && root.value.list.length === 0 && !context.spots.has(root) && !context.hasRoot;
  if (!isEmpty) return undefined;
  const lines = edits.flatMap((edit) => {
    if (edit.kind === 'add-entry' && edit.object === root)
      return printEntry(edit.key, { value: draftOf(edit.value) }, context.unit);
    return [];
  });
  const lead = text === '' || text === '\ufeff' || /[\r\n]$/.test(text) ? '' : context.lineEnd;
  const newText = lead + lines.map((line) => line + context.lineEnd).join('');
  return [{ range: { start: text.length, end: text.length }, newText }];
}

/** From the end of the text to its start, so that what is inside of a thing comes before it. */
function makeEdits(context: WriteContext, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined {
  const made: TextEdit[] = [];
  for (const step of stepsOf(context, edits) ?? [UNABLE]) {
    const now = step.make(takeInside(made, step.end));
    if (!now) return undefined;
    for (const edit of now) made.push(edit);
  }
  const ordered = made.sort(inFileOrder);
  // Only in texts that could not be read properly are there parts that overlap.
  const isSafe = ordered.every(({ range }, index) => range.start >= (ordered[index - 1]?.range.end ?? 0));
  return isSafe ? ordered : undefined;
}

const UNABLE: Step = { start: 0, end: 0, make: () => undefined };

/** The edits that were made last are those inside of the thing that ends here, if there are any. */
function takeInside(made: TextEdit[], end: number): readonly TextEdit[] {
  let from = made.length;
  while (from > 0 && (made[from - 1]?.range.start ?? end) < end) from--;
  return made.splice(from).sort(inFileOrder);
}

function inFileOrder(a: TextEdit, b: TextEdit): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
