import { reads, refuses } from './support';

refuses('a tab as indentation', 'a:\n<|\t|>b: 1\nc: 2\n', 'crash', /a tab cannot stand here/, { a: { b: 1 }, c: 2 });
refuses('a tab as indentation behind spaces', 'a:\n  <|\t|>b: 1\n', 'crash', /a tab cannot stand here/, { a: { b: 1 } });
// Refused by one OmegaConf only.
refuses('tabs between values', 'a:<|\t|>1<|\t|># c\nb: [1,<|\t|>2]\n', 'crash', /only OmegaConf 2\.4 reads a tab here/, {
  a: 1,
  b: [1, 2],
});
refuses('tabs between words', 'a: b<|\t|>c<|\t|>\n', 'crash', /only OmegaConf 2\.4 reads a tab here/, { a: 'b\tc' });
refuses('a tab in a value over lines', 'a: b\n  <|\t|>c\n', 'crash', /only OmegaConf 2\.4 reads a tab here/, { a: 'b c' });
refuses('a colon right before a bracket', 'a: [b<|:|>]\nc: {d<|:|>, e: 1}\n', undefined, /OmegaConf 2\.4 refuses/, {
  a: [{ b: null }],
  c: { d: null, e: 1 },
});
reads('tabs inside of words in quotes', 'a: "x\ty"\n', { a: 'x\ty' });
refuses('no space behind the colon', 'a: 1\n<|b:2|>\nc: 3\n', 'crash', "a space is missing behind ':'", {
  a: 1,
  'b:2': '?',
  c: 3,
});
refuses('a key that is being typed', 'a: 1\n<|na|>\nc: 3\n', 'crash', "':' is missing behind this key", { a: 1, na: '?', c: 3 });
refuses('the same at the top', '<|na|>\nb: 1\nc: 2\n', 'crash', /':' is missing on this line/, { b: 1, c: 2, '…': true });
refuses('the same in a block', 'a:\n  <|na|>\n  b: 1\nc: 2\n', 'crash', /':' is missing/, { a: { b: 1, '…': true }, c: 2 });
refuses('two colons on a line', 'a: b<|:|> c\nd: 1\n', 'crash', "a second ':' cannot stand on this line; quote the value", {
  a: '?',
  d: 1,
});
refuses('a list on the line of its key', 'a: <|-|> b\nc: 1\n', 'crash', /a list begins on a line of its own/, {
  a: '?',
  c: 1,
  '…': true,
});
refuses('a key indented less than its neighbours', 'a:\n    b: 1\n  <||>c: 2\nd: 3\n', 'crash', /indented differently/, {
  a: { b: 1 },
  c: 2,
  d: 3,
  '…': true,
});
refuses('a key behind a list', 'a:\n  - b\n  <||>c: 1\nd: 2\n', 'crash', /a key cannot stand here/, { a: ['b'], d: 2 });
refuses('text behind quotes', 'a: "b" <|c|>\nd: 1\n', 'crash', /nothing may follow/, { a: 'b', d: 1, '…': true });
refuses('a quote that is not closed', 'a: <|"|>b\nc: 1\n', 'crash', 'the " that opens this value is never closed', {
  a: '?',
  c: 1,
});
refuses('a bracket that is not closed', 'a: <|[|>1, 2\nb: 3\nc: [4,\n  5]\n', 'crash', 'the [ is never closed', {
  a: [1, 2],
  b: 3,
  c: [4, 5],
});
refuses('braces that are not closed', 'a: <|{|>x: 1\nb: 2\n', 'crash', 'the { is never closed', { a: { x: 1 }, b: 2 });
refuses('brackets at the end', 'a: <|[|>1, {b', 'crash', 'the [ is never closed', { a: [1, { b: null, '…': true }] });
refuses('a bracket too many', 'a: [1]<|]|>\nb: 2\n', 'crash', 'this ] closes nothing', { a: [1], b: 2, '…': true });
refuses('the wrong bracket', 'a: [1<|}|>\nb: 2\n', 'crash', "this '}' does not close what is open", { a: [1], b: 2 });
refuses('a comma too many', 'a: [1,<|,|>2]\n', 'crash', 'a value is missing before this comma', { a: [1, '?', 2] });
refuses('a comma too few', 'a: ["1" <|"2"|>]\nb: {x: <|1|>\n  y: 2}\n', 'crash', 'a comma is missing before this', {
  a: ['1', '2'],
  b: { x: 1, y: 2 },
});
refuses('the document ends in brackets', 'a: <|[|>1\n<|---|>\nb: 2]\n', 'crash', /before this bracket is closed/, { a: [1] });
refuses('problems go on behind the first', 'a: <|@x|>\nb: <|@y|>\nc: [<|`z|>]\n', 'crash', /begins with @/, {
  a: '@x',
  b: '@y',
  c: ['`z'],
});
refuses('text behind | or >', 'a: |<|x|>\n  y\n', 'crash', /begins on the line behind/, { a: 'y\n' });
refuses('directives in the middle', 'a: 1\n<|%X|> y\n', 'crash', /second document|directive/, { a: 1 });
