import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../../../../src/core/formats/index';
import { resolveVariables } from '../../../../src/core/job/config/variables';
import { NEWEST } from '../../../../src/core/job/release';
import { type ConfigNode, entry } from '../../../../src/core/tree/node';
import { TEST_FORMATS } from '../../../support/formats';

/** The keys of a configuration that texts refer to. */
const KEYS = `
  "n": 3, "f": 1.5, "t": true, "no": null, "s": "text", "empty": "", "list": [1, "{n}"], "o": { "a": "{n}" }, "none": {},
  "ref": "{n}", "deep": "{ref}", "self": "{self}", "braces": "{{x}}", "part": "<{n}>",
  "@t": { "p": "{p}", "in": "x {p}", "q": "{undefined}" }, "@e": {}, "@s": "text", "@l": [1]`;

/** A value as JSON, \`?\` for what is not known. */
function told(node: ConfigNode): string {
  switch (node.kind) {
    case 'unknown':
      return '?';
    case 'array':
      return `[${node.value.map(told).join(', ')}]`;
    case 'object':
      return `{ ${node.value.list.map(({ key, value }) => `${key}: ${told(value)}`).join(', ')} }`;
    case 'float':
      return Number.isInteger(node.value) ? `${node.value}.0` : String(node.value);
    default:
      return JSON.stringify(node.value);
  }
}

/** What becomes of a text; \`fails\` where NVFLARE fails over it. */
function resolved(text: string, keys = KEYS): string {
  const { root } = readConfig(TEST_FORMATS, 'json', `{ ${keys}, "it": ${JSON.stringify(text)} }`);
  assert.ok(root.kind === 'object');
  const result = resolveVariables(root, 'server', NEWEST);
  if (result.faults.length > 0) return 'fails';
  const found = entry(result.root, 'it');
  assert.ok(found);
  return told(found.value);
}

function check(cases: Readonly<Record<string, string>>): void {
  for (const [text, expected] of Object.entries(cases)) assert.equal(resolved(text), expected, text);
}

// The values are those of `resolve_var_refs` in NVFLARE 2.9, but for `?`.

test('a text that is only a variable becomes its value, whatever that is', () => {
  check({
    '{n}': '3',
    ' {n} ': '3',
    '{f}': '1.5',
    '{t}': 'true',
    '{no}': 'null',
    '{s}': '"text"',
    '{empty}': '""',
    '{list}': '[1, 3]',
    '{o}': '{ a: 3 }',
    '{none}': '{  }',
    '{ref}': '3',
    '{deep}': '3',
    '{part}': '"<3>"',
  });
});

test('a name that stands for nothing gives null, also one with blanks or of no letter', () => {
  check({ '{undefined}': 'null', '{ n }': 'null', '{}': 'null', '{braces}': 'null' });
});

test('a variable that is its own text stays, and others that go round in a circle fail', () => {
  check({ '{self}': '"{self}"' });
  assert.equal(resolved('{a}', '"a": "{b}", "b": "{a}"'), 'fails');
});

test('variables among other text are put in as Python prints them, and what comes of it is looked at again', () => {
  check({
    'a {n}': '"a 3"',
    '{n}{s}': '"3text"',
    '{n} and {t}': '"3 and True"',
    '{{n}}': '3',
    '{{n}} {n}': '"3 3"',
    '${secret:KEY} {n}': '"${secret:KEY} 3"',
  });
});

test('what Python prints in its own way is not known', () => {
  check({ '{f} of {s}': '?', '{list} x': '?', '{n:03d} x': '?', '{o[a]} x': '?' });
});

test('a text that Python cannot format stays as it is', () => {
  check({
    'a {undefined}': '"a {undefined}"',
    'a {}': '"a {}"',
    'a {0}': '"a {0}"',
    '{n': '"{n"',
    'n}': '"n}"',
    '${secret:KEY}': '"${secret:KEY}"',
  });
});

test('values of a call are numbers and truth values where they look like them', () => {
  const call = (p: string, inText: string) => `{ p: ${p}, in: ${inText}, q: null }`;
  check({
    '{@t:p=abc}': call('"abc"', '"x abc"'),
    '{@t:p=1}': call('1', '"x 1"'),
    '{@t:p=-01}': call('-1', '"x -1"'),
    '{@t:p=1_0}': call('10', '"x 10"'),
    '{@t:p=1.5}': call('1.5', '?'),
    '{@t:p=1e3}': call('1000.0', '?'),
    '{@t:p=.5}': call('0.5', '?'),
    '{@t:p=nan}': call('?', '?'),
    '{@t:p=9007199254740993}': call('?', '?'),
    '{@t:p=True}': call('true', '"x True"'),
    '{@t:p=y}': call('true', '"x True"'),
    '{@t:p=no}': call('false', '"x False"'),
    '{@t:p=None}': call('"None"', '"x None"'),
    '{@t:p=a.b_1}': call('"a.b_1"', '"x a.b_1"'),
    '{@t:p={n}}': call('3', '"x 3"'),
    '{@t:p=x=y}': call('"x=y"', '"x x=y"'),
    '{@t: p = a }': call('" a "', '"x  a "'),
    '{@t:p}': call('""', '"x "'),
    '{@t:other=1}': call('null', '"x {p}"'),
    '{@t}': call('null', '"x {p}"'),
    '{o:a=1}': '{ a: 3 }',
  });
});

test('a call of what is no object, or an empty one, fails', () => {
  check({
    '{n:d}': 'fails',
    '{s:a=1}': 'fails',
    '{@e:p=1}': 'fails',
    '{@s:p=1}': 'fails',
    '{@l:p=1}': 'fails',
    '{@gone:p=1}': 'fails',
  });
});

test('a text that is put into itself ends', () => {
  assert.equal(resolved('{@t:p={p}{p}}', '"@t": { "in": "x {p}" }'), '{ in: ? }');
});
