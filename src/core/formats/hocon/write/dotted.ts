import type { TextEdit } from '../../../text/text-edit';
import { draftOf } from '../../../tree/draft';
import type { TreeEdit } from '../../../tree/edit';
import { lineEnd } from '../parse/cursor';
import { quoteKey } from '../quote';
import type { ObjectSource, WriteContext } from './context';
import { beginsLine, indentAt } from './lines';
import { memberText } from './value';

/**
 * Adds a key to an object that only keys of several steps make: another such key behind the last of them, `args.b = 2` behind
 * `args.a = 1`. `undefined` where the object is made otherwise, or where the new key cannot be a step as it is.
 */
export function addDotted(
  context: WriteContext,
  sources: readonly ObjectSource[],
  { key, value }: Extract<TreeEdit, { readonly kind: 'add-entry' }>,
): TextEdit | undefined {
  const source = sources.at(-1);
  if (source?.kind !== 'steps' || quoteKey(key) !== key) return undefined;
  const { entry, step } = source.occurrence;
  const [first, last] = [entry.path[0], entry.path[step - 1]];
  if (!first || !last) return undefined;
  const { text } = context;
  const prefix = `${text.slice(first.start, last.end)}.`;
  const { end } = entry.value;
  const at = lineEnd(text, end);
  const hasOwnLine = beginsLine(text, entry.keyStart) && /^[ \t]*,?[ \t]*(?:(?:#|\/\/).*)?$/.test(text.slice(end, at));
  if (!hasOwnLine) {
    const newText = `, ${prefix}${memberText(context, key, draftOf(value), { indent: '', isInline: true })}`;
    return { range: { start: end, end }, newText };
  }
  // A line end separates as well as a comma does.
  const indent = indentAt(text, entry.keyStart);
  const written = memberText(context, key, draftOf(value), { indent, isInline: false });
  return { range: { start: at, end: at }, newText: `${context.lineEnd}${indent}${prefix}${written}` };
}
