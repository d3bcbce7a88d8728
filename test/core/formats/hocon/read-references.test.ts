import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hocon } from '../../../../src/core/formats/hocon/index';
import { at, toPlain } from '../../../../src/core/tree/query';
import { checkMeanings } from './read-support';

const crash = { refusal: 'crash' } as const;
const value = <T>(of: T) => ({ value: of });

checkMeanings([
  // References.
  ['a reference to what comes before or behind', 'a = 1\nb = ${a}\nc = ${d}\nd = x', value({ a: 1, b: 1, c: 'x', d: 'x' })],
  ['a chain', 'a = ${b}\nb = ${c}\nc = 4', value({ a: 4, b: 4, c: 4 })],
  ['inside of a text', 'd = /x\na = ${d}/y ${d}', value({ d: '/x', a: '/x/y /x' })],
  ['not inside quotes', 'a = "${b}"', value({ a: '${b}' })],
  ['with a path', 'a { b { c = 1 } }\nd = ${a.b.c}\ne = ${a.b}', value({ a: { b: { c: 1 } }, d: 1, e: { c: 1 } })],
  ['with quotes', '"a.b" = 1\nc = ${"a.b"}', value({ 'a.b': 1, c: 1 })],
  ['blanks count', 'a = 1\nb = ${ a }', crash],
  ['an object with more', 'a { b = 1 }\nc = ${a} { d = 2 }', value({ a: { b: 1 }, c: { b: 1, d: 2 } })],
  ['a list with more', 'a = [1]\nb = ${a} [2]', value({ a: [1], b: [1, 2] })],
  ['a list and a text', 'a = [1]\nb = ${a} x', crash],
  ['true becomes Python’s', 'a = true\nb = ${a}x', value({ a: true, b: 'Truex' })],
  ['to null drops the key', 'a = null\nb = ${a}', value({ a: null })],
  ['undefined and optional drops the key', 'a = 1\nb = ${?c}', value({ a: 1 })],
  ['undefined and optional in a text', 'b = x${?c}y', value({ b: 'xy' })],
  ['undefined and optional in a list is null', 'a = [${?b}]', value({ a: [null] })],
  ['undefined and optional in a list that has its index is left out', 'a = [1, ${?b}, 2]', value({ a: [1, 2] })],
  ['undefined', 'a = ${b}', { refusal: 'crash', says: /b is not defined/ }],
  ['through what is no object', 'a = 5\nb = ${?a.c}', { refusal: 'crash', says: /no object/ }],
  ['in a list at the top', '[${a}]', crash],
  ['without a path', 'a = ${?}', crash],
  ['not closed', 'a = ${b', crash],
  ['in a circle', 'a = ${b}\nb = ${a}', { refusal: 'crash', says: /back to itself/ }],
  ['to itself', 'a = ${a}', { refusal: 'crash', says: /back to itself/ }],
  ['to its earlier value', 'a = 1\na = ${a}2', value({ a: '12' })],
  ['to its earlier object', 'a { b = 1 }\na = ${a} { c = 2 }', value({ a: { b: 1, c: 2 } })],
  ['optional to itself, in the last key', 'b = 1\na = ${?a}', value({ b: 1 })],
  ['optional to itself, before another key', 'a = ${?a}\nb = 1', { refusal: 'crash', says: /walks over the keys/ }],
  ['an earlier value comes back', 'a = 1\na = ${?b}', value({ a: 1 })],
  ['without end', 'x = ${?d}, c.d = ${?a}\nc = ${?a}, b = ', { refusal: 'crash', says: /come to an end/ }],

  // The environment.
  ['what is meant for the environment is unknown', 'a = ${HOME}/x', value({ a: undefined })],
  ['also where it is optional', 'port = 1\nport = ${?FL_PORT}', value({ port: undefined })],

  // Includes.
  ['an include is not there for the server', 'include "x.conf"\na = 1', value({ a: 1 })],
  ['include file', 'include file("x.conf")\na = 1', value({ a: 1 })],
  ['include url', 'include url("http://x/y.conf")\na = 1', value({ a: 1 })],
  ['a required one fails', 'include required("x.conf")', { refusal: 'crash', says: /without its folder/ }],
  ['one of many files fails', 'include "*.conf"', { refusal: 'crash', says: /many files/ }],
  ['one of no URL is rejected', 'include url("x")', { refusal: 'reject', says: /URL/ }],
  ['one of no package is rejected', 'include package("x")', { refusal: 'reject', says: /PACKAGE:PATH/ }],
  ['the word alone is a word', 'include = 1\na = include x', value({ include: 1, a: 'include x' })],
  ['but not before file, url and package', 'a = include file x', crash],
  ['in a list it leaves nothing', 'a = [include "x", 1]', value({ a: [1] })],
  ['as a value it is an object of its own', 'a = include "x"', value({ a: undefined })],
  ['what it may define is unknown', 'include "x.conf"\na = ${b}', value({ a: undefined })],
  ['and may be of any kind', 'include "x.conf"\na = ${b} [1]', value({ a: undefined })],
]);

test('a value through a reference stands there, and knows where it is written', () => {
  const text = 'a = [1, 2]\nb { c = "x" }\nd = ${a}\ne = ${b}\nf = ${b.c}\n';
  const { root } = hocon.read(text);
  const place = (node: { start: number; end: number } | undefined) => node && text.slice(node.start, node.end);
  for (const [key, written, origin] of [
    ['d', '${a}', '[1, 2]'],
    ['e', '${b}', '{ c = "x" }'],
    ['f', '${b.c}', '"x"'],
  ] as const) {
    const node = at(root, [key]);
    assert.equal(place(node), written);
    assert.equal(place(node?.origin), origin);
  }
  assert.equal(place(at(root, ['e', 'c'])), '"x"');
  assert.equal(at(root, ['a'])?.origin, undefined);
});

test('an object with an include may have more keys', () => {
  const { root } = hocon.read('a { include "x.conf", b = 1 }\nc {}');
  const incomplete = (key: string) => {
    const node = at(root, [key]);
    return node?.kind === 'object' && node.value.incomplete;
  };
  assert.equal(incomplete('a'), true);
  assert.equal(incomplete('c'), false);
});

test('references that multiply are given up', () => {
  const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1} = \${a${i}} \${a${i}}`);
  const { problems, root } = hocon.read(`a0 = [x]\n${lines.join('\n')}`);
  assert.match(problems[0]?.message ?? '', /very long/);
  assert.equal(problems[0]?.refusal, undefined);
  assert.deepEqual(toPlain(at(root, ['a0']) ?? root), ['x']);
});

test('a thousand references are followed', () => {
  const lines = Array.from({ length: 1000 }, (_, i) => `k${i} = \${base}/${i}`);
  const { root, problems } = hocon.read(`base = /x\n${lines.join('\n')}`);
  assert.deepEqual(problems, []);
  assert.equal(at(root, ['k999'])?.value, '/x/999');
});
