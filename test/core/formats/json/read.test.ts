import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { refusalOf } from '../../../../src/core/formats/document';
import { readJson } from '../../../../src/core/formats/json/read';
import { DEEPEST } from '../../../../src/core/formats/json/strict';
import { readTolerantly } from '../../../../src/core/formats/json/tolerant';
import { applyEdits } from '../../../../src/core/text/text-edit';
import { get } from '../../../../src/core/tree/node';
import { toPlain, walk } from '../../../../src/core/tree/query';

function value(text: string): unknown {
  const document = readJson(text);
  assert.equal(refusalOf(document), undefined, `${text} is refused: ${refusalOf(document)?.message}`);
  return toPlain(document.root);
}

function refusal(text: string): string | undefined {
  const problem = refusalOf(readJson(text));
  return problem && `${problem.refusal}: ${problem.message}`;
}

test('a text that JSON.parse reads has the same value', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 1, 2), (json, indent) => {
      const text = JSON.stringify(JSON.parse(json), null, indent);
      assert.deepEqual(value(text), JSON.parse(text));
    }),
    { numRuns: 300, seed: 11 },
  );
});

test('the strict and the tolerant reader build the same tree', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), (text) => {
      const shape = (root: Parameters<typeof walk>[0]) =>
        [...walk(root)].map(({ kind, start, end }) => `${kind} ${start} ${end}`);
      assert.deepEqual(shape(readTolerantly(text).root), shape(readJson(text).root));
    }),
    { numRuns: 200, seed: 12 },
  );
});

test('no text makes the reader throw, and ranges nest inside the text', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '\\',
    '//x\n',
    '/*',
    '1',
    '-',
    'NaN',
    'tru',
    ' ',
    '\n',
    '\uFEFF',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const { root, problems } = readJson(text);
      for (const node of [...walk(root), ...problems.map((problem) => problem.range)]) {
        assert.ok(0 <= node.start && node.start <= node.end && node.end <= text.length, `${text}: ${node.start}-${node.end}`);
      }
    }),
    { numRuns: 2000, seed: 13 },
  );
});

test('what Python accepts beyond JSON is accepted', () => {
  assert.deepEqual(value('[NaN, Infinity, -Infinity]'), [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  assert.deepEqual(value('{"a": 1, "b": 2, "a": 3}'), { a: 3, b: 2 });
  assert.deepEqual(Object.keys(value('{"b": 1, "a": 2, "b": 3}') as object), ['b', 'a']);
  assert.equal(value('"\\ud800"'), '\ud800');
});

test('integers and floats are told apart as Python does', () => {
  const kinds = (readJson('[1, -0, 1.0, 1e2, 12345678901234567890]').root.value as readonly { kind: string }[]).map(
    ({ kind }) => kind,
  );
  assert.deepEqual(kinds, ['integer', 'integer', 'float', 'float', 'integer']);
});

test('what Python refuses is refused', () => {
  const texts = [
    '',
    ' ',
    '{',
    '{"a":1,}',
    "{'a':1}",
    '[1,]',
    '01',
    '1.',
    '+1',
    '-NaN',
    '{"a" 1}',
    '{"a":1} x',
    '// c\n1',
    '"a\tb"',
    '"\\x"',
    '"\\u00g0"',
    'nul',
    '\uFEFF{}',
  ];
  for (const text of texts) assert.ok(refusal(text), `${JSON.stringify(text)} is accepted`);
  assert.equal(refusal('\uFEFF{}'), 'reject: the file starts with a byte-order mark');
  assert.match(refusal('1'.repeat(4301)) ?? '', /4,300 digits/);
  assert.match(refusal('['.repeat(DEEPEST + 1) + ']'.repeat(DEEPEST + 1)) ?? '', /^crash: values are nested too deeply/);
  assert.match(refusal('['.repeat(100_000)) ?? '', /^crash/);
});

test('reading goes on behind a mistake', () => {
  const { root, problems } = readJson('{"a": 1 "b": [1, 2,], "c": }');
  assert.deepEqual(toPlain(root), { a: 1, b: [1, 2, undefined], c: undefined });
  assert.deepEqual(
    problems.map((problem) => problem.fix?.title),
    ['Insert a comma', 'Remove the trailing comma', undefined],
  );
  assert.ok(root.kind === 'object' && root.value.incomplete);
});

/** What is reported of a text, and the text after the fix of its first problem. */
function mistakes(text: string): readonly (string | undefined)[] {
  const { problems } = readJson(text);
  const [first] = problems;
  return [...problems.map(({ message }) => message), first?.fix && applyEdits(text, first.fix.edits)];
}

test('a bracket that is missing or wrong is one mistake, and its fix is no comma', () => {
  assert.deepEqual(mistakes('{"a": [{"b": {"c": 1}]}'), ['"}" is missing before this "]"', '{"a": [{"b": {"c": 1}}]}']);
  assert.deepEqual(mistakes('{"a": [{"b": {"c": 1\n  ]}'), ['"}}" is missing before this "]"', undefined]);
  const inBlock = '{"a": [\n  {\n    "b": 1\n]}';
  assert.deepEqual(mistakes(inBlock), ['"}" is missing before this "]"', '{"a": [\n  {\n    "b": 1}\n]}']);
  assert.deepEqual(mistakes('{\n  "a": [\n    {\n      "b":\n        1\n      ]\n    }\n  ]\n}').at(-1), undefined);
  // One of the brackets in between may be the one that is missing.
  assert.deepEqual(mistakes('{"a": [\n  {\n    "b": {\n  }\n]}'), ['"}" is missing before this "]"', undefined]);
  assert.deepEqual(mistakes('{"a": [1, 2}'), ['"]" is missing before this "}"', '{"a": [1, 2]}']);
  assert.deepEqual(mistakes('{"a": [1] ]'), ['"}" is expected in the place of this "]"', '{"a": [1] }']);
  assert.deepEqual(mistakes('["a" "b"]'), ['a comma is expected', '["a", "b"]']);
});

test('words of Python and strings in other quotes are one mistake each, with their remedy', () => {
  assert.deepEqual(mistakes('{"a": True}'), ['JSON writes true, not True', '{"a": true}']);
  assert.deepEqual(mistakes('{"a": [None, 1]}'), ['JSON writes null, not None', '{"a": [null, 1]}']);
  const single = 'JSON has no single quotes; strings stand in double quotes';
  assert.deepEqual(mistakes("{'a b': 1}"), [single, '{"a b": 1}']);
  assert.deepEqual(mistakes("{'a': 'x'}"), [single, single, '{"a": \'x\'}']);
  assert.deepEqual(mistakes('{a: 1}'), ['this is not a JSON value; strings stand in double quotes', '{"a": 1}']);
  assert.deepEqual(mistakes('{"a": \'it"s\'}').at(-1), undefined);
});

test('a colon that is missing before a value is put in', () => {
  assert.deepEqual(mistakes('{"a" 1, "b": 2}'), ['a colon is expected', '{"a": 1, "b": 2}']);
  assert.deepEqual(mistakes('{"a", "b": 2}'), ['a colon is expected', undefined]);
});

test('a mistake on another line is reported besides', () => {
  assert.deepEqual(mistakes('{"a": True,\n"b": 1 "c": 2}').slice(0, 2), ['JSON writes true, not True', 'a comma is expected']);
});

test('a key that comes twice keeps the replaced entry', () => {
  const { root } = readJson('{"a": 1, "a": 2}');
  assert.ok(root.kind === 'object');
  assert.equal(get(root, 'a')?.value, 2);
  assert.deepEqual(
    root.value.superseded.map((entry) => entry.keyStart),
    [1],
  );
});

test('a key named __proto__ is an ordinary key', () => {
  const plain = value('{"__proto__": {"x": 1}}') as object;
  assert.deepEqual(Object.keys(plain), ['__proto__']);
});

test('what stands behind a key that is being typed is read as if the key were not there', () => {
  const above = '{\n  "name": "a",\n';
  const below = '\n  "deploy_map": { "app": ["@ALL"] },\n  "min_clients": 2\n}\n';
  for (const [typed, message] of [
    ['"mand', 'the string is not closed on its line'],
    ['"mand"', 'a colon is expected'],
    ['"mand":', 'a value is expected'],
    ['"mand" : ', 'a value is expected'],
  ] as const) {
    for (const text of [`${above}  ${typed}${below}`, `${above}\n  ${typed}${below}`.replaceAll('\n', '\r\n')]) {
      const { root, problems } = readJson(text);
      const rest = { name: 'a', mand: undefined, deploy_map: { app: ['@ALL'] }, min_clients: 2 };
      assert.deepEqual(toPlain(root), rest, typed);
      assert.deepEqual(
        problems.map((problem) => problem.message),
        [message],
        typed,
      );
      assert.equal(
        text.slice(problems[0]?.range.start, problems[0]?.range.end),
        typed.replace(/\W+$/, '') + (typed.slice(5).startsWith('"') ? '"' : ''),
      );
    }
  }
});

test('a value on a line of its own is no key that is being typed', () => {
  assert.match(JSON.stringify(toPlain(readJson('{\n  "a":\n    "b"\n  "c": 1\n}').root)), /"a":"b"/);
  const { root: list } = readJson('{ "a": [\n  "b"\n  "c": 1 ] }');
  assert.ok([...walk(list)].some(({ value: text }) => text === 'b'));
});
