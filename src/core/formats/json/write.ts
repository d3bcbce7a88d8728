import type { TextEdit } from '../../text/text-edit';
import type { TreeEdit } from '../../tree/edit';
import type { ConfigDocument } from '../document';
import { printOnLine } from './print';

/** The text edits that make the tree edits in a JSON text; `undefined` where one of them has no place in it. */
export function writeJson(_document: ConfigDocument, edits: readonly TreeEdit[]): readonly TextEdit[] | undefined {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    if (edit.kind === 'replace') {
      result.push({ range: { start: edit.node.start, end: edit.node.end }, newText: printOnLine(edit.value) });
    } else if (edit.kind === 'rename-key') {
      result.push({ range: { start: edit.entry.keyStart, end: edit.entry.keyEnd }, newText: JSON.stringify(edit.key) });
    } else return undefined;
  }
  return result;
}
