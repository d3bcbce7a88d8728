import fc, { type Arbitrary } from 'fast-check';
import { refusalOf } from '../../src/core/formats/document';
import { readYaml } from '../../src/core/formats/yaml/read';

/** Texts that are YAML, nearly YAML, or made of its pieces. */

const words = [
  'a',
  'b',
  'c',
  'key',
  'x y',
  'app-1',
  'é',
  '😀',
  'a.b',
  'a:b',
  'a#b',
  'http://h/p',
  '-a',
  ':a',
  '?a',
  'a,b',
  'a]b',
  '--',
  '...',
  '---',
];
const odd = [
  '~',
  'null',
  'Null',
  'yes',
  'No',
  'ON',
  'off',
  'y',
  'true',
  'False',
  'tRUE',
  '<<',
  '=',
  '???',
  '@ALL',
  '`x`',
  '%x',
  '!x',
  '*a',
  '&a',
  '|',
  '>',
  '{VAR}',
  "it's",
];
const numbers = [
  '0',
  '-0',
  '1',
  '007',
  '010',
  '08',
  '0x1F',
  '0x',
  '0x_',
  '0b11',
  '0b2',
  '0o17',
  '1_000',
  '1__0',
  '_1',
  '+5',
  '1:30',
  '1:60',
  '190:20:30',
  '1:30.5',
  '1.',
  '.5',
  '-.5',
  '+.5',
  '1.5',
  '1e5',
  '1E+5',
  '1e-7',
  '.5e3',
  '.5e+3',
  '1.e5',
  '1_0.5_0',
  '.inf',
  '-.INF',
  '+.inf',
  '.nan',
  '.Nan',
  '1e400',
  '12345678901234567890',
  '0.1',
  '-12',
  '2024-01-31',
  '2001-12-14t21:59:43.10-05:00',
  '1.2.3',
  '1_',
  '0_',
  '-0x1f',
  '+0b1',
  '1e',
  '1.5.',
  '-',
];
const quoted = [
  "'a'",
  "''",
  "'it''s'",
  "'a\n  b'",
  "'a\nb'",
  "'a\n\n  b'",
  "'\ta'",
  '"a"',
  '""',
  '"\\n"',
  '"\\x41"',
  '"\\u00e9"',
  '"\\U0001F600"',
  '"\\U00110000"',
  '"\\q"',
  '"\\x4"',
  '"a\\\n  b"',
  '"a\n  b"',
  '"a \n\n b"',
  '"\\ "',
  '"\\/"',
  '"\\"',
  "'",
  '"',
  "'a'b",
  '"a"b',
  "'a'#b",
  '"\\_\\N\\L\\P\\e\\0"',
  "'a\n--- b'",
];
const interpolated = [
  '${a}',
  'x${a}y',
  '${a.b}',
  '${.a}',
  '${..b}',
  '${a[0]}',
  '${a.0}',
  '${b}',
  '${key}',
  '${c.c}',
  '${',
  '${}',
  '$a',
  '\\${a}',
  '\\\\${a}',
  '"${a}"',
  "'${a}${b}'",
  '${oc.env:HOME}',
  '${foo:1}',
  '${a.${b}}',
  '${[a]}',
  '${ a }',
  '"\\${a}"',
  "'${oc.env:NOT_SET_HERE,''x''}'",
  '${oc.env:NOT_SET_HERE,1}',
  "'${oc.env:NOT_SET_HERE,[a,{b:c}]}'",
  '${a b}',
  '${a:}',
];
const scalar = fc.oneof(
  { weight: 14, arbitrary: fc.constantFrom(...words) },
  { weight: 2, arbitrary: fc.constantFrom(...odd) },
  { weight: 8, arbitrary: fc.constantFrom(...numbers) },
  { weight: 4, arbitrary: fc.constantFrom(...quoted) },
  { weight: 1, arbitrary: fc.constantFrom(...interpolated) },
);
const property = fc.oneof(
  { weight: 30, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '&a ',
      '&b ',
      '!!str ',
      '!!int ',
      '!!float ',
      '!!bool ',
      '!!null ',
      '!!map ',
      '!!seq ',
      '!x ',
      '! ',
      '&a !!str ',
      '!!omap ',
      '!!pairs ',
      '!!set ',
      '!!binary ',
      '!!timestamp ',
    ),
  },
);
const key = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'key', 'd e', 'x', 'y') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '1',
      '1.0',
      'true',
      'on',
      'null',
      "'1'",
      '"a"',
      '<<',
      '=',
      '? a',
      '? [a]',
      '[a]',
      '*a',
      '&b b',
      '!!str a',
      '',
    ),
  },
);
/** Mostly the usual, now and then the rare. */
function mostly(usual: readonly string[], ...rare: readonly string[]): Arbitrary<string> {
  return fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });
}

const comment = mostly(['', '', '', ' # c', ' #'], '# c', '\t# c', '\t');
const space = mostly(['', '', ' ', ' ', '  ', '\n', '\n ', ' # c\n', '\n\n'], '\t', '\r\n', '\n---');
const trailing = mostly(['', '', ',', ' '], ',,', ' , ,');
const header = mostly(['|', '>', '|-', '>+', '|+', '>-', '|2', '>1-', '| # c'], '|0', '|#c', '|12', '>x');

interface Block {
  /** Its lines, indented from column 0. */
  readonly lines: readonly string[];
  readonly isInline: boolean;
}

const { block } = fc.letrec<{ flow: string; block: Block }>((tie) => ({
  flow: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    scalar,
    fc
      .tuple(property, fc.array(fc.tuple(space, tie('flow'), space), { maxLength: 4 }), trailing)
      .map(([properties, items, end]) => `${properties}[${items.map((item) => item.join('')).join(',')}${end}]`),
    fc
      .tuple(
        property,
        fc.uniqueArray(fc.tuple(space, key, mostly([': ', ': ', ' : ', ':\n'], ':', ''), tie('flow'), space), {
          selector: ([, name]) => name,
          maxLength: 4,
        }),
        trailing,
      )
      .map(([properties, items, end]) => `${properties}{${items.map((item) => item.join('')).join(',')}${end}}`),
  ),
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 5 },
    fc
      .tuple(property, scalar, comment)
      .map(([properties, text, end]) => ({ lines: (properties + text + end).split('\n'), isInline: true })),
    fc.tuple(tie('flow'), comment).map(([text, end]) => ({ lines: (text + end).split('\n'), isInline: true })),
    fc
      .uniqueArray(fc.tuple(key, fc.constantFrom(':', ':', ':', ' :'), tie('block'), fc.nat(3), comment, property), {
        selector: ([name]) => name,
        minLength: 1,
        maxLength: 4,
      })
      .map((entries) => ({
        lines: entries.flatMap(([name, colon, value, indent, end, properties]) =>
          under(name + colon, value, [0, 1, 2, 4][indent] ?? 2, end, properties),
        ),
        isInline: false,
      })),
    fc
      .array(fc.tuple(tie('block'), fc.nat(3), comment), { minLength: 1, maxLength: 4 })
      .map((items) => ({ lines: items.flatMap(([value, indent, end]) => behindDash(value, indent, end)), isInline: false })),
    fc
      .tuple(header, fc.array(mostly(['  t', '   u', '', '  ', '  # n', '  \tw'], ' v', 'z'), { maxLength: 4 }))
      .map(([head, lines]) => ({ lines: [head, ...lines], isInline: true })),
  ),
}));

/** A value behind a key: on its line, or below it. */
function under(name: string, value: Block, indent: number, end: string, properties: string): readonly string[] {
  const [first = '', ...rest] = value.lines;
  if (value.isInline) return [`${name} ${first}`, ...rest];
  return [`${name}${properties && ` ${properties}`}${end}`, ...value.lines.map((line) => ' '.repeat(indent) + line)];
}

function behindDash(value: Block, indent: number, end: string): readonly string[] {
  const [first = '', ...rest] = value.lines;
  if (indent === 3 && !value.isInline) return [`-${end}`, ...value.lines.map((line) => `  ${line}`)];
  return [`- ${first}`, ...rest.map((line) => (value.isInline ? line : `  ${line}`))];
}

const head = fc.oneof(
  { weight: 20, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '---\n',
      '--- ',
      '%YAML 1.1\n---\n',
      '\ufeff',
      '# c\n',
      '\n',
      '%X\n---\n',
      '%TAG ! tag:yaml.org,2002:\n---\n',
      '%YAML 1.1\n',
      '...\n',
    ),
  },
);
const tail = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('\n', '') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\n...\n', '\n---\n', '\n# c', '\n...\n# c\n', '\n\t', '\n...\nx', '\n---\nb: 1', ' ', '\n  '),
  },
);
const wellFormed = fc
  .tuple(head, block, tail, fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\x85', '\u2028'))
  .map(([before, { lines }, after, lineEnd]) => (before + lines.join('\n') + after).replaceAll('\n', lineEnd));

const pieces = [
  'a',
  'b',
  ' ',
  ' ',
  '  ',
  '\n',
  '\n',
  '\n  ',
  ': ',
  ':',
  '- ',
  '-',
  '? ',
  '?',
  '[',
  ']',
  '{',
  '}',
  ',',
  ', ',
  "'",
  '"',
  '#',
  ' # c',
  '|',
  '>',
  '&a',
  '*a',
  '!',
  '!!str ',
  '%',
  '@',
  '\t',
  '---',
  '...',
  '1',
  '~',
  '<<',
  '=',
  '\\',
  '${',
  '\r',
  '\ufeff',
  'é',
  '.5',
  '???',
];
const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));

/** A text with a piece put in, taken out or doubled somewhere. */
const damaged = fc
  .tuple(wellFormed, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.constantFrom(...pieces), fc.nat(3))
  .map(([text, where, piece, cut]) => {
    const at = Math.floor(text.length * where);
    return text.slice(0, at) + (cut > 1 ? piece : '') + text.slice(at + (cut % 2));
  });

export const yamlText: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: wellFormed },
  { weight: 3, arbitrary: soup },
  { weight: 3, arbitrary: damaged },
);

/** Texts that NVFLARE reads; not those of a single word, which are a key to OmegaConf but no keys and values in the text. */
export const workingText: Arbitrary<string> = wellFormed.filter((text) => {
  const document = readYaml(text);
  const { root } = document;
  const isWord = root.kind === 'object' && root.value.list[0]?.keyEnd === root.end;
  return refusalOf(document) === undefined && !isWord;
});
