import type { TextEdit } from '../text/text-edit';
import type { TreeEdit } from '../tree/edit';
import type { Entry, ObjectNode } from '../tree/node';
import type { Change, Fix } from './finding';

/** A fix that changes one tree. */
export function treeFix(title: string, file: string, edit: TreeEdit, isPreferred = false): Fix {
  return { title, changes: [{ kind: 'tree', file, edit }], isPreferred };
}

/** A fix that edits the text of a file where no tree says what to change. */
export function textFix(title: string, file: string, edits: readonly TextEdit[], isPreferred = false): Fix {
  return { title, changes: edits.map((edit) => ({ kind: 'text', file, edit })), isPreferred };
}

/** A fix that makes several changes at once. */
export function fixOf(title: string, changes: readonly Change[], isPreferred = false): Fix {
  return { title, changes, isPreferred };
}

/** A fix that takes a key with its value away. */
export function removeKey(file: string, object: ObjectNode, entry: Entry, isPreferred = false): Fix {
  return treeFix(`Remove "${entry.key}"`, file, { kind: 'remove-entry', object, entry }, isPreferred);
}

/** A fix that gives a key its right name; its own one makes a text of a key that is read as something else. */
export function renameKey(file: string, entry: Entry, key: string, isPreferred = false): Fix {
  return treeFix(
    key === entry.key ? `Put "${key}" in quotes` : `Rename to "${key}"`,
    file,
    { kind: 'rename-key', entry, key },
    isPreferred,
  );
}
