import type { Formats } from '../formats/index';
import type { Change } from '../rules/finding';
import { type DocumentOf, resolveFix } from '../rules/resolve-fix';
import { LineIndex } from '../text/line-index';
import type { TextEdit } from '../text/text-edit';
import type { TreeEdit } from '../tree/edit';
import { type EditNote, type EditPlan, type PlannedChange, type Refusal, refuse } from './plan';

/** A change of the folder itself. */
export type FileChange = Exclude<Change, { readonly kind: 'tree' | 'text' }>;

/** What a host has to do for a plan: text edits per file and then changes of the folder, some of which a person should confirm. */
export interface ResolvedPlan {
  readonly title: string;
  readonly edits: ReadonlyMap<string, readonly { readonly edit: TextEdit; readonly doubt: string | undefined }[]>;
  readonly fileChanges: readonly { readonly change: FileChange; readonly doubt: string | undefined }[];
  readonly notes: readonly EditNote[];
}

/**
 * The text edits of a plan, by the writers of the files' formats, which the host has loaded. Refuses with the place where a format
 * cannot express a change, so that a plan is made whole or not at all.
 */
export function resolvePlan(plan: EditPlan, formats: Formats, documentOf: DocumentOf): ResolvedPlan | Refusal {
  const edits = new Map<string, { edit: TextEdit; doubt: string | undefined }[]>();
  const fileChanges: { change: FileChange; doubt: string | undefined }[] = [];
  for (const [doubt, changes] of byDoubt(plan.changes)) {
    const resolved = resolveFix({ title: plan.title, changes, isPreferred: false }, formats, documentOf);
    if (!resolved) return refuse(culprit(changes, formats, documentOf));
    for (const [file, own] of resolved.edits) {
      const there = edits.get(file) ?? [];
      edits.set(file, [...there, ...own.map((edit) => ({ edit, doubt }))]);
    }
    fileChanges.push(...resolved.fileChanges.map((change) => ({ change, doubt })));
  }
  return { title: plan.title, edits, fileChanges, notes: plan.notes };
}

function byDoubt(changes: readonly PlannedChange[]): ReadonlyMap<string | undefined, readonly Change[]> {
  const groups = new Map<string | undefined, Change[]>();
  for (const { change, doubt } of changes) {
    const there = groups.get(doubt);
    if (there) there.push(change);
    else groups.set(doubt, [change]);
  }
  return groups;
}

/** The first change that cannot be made by itself; where only all together cannot, the first of all. */
function culprit(changes: readonly Change[], formats: Formats, documentOf: DocumentOf): string {
  const trees = changes.flatMap((one) => (one.kind === 'tree' ? [one] : []));
  const alone = (one: Change) => resolveFix({ title: '', changes: [one], isPreferred: false }, formats, documentOf);
  const found = trees.find((one) => !alone(one)) ?? trees[0];
  if (!found) return 'The change cannot be made.';
  const text = documentOf(found.file)?.text ?? '';
  const { line } = new LineIndex(text).positionAt(offsetOf(found.edit));
  return `${found.file}, line ${line + 1}: what stands there comes from another place, by a reference or an include; change it there by hand.`;
}

function offsetOf(edit: TreeEdit): number {
  switch (edit.kind) {
    case 'replace':
      return edit.node.start;
    case 'rename-key':
    case 'remove-entry':
      return edit.entry.keyStart;
    case 'remove-item':
      return edit.item.start;
    case 'add-item':
      return edit.array.start;
    case 'add-entry':
    case 'move-to-front':
      return edit.object.start;
  }
}
