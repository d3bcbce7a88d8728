import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ConfigFormat } from '../../../src/core/formats/format';
import { applyEdits } from '../../../src/core/text/text-edit';
import type { TreeEdit } from '../../../src/core/tree/edit';
import { type ArrayNode, type ConfigNode, entry, type ObjectNode } from '../../../src/core/tree/node';
import { at, type Path, type Plain } from '../../../src/core/tree/query';

/** Edits as data: paths instead of nodes. */
export type Change =
  | { replace: Path; value: Plain }
  | { rename: Path; key: string }
  | { remove: Path }
  | { add: Path; key: string; value: Plain; after?: string | null }
  | { insert: Path; value: Plain; index?: number }
  | { front: Path; keys: string[] };

/** The edit of a tree that a change stands for. */
export function treeEdit(root: ConfigNode, change: Change): TreeEdit {
  const node = (path: Path) => at(root, path) as ConfigNode;
  const entryAt = (path: Path) => {
    const found = entry(node(path.slice(0, -1)) as ObjectNode, String(path.at(-1)));
    assert.ok(found, `no entry at ${path}`);
    return found;
  };
  if ('replace' in change) return { kind: 'replace', node: node(change.replace), value: change.value };
  if ('rename' in change) return { kind: 'rename-key', entry: entryAt(change.rename), key: change.key };
  if ('add' in change) return { kind: 'add-entry', object: node(change.add) as ObjectNode, ...change };
  if ('insert' in change) return { kind: 'add-item', array: node(change.insert) as ArrayNode, ...change };
  if ('front' in change) return { kind: 'move-to-front', object: node(change.front) as ObjectNode, keys: change.keys };
  const holder = node(change.remove.slice(0, -1));
  if (holder.kind === 'object') return { kind: 'remove-entry', object: holder, entry: entryAt(change.remove) };
  return { kind: 'remove-item', array: holder as ArrayNode, item: node(change.remove) };
}

/** The text with the changes made; `undefined` where the writer of the format says that they cannot be. */
export function textWith(format: ConfigFormat, text: string, changes: readonly Change[]): string | undefined {
  const document = format.read(text);
  const edits = format.write(
    document,
    changes.map((change) => treeEdit(document.root, change)),
  );
  return edits && applyEdits(text, edits);
}

/** A test that the changes turn one text into the other, with line ends of both kinds. */
export function checkChanges(
  format: ConfigFormat,
  title: string,
  changes: readonly Change[],
  before: string,
  after: string,
): void {
  test(title, () => {
    assert.equal(textWith(format, before, changes), after);
    // A text of one line does not say how its lines end.
    if (!before.includes('\n')) return;
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    assert.equal(textWith(format, windows(before), changes), windows(after), 'with CRLF');
  });
}
