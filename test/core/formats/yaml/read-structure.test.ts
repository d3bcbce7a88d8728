import { reads, refuses } from './support';

reads('no text', '', {});
reads('comments alone', '# nothing\n', {});
reads('null alone', '~\n', {});
reads('a document mark alone', '---\n...\n', {});
reads('a word alone is a key', 'hello\n', { hello: null });
reads('a list', '- a\n- - b\n  - c\n-\n- d: 1\n  e: 2\n', ['a', ['b', 'c'], null, { d: 1, e: 2 }]);
reads('a list that is not indented', 'a:\n- b\n- c\nd: 1\n', { a: ['b', 'c'], d: 1 });
reads('brackets over lines need no indentation', 'a: [\n1,\n  {x: 1,\ny: 2}\n]\nb: 3\n', { a: [1, { x: 1, y: 2 }], b: 3 });
reads('commas at the end', 'a: [1, 2,]\nb: {x: 1,}\n', { a: [1, 2], b: { x: 1 } });
reads('pairs in a list', '[a: 1, ? b, c: ]\n', [{ a: 1 }, { b: null }, { c: null }]);
reads('keys in braces', '{a, b: , "c":1, ? d : 2}\n', { a: null, b: null, c: 1, d: 2 });
reads('a quoted key may touch its colon and a comment its quote', '{"a":1,\'b\':2}# c\n', { a: 1, b: 2 });
reads('keys that are written out', '? a\n: 1\n? b\n', { a: 1, b: null });
reads('dashes and colons inside of words', 'a-b: c-d\n"e: f": g:h\n', { 'a-b': 'c-d', 'e: f': 'g:h' });
reads('document marks', '%YAML 1.1\n---\na: 1\n...\n', { a: 1 });
reads('a dotted key is one key', 'a.b: 1\n', { 'a.b': 1 });
reads('keys that are no text', '2: a\n1.5: b\non: c\n"2": d\n', {
  'integer 2': 'a',
  'float 1.5': 'b',
  'boolean True': 'c',
  2: 'd',
});
reads('keys that are equal to Python: the first key, the last value', '1: a\ntrue: b\n1.0: c\n', { 'integer 1': 'c' });

reads('an alias', 'a: &x [1]\nb: *x\n', { a: [1], b: [1] });
reads('a merge key', 'a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3\n', { a: { p: 1, q: 2 }, b: { p: 1, q: 3 } });
reads('a list of merged objects: the first one wins', 'a: &x {p: 1}\nb: &y {p: 2, q: 2}\nc: {<<: [*x, *y]}\n', {
  a: { p: 1 },
  b: { p: 2, q: 2 },
  c: { p: 1, q: 2 },
});

refuses('a key that is written twice', 'a: 1\n<|a|>: 2\n', 'crash', "the key 'a' is there already", { a: 2 });
refuses('the same in quotes', 'a: 1\n<|"a"|>: 2\n', 'crash', "the key 'a' is there already", { a: 2 });
reads('numbers may be keys twice', '1: a\n1: b\n', { 'integer 1': 'b' });
refuses(
  'a key that is overridden where it was merged before',
  'b: &b {x: 1}\nd:\n  e: &a\n    <<: *b\n    <|x|>: 2\nt:\n  <<: *a\n',
  'crash',
  /there already/,
);
refuses('null as a key', '<|~|>: 1\n', 'reject', 'null cannot be a key; quote it', { 'null None': 1 });
refuses('a list as a key', '<|[a]|>: 1\n', 'crash', 'a list or mapping cannot be a key', { '…': true });
refuses('a number alone', '<|5|>\n', 'crash', /keys and values at its top/);
refuses('a second document', 'a: 1\n<|---|>\nb: 2\n', 'crash', /second document/, { a: 1 });
refuses('an anchor that is there already', 'a: &x 1\nb: <|&x|> 2\n', 'crash', /there already/, { a: 1, b: 2 });
refuses('an alias that contains itself', 'a: &x [<|*x|>]\n', 'crash', /itself a part of/, { a: ['?'] });
refuses('a merge of something else', 'a:\n  <<: <|1|>\n  b: 2\n', 'crash', /'<<' takes the keys of a mapping/, { a: { b: 2 } });
refuses('another version', '<|%YAML 2.0|>\n---\na: 1\n', 'crash', 'only YAML 1 can be read', { a: 1 });
refuses('a handle that nobody defined', 'a: <|!e!x|> 1\n', 'crash', /no %TAG directive/);
