import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '../../../src/core/formats/index';
import { packFile } from '../../../src/core/job/pack/pack-file';
import { packedText } from '../../../src/core/job/pack/packed-text';
import { NEWEST, parseRelease } from '../../../src/core/job/release';
import { TEST_FORMATS } from '../../support/formats';

type Format = 'json' | 'hocon' | 'yaml';

/** The text that is written in place of a file, or why there is none. */
function packed(text: string, format: Format = 'json', release = NEWEST): string {
  const document = readConfig(TEST_FORMATS, format, text);
  const packing = packFile(document, release);
  if (packing.kind === 'fails')
    return `fails: ${packing.failures.map(({ reason, at }) => `${reason} at ${text.slice(at.start, at.end)}`)}`;
  return packing.kind === 'unknown' ? 'unknown' : (packedText(document, packing) ?? 'no text').replace(/\s+/g, ' ').trim();
}

function check(cases: Readonly<Record<string, string>>, format: Format = 'json'): void {
  for (const [text, expected] of Object.entries(cases)) assert.equal(packed(text, format), expected, text);
}

test('a file that begins with a plain value is kept as it is, in the layout of pyhocon', () => {
  const json = '{"a":1,"b":{"c":[1.0,null,{"d":"é\\n"}]},"e":[],"f":{}}';
  const document = readConfig(TEST_FORMATS, 'json', json);
  const packing = packFile(document, NEWEST);
  assert.ok(packing.kind === 'packed');
  const text =
    '{\n  "a": 1,\n  "b": {\n    "c": [\n      1.0,\n      null,\n      {\n        "d": "é\\n"\n      }\n    ]\n  },\n  "e": [],\n  "f": {}\n}\n';
  assert.equal(packedText(document, packing), text);
});

test('HOCON loses its comments, and keeps the quotes that keys need', () => {
  check({ '// why\nn = 1 # so\na.b = 1\n"x.y" = [1, 2]\nb = yes': '{ n = 1 a { b = 1 } "x.y" = [ 1 2 ] b = "yes" }' }, 'hocon');
});

test('only what is in the first entry is kept where that is an object or a list of objects', () => {
  check({
    '{"a":{"b":1},"c":2}': '{ "b": 1 }',
    '{"a":[{"b":1}],"c":2}': '[ { "b": 1 } ]',
    '{"a":[[]],"c":2}': '[ [] ]',
    '{"a":{},"b":[{}],"c":{"d":{"e":1},"f":2}}': '{ "d": { "e": 1 }, "f": 2 }',
    '{"a":{},"c":2,"d":{"e":1}}': '{ "a": {}, "c": 2, "d": { "e": 1 } }',
    '{"a":[],"d":{"e":1}}': '{ "a": [], "d": { "e": 1 } }',
    '{"a":[1,null],"d":{"e":1}}': '{ "a": [ 1, null ], "d": { "e": 1 } }',
    '{"a":[null,{}],"d":1}': '{ "a": [ null, {} ], "d": 1 }',
  });
});

test('keys of JSON are paths', () => {
  check({
    '{"n":1,"a.b":2,"a":{"c":3},"a.d":4}': '{ "n": 1, "a": { "b": 2, "c": 3, "d": 4 } }',
    '{"n":1,"a":5,"a.b":2}': '{ "n": 1, "a": { "b": 2 } }',
    '{"n":1,"@x":2,"$y":3,"p:q":4}': '{ "n": 1, "x": 2, "y": 3, "p": { "q": 4 } }',
    '{"n":1,"\\"a.b\\"":2}': '{ "n": 1, "a.b": 2 }',
    '{"n":1,"a b":2,"a/b":3}': '{ "n": 1, "a b": 2, "a/b": 3 }',
  });
});

test('what ends in an internal error', () => {
  check({
    '[1]': 'fails: not-an-object at [1]',
    '{}': 'fails: empty at {}',
    '{"a":{}}': 'fails: empty at {"a":{}}',
    '{"n":1,"*":2}': 'fails: nameless-key at "*"',
    '{"n":1,"components":[{"id":"x"},{"path":"a.B"},3]}': 'fails: no-id at {"path":"a.B"},component at 3',
    '{"n":1,"components":{"x":1}}': 'fails: components at {"x":1}',
    '{"n":1,"components":[]}': '{ "n": 1, "components": [] }',
    '{"n":1,"args":{"path":null}}': 'fails: path at null',
    '{"n":1,"path":["a"]}': 'fails: path at ["a"]',
    '{"n":1,"path":[["a"],1]}': 'fails: path at 1',
    '{"n":"\\ud800"}': 'fails: half-character at "\\ud800"',
    '{"n":': 'fails: unreadable at :',
  });
  check({ 'n = 1, t = 10s': 'fails: odd-value at 10s', 'n = 1, t = [[null]]': 'fails: odd-value at null' }, 'hocon');
  check({ 'n = 1, t = ${HOME}x': 'no text', 't = ${HOME}x, n = 1': 'unknown' }, 'hocon');
});

test('YAML could be written up to 2.7', () => {
  assert.match(packed('n: 1', 'yaml'), /^fails: yaml/);
  assert.equal(packed('n: 1', 'yaml', parseRelease('2.7')), 'no text');
  assert.equal(packed('1: 1', 'yaml', parseRelease('2.7')), 'fails: nameless-key at 1');
});

test('values and keys that are not read as they were written', () => {
  const damaged = (text: string, format: Format) => {
    const document = readConfig(TEST_FORMATS, format, text);
    const packing = packFile(document, NEWEST);
    assert.ok(packing.kind === 'packed');
    return packing.damage.map(({ what, at }) => `${what} ${text.slice(at.start, at.end)}`);
  };
  assert.deepEqual(damaged('{"n":1,"a\\\\b":NaN,"c":"\\u0001"}', 'json'), ['a key "a\\\\b"', 'a number NaN']);
  assert.deepEqual(damaged('n = 1, t = "\\n\\t", u = "\\n\\"", "a(b)" = "\\t"', 'hocon'), ['a string "\\n\\t"', 'a key "a(b)"']);
});
