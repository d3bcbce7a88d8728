import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hocon } from '../../../../src/core/formats/hocon/index';
import { type Plain, toPlain } from '../../../../src/core/tree/query';
import { applied } from './read-support';

/** What is left of a text with mistakes, and what is said of the first of them. */
const cases: readonly (readonly [text: string, tree: Plain, says: RegExp, fixed?: string])[] = [
  ['a = @ALL\nb = 2', { a: undefined, b: 2 }, /with @ needs quotes/, 'a = "@ALL"\nb = 2'],
  ['a = [@ALL, x]', { a: [undefined, 'x', undefined] }, /with @ needs quotes/, 'a = ["@ALL", x]'],
  ['a = train* # c\nb = 2', { a: undefined, b: 2 }, /with \* needs quotes/, 'a = "train*" # c\nb = 2'],
  ['a = {VAR}\nb = 2', { a: { VAR: undefined }, b: 2 }, /behind this key/, 'a = "{VAR}"\nb = 2'],
  ['"a" { @t = 1\nb = 2 }', { a: { b: 2 } }, /@ cannot start/, '"a" { "@t" = 1\nb = 2 }'],
  ['a = "x\nb = 2', { a: undefined, b: 2 }, /not closed by a quote/],
  ['a = 1 b = 2\nc = 3', { a: undefined, c: 3 }, /line end is missing/],
  ['a\nb = 2', { a: undefined, b: 2 }, /behind this key/],
  ['a = [1, 2\nb = 3', { a: [1, 2, undefined, undefined] }, /bracket is not closed/],
  ['a { b = 1\nc = 2', { a: { b: 1, c: 2 } }, /brace is not closed/],
  ['a = [1 }', { a: [1, undefined, undefined] }, /bracket is not closed/],
  ['a { b = [1 }\nc = 2', { a: { b: [1, undefined] }, c: 2 }, /bracket is expected/],
  ['a = 1 }\nb = 2', { a: undefined, b: 2 }, /no brace is open/],
  ['{ a = 1 }\nb = 2', { a: 1 }, /more text/],
  ['{ a = 1 {} b = 2 }', { a: undefined }, /./],
  ['a = { b = 1 } x\nc = 2', { c: 2 }, /cannot join/],
  ['a = 1\na { b = 1 }\nc = 2', { a: 1, c: 2 }, /fails to merge/],
  ['= 1\nb = 2', { b: 2 }, /a key is expected/],
  ['\ufeff{ a = 1 }', { a: 1 }, /byte-order mark/, '{ a = 1 }'],
  [`a = ${'['.repeat(90)}1${']'.repeat(90)}\nb = 2`, undefined, /too deeply/],
];
for (const [text, tree, says, fixed] of cases) {
  test(`goes on behind the mistake in ${JSON.stringify(text.slice(0, 40))}`, () => {
    const { root, problems } = hocon.read(text);
    const first = problems.find(({ refusal }) => refusal !== undefined);
    assert.match(first?.message ?? 'nothing is said', says);
    if (tree !== undefined) assert.deepEqual(toPlain(root), tree);
    if (fixed !== undefined) assert.equal(applied(text, first?.fix?.edits ?? []), fixed);
  });
}

test('one mistake is said once', () => {
  for (const text of [
    'a = @ALL',
    'a = {VAR}',
    'a = "x',
    '\ufeff{ a = 1 }',
    'a {',
    'a = [',
    'a = ${b',
    'a = ${b}',
    '@x = 1',
    'a = b = c',
    'a # c, d',
  ])
    assert.equal(hocon.read(text).problems.length, 1, `${text}: ${hocon.read(text).problems.map(({ message }) => message)}`);
});
