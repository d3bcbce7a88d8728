import { reads, refuses } from './support';

reads('a value elsewhere, with its type', 'a: ${b.c}\nb: {c: 1.0}\n', { a: 'float 1', b: { c: 'float 1' } });
reads('an item of a list', 'a: ${b[1]}${b.0}\nb: [x, y]\n', { a: 'yx', b: ['x', 'y'] });
reads('an object or list as a whole', 'a: ${b}\nb: {c: [1, "${d}"]}\nd: 2\n', { a: { c: [1, 2] }, b: { c: [1, 2] }, d: 2 });
reads('what values look like inside a text', "a: '${n} ${t} ${f} ${g} ${l}'\nn: ~\nt: yes\nf: 1e20\ng: 1e-7\nl: [a, it's]\n", {
  a: `None True 1e+20 1e-07 ['a', "it's"]`,
  n: null,
  t: true,
  f: 'float 100000000000000000000',
  g: 'float 1e-7',
  l: ['a', "it's"],
});
reads('from the object around, and from those around that', 'a:\n  b: ${.c}${..d}\n  c: 1\nd: 2\n', {
  a: { b: '12', c: 1 },
  d: 2,
});
reads('a key that another value says', 'a: ${b.${k}}\nb: {x: 1}\nk: x\n', { a: 1, b: { x: 1 }, k: 'x' });
reads('escaped', "a: \\${b}\nb: '\\\\${c}'\nc: 1\nd: $x\n", { a: '${b}', b: '\\1', c: 1, d: '$x' });
reads('keys are not looked into', '"${a}": 1\n', { '${a}': 1 });
reads('what a resolver gives is unknown', 'a: ${oc.env:HOME}\nb: x${oc.env:NONE,"a b"}\nc: 1\n', { a: '?', b: '?', c: 1 });

refuses('something that is not there', 'a: <|${b.c}|>\nb: {}\n', 'reject', "'b.c' is not in this file", { a: '?', b: {} });
refuses('a step through a plain value', 'a: <|${b.c}|>\nb: 1\n', 'reject', "'b.c' is not in this file");
refuses('keys that are numbers cannot be named', 'a: <|${1}|>\n1: x\n', 'reject', "'1' is not in this file");
refuses('a resolver that nobody defined', 'a: <|${secret:x}|>\n', 'reject', /no resolver 'secret'/, { a: '?' });
refuses('a circle', 'a: <|${b}|>\nb: <|${a}|>\n', 'reject', 'this interpolation needs its own value', { a: '?', b: '?' });
refuses('the object around', 'a: {b: <|"${a}"|>}\n', 'reject', /that this interpolation is in/);
refuses('a value that is still to be given', 'a: <|${b}|>\nb: ???\n', 'reject', /leads to \?\?\?/);
refuses('something that is no interpolation', 'a: <|${b c}|>\n', 'crash', /for the beginning of an interpolation/, {
  a: '${b c}',
});
refuses('one that does not end', 'a: <|"${b"|>\n', 'crash', /for the beginning of an interpolation/);
refuses(
  'a file is answered once, by what the loader meets first',
  'a: <|${b}|>\nc: <|${|>\n',
  'crash',
  "'b' is not in this file",
);
