import { applyEdits, type TextEdit } from '../../../text/text-edit';
import type { TreeEdit } from '../../../tree/edit';
import { isAsExpected } from '../../as-expected';
import type { ConfigDocument } from '../../document';
import { readHocon } from '../read';
import { contextOf } from './context';
import { isKnown, makeEdits } from './steps';

/**
 * The text edits that make the tree edits in a HOCON text, in file order. `undefined` where one of them has no place in it: values
 * that come through a reference, parts of a key of several steps that would leave an empty object, texts that pyhocon cannot have there, and
 * whatever else does not read back as it was asked for. Of two changes of one thing the later one counts, and a change inside of
 * what is removed or replaced does nothing.
 */
export function writeHocon(document: ConfigDocument, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined {
  if (edits.some((edit) => 'value' in edit && !isKnown(edit.value))) return undefined;
  const made = makeEdits(contextOf(document), edits);
  if (!made) return undefined;
  const after = readHocon(applyEdits(document.text, made));
  return isAsExpected(document, after, edits) ? made : undefined;
}
