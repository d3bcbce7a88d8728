import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJson } from '../../../../src/core/formats/json/read';
import { spliced } from '../../../../src/core/formats/json/spliced';
import { STAND_IN } from '../../../../src/core/formats/typing/typed-place';
import { typingAt } from '../../../../src/core/formats/typing/typing-in-brackets';
import { toPlain } from '../../../../src/core/tree/query';

/** The tree of a text with the caret at `|`, with the stand-in put into it. */
function splicedAt(marked: string): unknown {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const typing = typingAt(text, caret, { isHocon: false });
  assert.ok(typing);
  const root = spliced(readJson(text).root, typing);
  return root && toPlain(root);
}

for (const [text, expected] of [
  ['{ "a": "|" }', { a: STAND_IN }],
  ['{ "a": ["x", "y|", "z"] }', { a: ['x', STAND_IN, 'z'] }],
  ['{ "a": ["x", |"z"] }', { a: ['x', STAND_IN, 'z'] }],
  ['{ "a": { "b": 1, "c|" } }', { a: { b: 1, [STAND_IN]: null } }],
  ['{ "a": { "b|": 1 } }', { a: { [STAND_IN]: 1 } }],
  ['{ "a": [{ "b": [] }, { "b": [|] }] }', { a: [{ b: [] }, { b: [STAND_IN] }] }],
  ['{ "a\\u0062": "|" }', { ab: STAND_IN }],
  ['{ "a": 1, | "c": 2 }', { a: 1, c: 2, [STAND_IN]: null }],
] as const) {
  test(`the tree of ${text} gets the stand-in`, () => assert.deepEqual(splicedAt(text), expected));
}

test('a tree without the place gets nothing', () => {
  const typing = typingAt('{ "a": "" }', 8, { isHocon: false });
  assert.ok(typing);
  assert.equal(spliced(readJson('{ "b": "" }').root, typing), undefined);
});
