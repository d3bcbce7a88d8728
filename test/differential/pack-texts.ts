import fc from 'fast-check';

const KEYS = [
  'a',
  'b',
  'c',
  'name',
  'path',
  'id',
  'components',
  'args',
  'a.b',
  'a.b.c',
  'b.c',
  '@x',
  '$y',
  '*',
  'x-1',
  'q r',
  'é',
];
const ODD_KEYS = [
  '',
  '"',
  '"a.b"',
  '""',
  'a"b',
  'x"a.b"',
  '.',
  'a..b',
  'a\\n',
  'a\tb',
  '{V}',
  'a:b',
  'a/b',
  '//',
  'include',
  ' a ',
  '\u2028',
  'true',
  '1',
];
const TEXTS = [
  '',
  'x',
  'p.C',
  'a.b.C',
  '.x',
  'two\nlines',
  '\n',
  '\t',
  'a\tb',
  'a\tb\n',
  '\b',
  '\u0001',
  '"',
  '\\',
  '\\n',
  'q"\n',
  '\n"',
  'x\n"""',
  '"x\n',
  '""x\n""y',
  '"""\n',
  '${a}',
  '#',
  '//',
  'é',
  '\u2028',
  'a\r\nb',
  '\\\n',
  ' x ',
];
const NUMBERS = [0, 1, -1, 0.5, 1e-5, 1e16, 1e21, 1.5e300, 123456789012345];

interface Tree {
  readonly value: unknown;
}

/** Values as configurations and data files have them, with the keys and values that packing treats in its own way. */
const values: fc.Arbitrary<unknown> = fc.letrec<Tree>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: scalars() },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(scalars(), { maxLength: 3 }) },
    { weight: 3, arbitrary: fc.array(fc.tuple(keys(), tie('value')), { maxLength: 4 }).map(Object.fromEntries) },
  ),
})).value;

function keys(): fc.Arbitrary<string> {
  return fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: fc.constantFrom(...ODD_KEYS) });
}

function scalars(): fc.Arbitrary<unknown> {
  return fc.oneof(fc.constantFrom(...TEXTS), fc.constantFrom(...NUMBERS), fc.boolean(), fc.constant(null));
}

/** Mostly objects that begin with a plain value, as healthy files do. */
function roots(): fc.Arbitrary<unknown> {
  const object = fc.array(fc.tuple(keys(), values), { maxLength: 5 });
  return fc.oneof(
    { weight: 8, arbitrary: object.map((list) => Object.fromEntries([['format_version', 2], ...list])) },
    { weight: 8, arbitrary: object.map(Object.fromEntries) },
    { weight: 1, arbitrary: values },
  );
}

/** JSON, with what Python's reader takes besides. */
export function packJson(): fc.Arbitrary<string> {
  const numbers = fc.constantFrom('NaN', 'Infinity', '-Infinity', '1.0', '-0.0', '12345678901234567890', '1e999', '"\\ud800"');
  return fc.tuple(roots(), fc.option(numbers, { freq: 12 })).map(([value, number]) => {
    const text = JSON.stringify(value);
    return number ? text.replace(/("(?:a|b|c|name|id)":)(\d+|true|null)/, `$1${number}`) : text;
  });
}

/** The same values written as HOCON, with names not always in quotes, durations and references. */
export function packHocon(): fc.Arbitrary<string> {
  const extras = fc.option(
    fc.constantFrom('d = 10s', 'd = ${a}', 'd = ${?a}', 'd = [[null]]', 'd = [null, [1]]', 'd { x = 5 minutes }', 'd += 1'),
    { freq: 6 },
  );
  return fc.tuple(roots(), extras, fc.boolean()).map(([value, extra, first]) => {
    const text = JSON.stringify(value)
      .replaceAll('\\b', '\\t')
      .replace(/"(a|b|c|name)":/g, '$1 = ');
    if (extra === null || !text.startsWith('{')) return text;
    return first ? `{ ${extra}\n${text.slice(1)}` : `${text.slice(0, -1)}\n${extra} }`;
  });
}
