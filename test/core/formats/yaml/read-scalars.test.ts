import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readYaml } from '../../../../src/core/formats/yaml/read';
import { reads, readsWords, refuses } from './support';

readsWords('null', [
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['', null],
  ['nULL', 'nULL'],
  ['none', 'none'],
]);
readsWords('booleans of YAML 1.1, without the one-letter ones', [
  ['yes', true],
  ['No', false],
  ['ON', true],
  ['off', false],
  ['true', true],
  ['FALSE', false],
  ['tRUE', 'tRUE'],
  ['y', 'y'],
  ['N', 'N'],
]);
readsWords('integers', [
  ['0', 0],
  ['-0', 0],
  ['+5', 5],
  ['1_000', 1000],
  ['1__0', 10],
  ['_1', '_1'],
  ['010', 8],
  ['0_7', 7],
  ['08', '08'],
  ['-0x1F', -31],
  ['0x', '0x'],
  ['0b11', 3],
  ['0b2', '0b2'],
  ['0o17', '0o17'],
  ['9007199254740993', 9007199254740992],
]);
readsWords('sexagesimal integers and floats', [
  ['1:30', 90],
  ['190:20:30', 685230],
  ['1:60', '1:60'],
  ['0:30', '0:30'],
  ['1:30.5', 'float 90.5'],
  ['0:30.5', 'float 30.5'],
]);
readsWords('floats as OmegaConf defines them', [
  ['1.', 'float 1'],
  ['.5', 'float 0.5'],
  ['-.5', '-.5'],
  ['+.5', '+.5'],
  ['1e5', 'float 100000'],
  ['1E+5', 'float 100000'],
  ['1.e5', 'float 100000'],
  ['.5e3', '.5e3'],
  ['.5e+3', 'float 500'],
  ['1_0.5_0', 'float 10.5'],
  ['-0.0', 'float -0'],
  ['1e400', 'float Infinity'],
  ['.inf', 'float Infinity'],
  ['-.INF', 'float -Infinity'],
  ['.nan', 'float NaN'],
  ['.Nan', '.Nan'],
  ['.', '.'],
]);
readsWords('dates stay text', [
  ['2024-01-31', '2024-01-31'],
  ['2001-12-14t21:59:43.10-05:00', '2001-12-14t21:59:43.10-05:00'],
]);
readsWords('quotes make text of anything', [
  ["'010'", '010'],
  ['"on"', 'on'],
  ["''", ''],
  ["'it''s'", "it's"],
  ['"\\x41\\u00e9\\U0001F600\\t\\/\\_\\N"', 'Aé😀\t/\xa0\x85'],
]);
readsWords('words with odd characters inside', [
  ['a:b', 'a:b'],
  ['a#b', 'a#b'],
  ['http://h:1/p', 'http://h:1/p'],
  ['-a', '-a'],
  ['?a', '?a'],
  ['a, b]', 'a, b]'],
  ['train*', 'train*'],
  ['$x', '$x'],
  ['10s', '10s'],
  ['???', '???'],
]);

reads('a variable in braces is an object with null', 'a: {VAR}\n', { a: { VAR: null } });
reads('an unquoted & is an anchor of nothing', 'a: &x\nb: 1\n', { a: null, b: 1 });
reads('a byte-order mark', '\ufeffa: 1\n', { a: 1 });
reads('line ends of all kinds', 'a: 1\r\nb: 2\rc: 3\x85d: 4\u2028e: 5', { a: 1, b: 2, c: 3, d: 4, e: 5 });
reads('a value over lines is folded', 'a: one\n  two\n\n  three\n', { a: 'one two\nthree' });
reads('a quoted value needs no indentation', 'a: "one\ntwo"\n', { a: 'one two' });
reads('an escaped line end joins', 'a: "one\\\n   two"\n', { a: 'onetwo' });
reads('literal and folded values', 'a: |\n x\n  y\n\nb: >-\n x\n y\n\n z\n', { a: 'x\n y\n', b: 'x y\nz' });
reads('a literal that keeps its end, and one that says its indentation', 'a: |+\n x\n\nb: |1\n   x\n', {
  a: 'x\n\n',
  b: '  x\n',
});
reads('tags choose the type', 'a: !!str 5\nb: !!int "7"\nc: !!float 1\nd: !!str\ne: ! "8"\n', {
  a: '5',
  b: 7,
  c: 'float 1',
  d: '',
  e: 8,
});
reads('pairs and ordered maps are lists of lists', 'a: !!omap [x: 1]\nb: !!pairs [x: 1, x: 2]\n', {
  a: [['x', 1]],
  b: [
    ['x', 1],
    ['x', 2],
  ],
});
reads('bytes are of no use to a configuration', 'a: !!binary aGVsbG8=\n', { a: '?' });

refuses('an unquoted @', 'a: <|@ALL|>\n', 'crash', 'a value that begins with @ has to be quoted', { a: '@ALL' });
refuses('an unquoted backtick', 'a: [<|`x`|>]\n', 'crash', 'a value that begins with ` has to be quoted', { a: ['`x`'] });
refuses('an unquoted % within a line', 'a: <|%x|>\n', 'crash', /begins with %/, { a: '%x' });
refuses('an unquoted ! is a tag that nobody knows', 'a: !x <|b|>\n', 'crash', /does not know the tag '!x'/, { a: '?' });
refuses('an unquoted * is an alias', 'a: <|*x|>\n', 'crash', 'no anchor &x stands before this alias', { a: '?' });
refuses('a star alone', 'a: <|*|>\n', 'crash', /\* names an anchor/, { a: '?' });
refuses('= as a value', 'a: <|=|>\n', 'crash', "'=' cannot be read by NVFLARE's YAML loader; quote it", { a: '?' });
test('<< as a value', () => {
  const [problem, ...others] = readYaml('a: [<<]\n').problems;
  assert.equal(problem?.message, "'<<' cannot be read by NVFLARE's YAML loader; quote it");
  assert.deepEqual(problem.fix?.edits, [{ range: { start: 4, end: 6 }, newText: '"<<"' }]);
  assert.deepEqual([problem.refusal, others], ['crash', []]);
});
refuses('an escape that YAML does not have', 'a: "x<|\\q|>"\n', 'crash', '\\q is no escape sequence of YAML', { a: 'x\\q' });
refuses('an escape beyond Unicode is a ValueError', 'a: "<|\\U00110000|>"\n', 'reject', /beyond the last character/);
refuses('too few digits in an escape', 'a: "<|\\x4|>"\n', 'crash', '\\x needs 2 hexadecimal digits');
refuses('a date by tag', 'a: !!timestamp <|2024-01-31|>\n', 'reject', /no dates/, { a: '?' });
refuses('a tag that the text does not fit', 'a: !!int <|x|>\n', 'reject', /Python cannot read this/, { a: '?' });
refuses('a tag for booleans fails in another way', 'a: !!bool <|x|>\n', 'crash', /Python cannot read this/);
refuses('digits that only look like a number', 'a: <|0x_|>\n', 'reject', /Python cannot read this/);
refuses('more digits than Python reads', `a: <|${'9'.repeat(4301)}|>\n`, 'reject', /Python cannot read this/);
refuses('a control character', 'a: "<|\x07|>"\n', 'crash', 'the character U+0007 cannot stand in a YAML file');
