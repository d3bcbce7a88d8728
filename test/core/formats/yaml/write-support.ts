import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yaml } from '../../../../src/core/formats/yaml/index';
import { applyEdits } from '../../../../src/core/text/text-edit';
import type { TreeEdit } from '../../../../src/core/tree/edit';
import { type ArrayNode, type ConfigNode, entry, type ObjectNode } from '../../../../src/core/tree/node';
import { at, type Path, type Plain } from '../../../../src/core/tree/query';

/** Edits as data: paths instead of nodes. */
export type Change =
  | { replace: Path; value: Plain }
  | { rename: Path; key: string }
  | { remove: Path }
  | { add: Path; key: string; value: Plain; after?: string | null }
  | { insert: Path; value: Plain; index?: number }
  | { front: Path; keys: string[] };

function treeEdit(root: ConfigNode, change: Change): TreeEdit {
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

/** The text with the changes made; `undefined` where the writer says that they cannot be. */
export function written(text: string, changes: readonly Change[]): string | undefined {
  const document = yaml.read(text);
  const edits = yaml.write(
    document,
    changes.map((change) => treeEdit(document.root, change)),
  );
  return edits && applyEdits(text, edits);
}

/** A test that the changes turn one text into the other, with line ends of both kinds. */
export function check(title: string, changes: readonly Change[], before: string, after: string): void {
  test(title, () => {
    assert.equal(written(before, changes), after);
    // A text of one line does not say how its lines end.
    if (!before.includes('\n')) return;
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    assert.equal(written(windows(before), changes), windows(after), 'with CRLF');
  });
}
