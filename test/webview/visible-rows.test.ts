import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visibleRows } from '../../src/vscode/webview/visible-rows';

test('a short list is drawn as a whole', () => {
  assert.deepEqual(visibleRows(4, 24, 0, 500, 10), { first: 0, end: 4 });
  assert.deepEqual(visibleRows(0, 24, 0, 500, 10), { first: 0, end: 0 });
});

test('of a long list what is in sight is drawn, with some rows to spare', () => {
  for (const scrollTop of [0, 100, 24 * 5000, 24 * 9990]) {
    const { first, end } = visibleRows(10_000, 24, scrollTop, 480, 10);
    const top = scrollTop / 24;
    assert.ok(first <= Math.max(0, top - 10) && end >= Math.min(10_000, top + 30), `${first} to ${end} at ${scrollTop}`);
    assert.ok(end - first <= 60, `${end - first} rows`);
  }
});

test('a scroll by a row or two draws nothing anew', () => {
  assert.deepEqual(visibleRows(10_000, 24, 24 * 5001, 480, 10), visibleRows(10_000, 24, 24 * 5003, 480, 10));
});

test('a list that has become shorter than where it was scrolled to still ends with its last row', () => {
  assert.deepEqual(visibleRows(5, 24, 24 * 9000, 480, 10), { first: 0, end: 5 });
});
