import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yaml } from '../../../../src/core/formats/yaml/index';

test('a value is printed in blocks, short lists on a line', () => {
  const value = {
    name: 'hello',
    deploy_map: { app: ['@ALL'] },
    empty: [{}, []],
    workflows: [{ id: 'a', args: { n: 1.5, on: true, none: null } }, [[1], ['x']]],
    long: Array.from({ length: 3 }, () => 'a word of quite some length, and more'),
  };
  assert.equal(
    yaml.print(value),
    `name: hello
deploy_map:
  app: ["@ALL"]
empty:
  - {}
  - []
workflows:
  - id: a
    args:
      n: 1.5
      "on": true
      none: null
  -
`.replace('  -\n', '  - - [1]\n    - [x]\n') +
      `long:
  - a word of quite some length, and more
  - a word of quite some length, and more
  - a word of quite some length, and more
`,
  );
});

test('text is quoted where it would be read as something else, and only there', () => {
  const quoted: readonly (readonly [string, string])[] = [
    ['@ALL', '"@ALL"'],
    ['{VAR}', '"{VAR}"'],
    ['on', '"on"'],
    ['010', '"010"'],
    ['1_000', '"1_000"'],
    ['1:30', '"1:30"'],
    ['1e5', '"1e5"'],
    ['.inf', '".inf"'],
    ['~', '"~"'],
    ['', '""'],
    ['2024-01-31', '"2024-01-31"'],
    ['<<', '"<<"'],
    ['a: b', '"a: b"'],
    ['a:', '"a:"'],
    ['a #b', '"a #b"'],
    [' a', '" a"'],
    ['- a', '"- a"'],
    ['*a', '"*a"'],
    ['!a', '"!a"'],
    ['&a', '"&a"'],
    ['%a', '"%a"'],
    ['---', '"---"'],
    ["'a", '"\'a"'],
    ['a\nb', '"a\\nb"'],
    ['a\u2028b', '"a\\u2028b"'],
    ['${x}', "'\\${x}'"],
    ['\\${x}', "'\\\\\\${x}'"],
  ];
  for (const [value, text] of quoted) assert.equal(yaml.print({ k: value }), `k: ${text}\n`);
  const plain = [
    'a b',
    'a:b',
    'a#b',
    'http://h/p',
    '-a',
    '10s',
    'a,b',
    "it's",
    '$x',
    'train*',
    '???',
    '0o8',
    'é😀',
    'nULL',
    '_1',
  ];
  for (const value of plain) assert.equal(yaml.print({ k: value }), `k: ${value}\n`);
});

test('numbers', () => {
  const value = [0, -0, 1e21, 1.5e-7, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  assert.equal(yaml.print(value), '[0, -0.0, 1.0e+21, 1.5e-7, .nan, .inf, -.inf]\n');
});

test('drafts with comments', () => {
  const text = yaml.printDraft({
    kind: 'object',
    head: '# top',
    foot: ['# end'],
    entries: [
      { key: 'a', value: { kind: 'integer', digits: '9007199254740993' }, above: ['# of a'], beside: '# one' },
      { key: 'b', value: { kind: 'float', value: 1 }, above: ['', '# of b'] },
      {
        key: 'c',
        beside: '# after c',
        value: {
          kind: 'array',
          head: '# in c',
          foot: ['# last'],
          items: [
            { value: { kind: 'null' }, beside: '# none' },
            { value: { kind: 'object', entries: [{ key: 'x', value: { kind: 'boolean', value: true } }] }, above: ['# of x'] },
          ],
        },
      },
    ],
  });
  assert.equal(
    text,
    '# top\n# of a\na: 9007199254740993 # one\n\n# of b\nb: 1.0\nc: # in c\n  - null # none\n  # of x\n  - x: true\n  # last\n  # after c\n# end\n',
  );
});
