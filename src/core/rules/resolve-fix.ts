import type { ConfigDocument } from '../formats/document';
import { type Formats, formatOf } from '../formats/index';
import { applyEdits, type TextEdit } from '../text/text-edit';
import type { TreeEdit } from '../tree/edit';
import { allAsWritten } from './as-written';
import type { Change, Fix } from './finding';

/** What a host has to do for a fix: text edits per file, and changes of the folder, in this order. */
export interface ResolvedFix {
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  readonly fileChanges: readonly Exclude<Change, { kind: 'tree' | 'text' }>[];
}

/** The document of a file as the job that the fix was found in has it. */
export type DocumentOf = (file: string) => ConfigDocument | undefined;

/**
 * Turns the changes of a fix into text edits, by the writers of the files' formats. `undefined` where a format cannot express
 * a change, or where a file is gone; such a fix is not offered.
 */
export function resolveFix(fix: Fix, formats: Formats, documentOf: DocumentOf): ResolvedFix | undefined {
  const trees = new Map<string, TreeEdit[]>();
  const edits = new Map<string, TextEdit[]>();
  const fileChanges: Exclude<Change, { kind: 'tree' | 'text' }>[] = [];
  for (const change of fix.changes) {
    if (change.kind === 'tree') push(trees, change.file, change.edit);
    else if (change.kind === 'text') push(edits, change.file, change.edit);
    else fileChanges.push(change);
  }
  for (const [file, treeEdits] of trees) {
    const document = documentOf(file);
    const format = formats[formatOf(file) ?? 'json'];
    if (format && !('write' in format)) throw new Error('the host did not load the writers');
    const own = document && allAsWritten(treeEdits, document.root);
    const written = own && format?.write(document, own);
    if (!written) return undefined;
    for (const edit of written) push(edits, file, edit);
  }
  return { edits, fileChanges };
}

/** The text of a file after the edits of a resolved fix. */
export function fixedText(resolved: ResolvedFix, file: string, text: string): string {
  return applyEdits(text, resolved.edits.get(file) ?? []);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
