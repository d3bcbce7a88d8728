import { applyEdits, type TextEdit } from '../../../text/text-edit';
import type { TreeEdit } from '../../../tree/edit';
import type { Plain } from '../../../tree/query';
import { isAsExpected } from '../../as-expected';
import type { ConfigDocument } from '../../document';
import { readYaml } from '../read';
import { contextOf, type WriteContext } from './context';
import { fillEmpty } from './empty';
import { stepsOf } from './steps';

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

/** From the end of the text to its start, so that what is inside of a thing comes before it. */
function makeEdits(context: WriteContext, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined {
  const made: TextEdit[] = [];
  const steps = stepsOf(context, edits);
  if (!steps) return undefined;
  for (const step of steps) {
    const now = step.make(takeInside(made, step.end));
    if (!now) return undefined;
    for (const edit of now) made.push(edit);
  }
  const ordered = made.sort(inFileOrder);
  // Only in texts that could not be read properly are there parts that overlap.
  const isSafe = ordered.every(({ range }, index) => range.start >= (ordered[index - 1]?.range.end ?? 0));
  return isSafe ? ordered : undefined;
}

/** The edits that were made last are those inside of the thing that ends here, if there are any. */
function takeInside(made: TextEdit[], end: number): readonly TextEdit[] {
  let from = made.length;
  while (from > 0 && (made[from - 1]?.range.start ?? end) < end) from--;
  return made.splice(from).sort(inFileOrder);
}

function inFileOrder(a: TextEdit, b: TextEdit): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
