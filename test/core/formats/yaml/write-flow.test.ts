import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yaml } from '../../../../src/core/formats/yaml/index';
import { check, written } from './write-support';

const LINE = 'a: {x: 1, y: [2, "3"]}\n';
check('replace', [{ replace: ['a', 'x'], value: { z: [] } }], LINE, 'a: {x: {z: []}, y: [2, "3"]}\n');
check('words that brackets cut are quoted', [{ replace: ['a', 'x'], value: 'b,c' }], LINE, 'a: {x: "b,c", y: [2, "3"]}\n');
check(
  'add',
  [
    { add: ['a'], key: 'z', value: 'b' },
    { insert: ['a', 'y'], value: 4 },
  ],
  LINE,
  'a: {x: 1, y: [2, "3", 4], z: b}\n',
);
check('add in front', [{ add: ['a'], key: 'z', value: 0, after: null }], LINE, 'a: {z: 0, x: 1, y: [2, "3"]}\n');
check('remove the first', [{ remove: ['a', 'x'] }], LINE, 'a: {y: [2, "3"]}\n');
check('remove the last', [{ remove: ['a', 'y'] }], LINE, 'a: {x: 1}\n');
check('remove all', [{ remove: ['a', 'y', 0] }, { remove: ['a', 'y', 1] }], LINE, 'a: {x: 1, y: []}\n');
check('move', [{ front: ['a'], keys: ['y'] }], LINE, 'a: {y: [2, "3"], x: 1}\n');
check('rename', [{ rename: ['a', 'x'], key: 'n: m' }], LINE, 'a: {"n: m": 1, y: [2, "3"]}\n');
check(
  'over lines',
  [{ add: [], key: 'c', value: 3 }, { remove: ['a'] }],
  '{\n  "a": 1, # one\n  "b": 2 # two\n}\n',
  '{\n  "b": 2,\n  "c": 3 # two\n}\n',
);
check('a comma at the end', [{ remove: ['a'] }], '{a: 1,}\n', '{}\n');
check('a comma at the end of more', [{ add: [], key: 'b', value: 2 }], '{a: 1,}\n', '{a: 1, b: 2,}\n');
check('an empty list', [{ insert: ['a'], value: 'x' }], 'a: [] # c\n', 'a: [x] # c\n');

test('what comes from elsewhere is not written', () => {
  const text = 'a: &x {p: 1}\nb: *x\nc: {<<: *x, q: 2}\nd: ${a}\ne: n-${c.q}\n';
  assert.equal(written(text, [{ replace: ['b', 'p'], value: 2 }]), undefined);
  assert.equal(written(text, [{ replace: ['b'], value: 2 }]), undefined);
  assert.equal(written(text, [{ replace: ['c', 'p'], value: 2 }]), undefined);
  assert.equal(written(text, [{ remove: ['c', 'p'] }]), undefined);
  assert.equal(written(text, [{ rename: ['c', 'p'], key: 'r' }]), undefined);
  assert.equal(written(text, [{ add: ['d'], key: 'r', value: 1 }]), undefined);
  assert.equal(written(text, [{ replace: ['e'], value: 1 }]), undefined);
});

test('what others come from is not changed either', () => {
  const text = 'a: &x {p: 1}\nb: *x\nc: ${d}\nd: 1\n';
  assert.equal(written(text, [{ remove: ['a'] }]), undefined);
  assert.equal(written(text, [{ replace: ['a', 'p'], value: 2 }]), undefined);
  assert.equal(written(text, [{ rename: ['d'], key: 'e' }]), undefined);
  assert.equal(written(text, [{ remove: ['b'] }]), 'a: &x {p: 1}\nc: ${d}\nd: 1\n');
  assert.equal(written(text, [{ rename: ['b'], key: 'e' }]), 'a: &x {p: 1}\ne: *x\nc: ${d}\nd: 1\n');
});

test('a key that is there already is not added', () => {
  assert.equal(written('a: 1\n', [{ add: [], key: 'a', value: 2 }]), undefined);
});

test('unknown values are not written', () => {
  assert.equal(written('a: 1\n', [{ replace: ['a'], value: undefined }]), undefined);
  assert.throws(() => yaml.print(undefined), /unknown/);
});

test('texts with mistakes', () => {
  assert.equal(written('a: @x\nb: 1\n', [{ replace: ['a'], value: '@x' }]), 'a: "@x"\nb: 1\n');
  assert.equal(written('a: @x\nb: 1\n', [{ add: [], key: 'c', value: 2 }]), 'a: @x\nb: 1\nc: 2\n');
  assert.equal(written('a: [1\nb: 1\n', [{ replace: ['b'], value: 2 }]), 'a: [1\nb: 2\n');
});
