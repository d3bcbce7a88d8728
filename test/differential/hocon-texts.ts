import fc from 'fast-check';

/**
 * Texts like HOCON: what people write, what they should not, and what pyhocon has odd answers for. Names are few, so that keys
 * repeat and references meet them.
 */
export function hoconTexts(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 10, arbitrary: documents(false) },
    { weight: 12, arbitrary: documents(true) },
    { weight: 2, arbitrary: damaged(documents(true)) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...TOKENS), { maxLength: 14 }).map((tokens) => tokens.join('')) },
    { weight: 1, arbitrary: values(true).map((value) => `a = ${value}`) },
  );
}

const NAMES = ['a', 'b', 'c', 'd'];
const KEYS = ['a', 'b', 'c', 'd', 'a.b', 'a.b.c', 'b.c', 'c.d', '"a"', '"a.b"', 'a b', 'x-1', '1', '"@t"', 'é'];
const ODD_KEYS = [
  '"a\\"b"',
  '"""a.b"""',
  '"x y".z',
  'a..b',
  '.',
  '""',
  '"\\\\"',
  'a //b',
  'a\tb',
  "'a'",
  '$a',
  '"{VAR}"',
  'include',
  'true',
  '10s',
  'a.',
];
const WORDS = [
  'x',
  'foo',
  'a/b.c',
  'http://x',
  "'y'",
  '%',
  'no',
  'v1.2',
  'trueish',
  'é',
  'a:b',
  '(x)',
  '\\n',
  '\\ ',
  'includex',
  'nan',
];
const ODD_PIECES = [
  'true',
  'FALSE',
  'null',
  'True',
  'true-x',
  '10s',
  '5 m',
  '2d_x',
  '3 ms',
  ';',
  '\ufeff',
  '\u0661',
  '\u{10437}',
  '\u0967.5',
];
const FORBIDDEN = ['@', '*', '+', '^', '`', '=', '\u00a0', '\u0085', '\u2028', '?x', '&'];
const NUMBERS = [
  '1',
  '0',
  '-1',
  '007',
  '+5',
  '1.5',
  '-0.0',
  '1e3',
  '.5',
  '1.',
  '-',
  '1.2.3',
  '0x1',
  '12345678901234567890',
  '1e400',
  '1e-7',
  '123456789.25',
  '0.0001',
  '1e16',
  '1E5x',
  '-0',
];
const TOKENS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    '\n',
    ' ',
    '\t',
    '=',
    ':',
    '+=',
    '#c',
    '//c',
    '"',
    '"""',
    '\\',
    '${a}',
    '${?a}',
    '${',
    '}',
    '"a"',
    '\r\n',
  ],
  ...[
    'a',
    'b',
    '1',
    'a.b',
    'include',
    'true',
    'null',
    '10s',
    '"x.y"',
    '+',
    '@',
    '.',
    '/',
    '- ',
    '$',
    'required(',
    ')',
    'file("f")',
    '"f"',
  ],
];

function documents(references: boolean): fc.Arbitrary<string> {
  const body = entries(references, 3);
  return fc.oneof(
    { weight: 8, arbitrary: body },
    { weight: 2, arbitrary: fc.tuple(body, layout()).map(([text, space]) => `${space}{${text}}${space}`) },
    { weight: 1, arbitrary: lists(false, 2) },
  );
}

function entries(references: boolean, depth: number): fc.Arbitrary<string> {
  const one = fc
    .tuple(
      keys(),
      fc.constantFrom(' = ', '=', ': ', references ? ' += ' : '= ', ' =\n', '\t= '),
      values(references, Math.max(depth, 0)),
      separators(),
    )
    .map(([key, operator, value, separator]) => key + operator + value + separator);
  const direct = fc
    .tuple(keys(), depth > 0 ? objects(references, depth) : fc.constant('{}'), separators())
    .map(([key, object, separator]) => `${key} ${object}${separator}`);
  const include = fc.constantFrom('include "f.conf"\n', 'include file("f")\n', 'include "a*b"\n', 'include required("f")\n');
  return fc
    .array(
      fc.oneof(
        { weight: 30, arbitrary: one },
        { weight: depth > 0 ? 8 : 0, arbitrary: direct },
        { weight: references ? 0 : 1, arbitrary: include },
        { weight: 2, arbitrary: layout() },
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join(''));
}

function keys(): fc.Arbitrary<string> {
  return fc.oneof({ weight: 99, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: fc.constantFrom(...ODD_KEYS) });
}

/** Made once for each depth: there are many ways down. */
const madeValues = new Map<string, fc.Arbitrary<string>>();

function values(references: boolean, depth = 2): fc.Arbitrary<string> {
  const id = `${references} ${depth}`;
  const made = madeValues.get(id) ?? makeValues(references, depth);
  madeValues.set(id, made);
  return made;
}

function makeValues(references: boolean, depth: number): fc.Arbitrary<string> {
  const any = pieces(references, depth);
  const space = fc.constantFrom(' ', '', '  ', '\t', ' \\\n ');
  const several = (piece: fc.Arbitrary<string>) =>
    fc.array(fc.tuple(piece, space), { maxLength: 3 }).map((all) => all.flat().join(''));
  const orReference = (piece: fc.Arbitrary<string>) => (references ? fc.oneof(piece, reference()) : piece);
  const nested = [objects, lists].map((make) => (depth > 0 ? several(orReference(make(references, depth))) : texts(references)));
  return fc.oneof(
    { weight: 24, arbitrary: any },
    { weight: 4, arbitrary: several(texts(references)) },
    ...nested.map((arbitrary) => ({ weight: 1, arbitrary })),
    { weight: 1, arbitrary: several(any) },
  );
}

/** Pieces that make a text beside each other. */
function texts(references: boolean): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...NUMBERS) },
    { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
    { weight: 4, arbitrary: fc.constantFrom(...ODD_PIECES) },
    { weight: 12, arbitrary: quoted() },
    { weight: references ? 16 : 0, arbitrary: reference() },
  );
}

function pieces(references: boolean, depth: number): fc.Arbitrary<string> {
  const isDeep = depth > 0;
  return fc.oneof(
    { weight: 80, arbitrary: texts(references) },
    { weight: 1, arbitrary: fc.constantFrom(...FORBIDDEN) },
    { weight: isDeep ? 30 : 0, arbitrary: isDeep ? objects(references, depth) : fc.constant('') },
    { weight: isDeep ? 30 : 0, arbitrary: isDeep ? lists(references, depth) : fc.constant('') },
  );
}

function quoted(): fc.Arbitrary<string> {
  const inside = fc.constantFrom(
    'x',
    '',
    ' ',
    '\\n',
    '\\"',
    '\\\\',
    '\\u0041',
    '\t',
    '#',
    '${a}',
    'é',
    '\\/',
    '\r',
    '\u{1F600}',
    '{',
    'y',
  );
  const text = fc.array(inside, { maxLength: 4 }).map((all) => all.join(''));
  return fc.oneof(
    { weight: 5, arbitrary: text.map((value) => `"${value}"`) },
    { weight: 1, arbitrary: text.map((value) => `"""${value}\n${value}"""`) },
    { weight: 1, arbitrary: fc.constantFrom('""""""', '"""x""""', '"""', '"x', "'x'") },
  );
}

function reference(): fc.Arbitrary<string> {
  const path = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...NAMES) },
    { weight: 2, arbitrary: fc.constantFrom('a.b', 'b.c', 'a.b.c', '"a.b"', 'zzz', 'a . b', 'a.zzz', '1') },
  );
  return fc
    .tuple(
      fc.nat({ max: 5 }).map((n) => n > 0),
      path,
    )
    .map(([optional, name]) => `\${${optional ? '?' : ''}${name}}`);
}

function objects(references: boolean, depth: number): fc.Arbitrary<string> {
  return entries(references, depth - 1).map((text) => `{${text}}`);
}

function lists(references: boolean, depth: number): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(values(references, depth - 1), fc.constantFrom(', ', ',', '\n', ' # c\n', ',,', ',\n')), { maxLength: 3 })
    .map((items) => `[${items.flat().join('')}]`);
}

function separators(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom('\n', '\n', ', ', ',', '\r\n', ' # c\n', ' // c\n', '\n\n', ',\n', '\n # c, d\n') },
    { weight: 1, arbitrary: fc.constantFrom('', ' ') },
  );
}

function layout(): fc.Arbitrary<string> {
  return fc.constantFrom('', '\n', '# c\n', ' // c = d\n', ',', ' \n\t', '\r');
}

/** The text with one place cut out or something put in. */
function damaged(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(texts, fc.nat(), fc.nat({ max: 3 }), fc.constantFrom('', ...TOKENS)).map(([text, at, length, extra]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + extra + text.slice(place + length);
  });
}
