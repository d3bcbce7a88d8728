import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hocon } from '../../../../src/core/formats/hocon/index';
import { applyEdits } from '../../../../src/core/text/text-edit';
import { type Change, treeEdit } from '../json/write-support';

/** The text with the changes made; `undefined` where the writer says that they cannot be. */
export function written(text: string, changes: readonly Change[]): string | undefined {
  const document = hocon.read(text);
  const edits = hocon.write(
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
