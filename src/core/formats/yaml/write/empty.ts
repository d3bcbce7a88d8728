import type { TextEdit } from '../../../text/text-edit';
import { type Draft, type DraftEntry, draftOf } from '../../../tree/draft';
import type { TreeEdit } from '../../../tree/edit';
import type { ConfigDocument } from '../../document';
import { beginsLine, type WriteContext } from './context';
import { printLines } from './print';

/**
 * The first value of a text that has none yet: no text at all, comments, `---` or null, which OmegaConf all reads as an empty
 * object. `undefined` for any other text.
 */
export function fillEmpty(
  context: WriteContext,
  { text, root }: ConfigDocument,
  edits: readonly TreeEdit[],
): readonly TextEdit[] | undefined {
  const { emptyAt, lineEnd, unit } = context;
  if (!emptyAt || root.kind !== 'object' || root.value.list.length > 0) return undefined;
  const value = firstValue(root, edits);
  if (!value) return undefined;
  const lines = printLines(value, unit).join(lineEnd);
  const lead = beginsLine(text, emptyAt.start) ? '' : lineEnd;
  const tail = emptyAt.end === text.length ? lineEnd : '';
  return [{ range: emptyAt, newText: lead + lines + tail }];
}

function firstValue(root: ConfigDocument['root'], edits: readonly TreeEdit[]): Draft | undefined {
  const entries: DraftEntry[] = [];
  let replaced: Draft | undefined;
  for (const edit of edits) {
    if (edit.kind === 'replace' && edit.node === root) replaced = draftOf(edit.value);
    if (edit.kind !== 'add-entry' || edit.object !== root) continue;
    const entry = { key: edit.key, value: draftOf(edit.value) };
    const after = entries.findIndex(({ key }) => key === edit.after);
    if (edit.after === null) entries.unshift(entry);
    else entries.splice(after < 0 ? entries.length : after + 1, 0, entry);
  }
  return replaced ?? (entries.length > 0 ? { kind: 'object', entries } : undefined);
}
