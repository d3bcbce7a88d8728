import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hocon } from '../../../../src/core/formats/hocon/index';
import { type ConfigNode, entry, keyRange, type ObjectNode } from '../../../../src/core/tree/node';
import { at, type Path } from '../../../../src/core/tree/query';

/** The text at the node of the path and at its key. */
function places(text: string, path: Path): { readonly key: string; readonly value: string } {
  const { root } = hocon.read(text);
  const found = entry(at(root, path.slice(0, -1)) as ObjectNode, String(path.at(-1)));
  assert.ok(found);
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return { key: cut(keyRange(found)), value: cut(found.value) };
}

const cases: readonly (readonly [name: string, text: string, path: Path, key: string, value: string])[] = [
  ['a number', ' a = 12 # c', ['a'], 'a', '12'],
  ['a text in quotes', '"a" : "x y" ,', ['a'], '"a"', '"x y"'],
  ['a text without quotes', 'a b = x  y  # c', ['a b'], 'a b', 'x  y'],
  ['a text in three quotes', 'a = """x\ny""" ', ['a'], 'a', '"""x\ny"""'],
  ['an object', 'a { b = 1 } # c', ['a'], 'a', '{ b = 1 }'],
  ['a list', 'a = [1, 2] \n', ['a'], 'a', '[1, 2]'],
  ['pieces', 'a = [1] [2] \n', ['a'], 'a', '[1] [2]'],
  ['a step', 'a.b.c = 1', ['a'], 'a', 'b.c = 1'],
  ['the next step', 'a.b.c = 1', ['a', 'b'], 'b', 'c = 1'],
  ['the last step', 'a.b.c = 1', ['a', 'b', 'c'], 'c', '1'],
  ['a replaced value: the last key', 'a = 1\na  = 2', ['a'], 'a', '2'],
  ['a merged object: the last part', 'a { b = 1 }\n"a" { c = 2 }', ['a'], 'a', '{ c = 2 }'],
  ['a merged object: what is in the first part', 'a { b = 1 }\na { c = 2 }', ['a', 'b'], 'b', '1'],
  ['behind a tab', 'a\t=\t"x"', ['a'], 'a', '"x"'],
  ['a value that is missing', 'a = # c\n', ['a'], 'a', ''],
];
for (const [name, text, path, key, value] of cases)
  test(`place: ${name}`, () => assert.deepEqual(places(text, path), { key, value }));

test('comments have places', () => {
  const text = '# one \na = 1 // two\nb = [ # three\n1\n# four\n]\nc = "# no" // five';
  const { comments } = hocon.read(text);
  assert.deepEqual(
    comments.map(({ start, end }) => text.slice(start, end)),
    ['# one', '// two', '# three', '# four', '// five'],
  );
});

test('replaced values are kept as superseded', () => {
  const text = 'a = 1\nb { x = 1 }\na = 2\nb { x = 2 }\nb { y = 3 }';
  const { root } = hocon.read(text);
  const superseded = (node: ConfigNode | undefined) =>
    node?.kind === 'object' ? node.value.superseded.map(({ key, value }) => [key, value.value]) : undefined;
  assert.deepEqual(superseded(root), [['a', 1]]);
  assert.deepEqual(superseded(at(root, ['b'])), [['x', 1]]);
});

test('a value that a reference may bring back is not superseded', () => {
  const { root } = hocon.read('a = [1]\na += [2]\nb = 1\nb = ${?FL_B}');
  assert.deepEqual(root.kind === 'object' && root.value.superseded, []);
});

test('many keys are indexed', () => {
  const text = Array.from({ length: 100 }, (_, i) => `k${i} = ${i}`).join('\n');
  const { root } = hocon.read(text);
  assert.equal(entry(root as ObjectNode, 'k77')?.value.value, 77);
});
