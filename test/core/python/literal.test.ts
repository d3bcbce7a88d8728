import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Literal } from '../../../src/core/python/literal';
import { readLiteral } from '../../../src/core/python/literal';

const string = (value: string): Literal => ({ kind: 'string', value });
const integer = (value: number): Literal => ({ kind: 'integer', value });

const VALUES: readonly (readonly [text: string, value: Literal])[] = [
  ['None', { kind: 'none' }],
  ['True', { kind: 'boolean', value: true }],
  ['-1_000', integer(-1000)],
  ['0x1F', integer(31)],
  ['1e3', { kind: 'float', value: 1000 }],
  ['-.5', { kind: 'float', value: -0.5 }],
  ["'it''s'", string('its')],
  ['"a\\n\\x41\\u00e9\\q" r"\\n"', string('a\nAé\\q\\n')],
  ['"""two\r\nlines"""', string('two\nlines')],
  ['(1)', integer(1)],
  ['(1,)', { kind: 'tuple', items: [integer(1)] }],
  ['1, 2', { kind: 'tuple', items: [integer(1), integer(2)] }],
  ['()', { kind: 'tuple', items: [] }],
  ['[1, # one\n "a",]', { kind: 'list', items: [integer(1), string('a')] }],
  ['{"a": {}}', { kind: 'dict', entries: [[string('a'), { kind: 'dict', entries: [] }]] }],
  ['{1, 2}', { kind: 'set', items: [integer(1), integer(2)] }],
  ['set()', { kind: 'set', items: [] }],
];

for (const [text, value] of VALUES) test(`${text} is a literal`, () => assert.deepEqual(readLiteral(text), value));

const OTHERS = [
  '',
  'x',
  'f"a"',
  'b"a"',
  '...',
  '1j',
  '1 + 2',
  '--1',
  '[x]',
  '[1',
  '{1: 2, 3}',
  '"a',
  'list()',
  '01',
  '1__0',
  '[i for i in x]',
  'None.x',
];
for (const text of OTHERS) test(`${text || 'nothing'} is no literal`, () => assert.equal(readLiteral(text), undefined));

test('deep values are left alone', () => assert.equal(readLiteral(`${'['.repeat(5000)}${']'.repeat(5000)}`), undefined));
