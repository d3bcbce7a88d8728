import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LineIndex } from '../../../src/core/text/line-index';

test('a byte-order mark is no character of its line, as in an editor, which hides it', () => {
  const lines = new LineIndex('\ufeff{ "a": 1,\n"b": 2 }');
  assert.deepEqual(lines.positionAt(0), { line: 0, character: 0 });
  assert.deepEqual(lines.positionAt(1), { line: 0, character: 0 });
  assert.deepEqual(lines.positionAt(3), { line: 0, character: 2 });
  assert.deepEqual(lines.positionAt(11), { line: 1, character: 0 });
  assert.equal(lines.offsetAt({ line: 0, character: 0 }), 1);
  assert.equal(lines.offsetAt({ line: 0, character: 2 }), 3);
  assert.equal(lines.offsetAt({ line: 1, character: 0 }), 11);
  assert.equal(lines.offsetAt({ line: -1, character: 0 }), 1);
});

test('a text that is nothing but a byte-order mark has one empty line', () => {
  const lines = new LineIndex('\ufeff');
  assert.deepEqual(lines.positionAt(1), { line: 0, character: 0 });
  assert.equal(lines.offsetAt({ line: 0, character: 7 }), 1);
});
