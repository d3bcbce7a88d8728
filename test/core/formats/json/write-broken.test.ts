import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json } from '../../../../src/core/formats/json/index';
import type { Change } from '../tree-change';
import { check, written } from './write-support';

check(
  'comments, which are mistakes, stay: add',
  [
    { add: [], key: 'c', value: 3 },
    { add: [], key: 'd', value: 4, after: 'a' },
  ],
  '{ // top\n  // of a\n  "a": 1, // one\n  "b": 2 // two\n  // end\n}',
  '{ // top\n  // of a\n  "a": 1, // one\n  "d": 4,\n  "b": 2, // two\n  "c": 3\n  // end\n}',
);
check(
  'comments, which are mistakes, stay: remove',
  [{ remove: ['b'] }],
  '{\n  "a": 1, // one\n  // of b\n  "b": 2 // two\n}',
  '{\n  "a": 1 // one\n  // of b\n}',
);
check(
  'comments, which are mistakes, stay: move',
  [{ front: [], keys: ['b'] }],
  '{\n  "a": 1, // one\n  // of b\n  "b": 2 // two\n}',
  '{\n  // of b\n  "b": 2, // two\n  "a": 1 // one\n}',
);
check('a comment does not swallow what moves up to it', [{ remove: ['b'] }], '{"a": 1, // one\n  "b": 2}', '{"a": 1 // one\n}');

test('texts with mistakes', () => {
  const cases: readonly (readonly [string, Change, string | undefined])[] = [
    ['{"a": 1,}', { add: [], key: 'b', value: 2 }, '{"a": 1, "b": 2}'],
    ['{"a": 1,}', { remove: ['a'] }, '{}'],
    ['{"a": 1 "b": 2}', { remove: ['b'] }, '{"a": 1}'],
    ['{"a": 1 "b": 2}', { add: [], key: 'c', value: 3, after: 'a' }, '{"a": 1, "c": 3, "b": 2}'],
    ['{"a": 1 "b": 2}', { add: [], key: 'c', value: 3 }, '{"a": 1 "b": 2, "c": 3}'],
    ['{"a": , "b": 2}', { remove: ['a'] }, '{"b": 2}'],
    ['{"a": , "b": 2}', { replace: ['a'], value: [1] }, '{"a": [1], "b": 2}'],
    ['{"a", "b": 2}', { replace: ['a'], value: 1 }, '{"a": 1, "b": 2}'],
    ['{"a": [1 2], "b": 2}', { insert: ['a'], value: 3, index: 1 }, '{"a": [1, 3, 2], "b": 2}'],
    ['[1,, 2]', { insert: [], value: 3 }, '[1,, 2, 3]'],
    ['[1,, 2]', { insert: [], value: 3, index: 1 }, undefined],
    ['{"a": 1', { add: [], key: 'b', value: 2 }, undefined],
    ['{"a": {}', { add: [], key: 'b', value: 2 }, undefined],
    ['{"a": 1', { replace: ['a'], value: 2 }, '{"a": 2'],
    ['{"a": oops}', { replace: ['a'], value: 2 }, '{"a": 2}'],
    ['', { replace: [], value: { a: 1 } }, '{\n  "a": 1\n}\n'],
    ['\uFEFF{"a": 1}', { add: [], key: 'b', value: 2 }, '\uFEFF{"a": 1, "b": 2}'],
  ];
  for (const [text, change, expected] of cases) assert.equal(written(text, [change]), expected, text);
});

test('what JSON cannot say is refused', () => {
  assert.equal(written('{"a": 1}', [{ replace: ['a'], value: undefined }]), undefined);
  assert.equal(written('{"a": 1}', [{ add: [], key: 'd', value: { x: [undefined] } }]), undefined);
  assert.throws(() => json.print(undefined), /unknown/);
});
