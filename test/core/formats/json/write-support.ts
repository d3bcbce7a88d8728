import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json } from '../../../../src/core/formats/json/index';
import { type Change, textWith } from '../tree-change';

/** The text with the changes made; `undefined` where the writer says that they cannot be. */
export function written(text: string, changes: readonly Change[]): string | undefined {
  return textWith(json, text, changes);
}

/** A test that the changes turn one text into the other; also with CRLF and, where the text shows its indentation, with tabs. */
export function check(title: string, changes: readonly Change[], before: string, after: string): void {
  test(title, () => {
    assert.equal(written(before, changes), after);
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    assert.equal(written(windows(before), changes), windows(after), 'with CRLF');
    if (/^ /m.test(before) && !before.includes('//')) {
      const tabs = (text: string) => text.replace(/^ +/gm, (spaces) => '\t'.repeat(spaces.length / 2));
      assert.equal(written(tabs(before), changes), tabs(after), 'with tabs');
    }
  });
}
