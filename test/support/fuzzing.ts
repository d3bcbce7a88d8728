import fc from 'fast-check';

/** Words that mean something to a format, to JavaScript or to a terminal, and a few that mean nothing anywhere. */
const HOSTILE = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', '"__proto__": {"a": 1},', '@ALL', 'server', '*'],
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '"""',
    ',',
    ':',
    '=',
    '+=',
    '#',
    '//',
    '/*',
    '*/',
    '\\',
    '\\u',
    '\\ud800',
    '\n',
    '\r',
    '\t',
    ' ',
  ],
  ...[
    '${a}',
    '${?a}',
    '${',
    '{a}',
    '{',
    '{SITE_NAME}',
    '&a ',
    '*a',
    '<<: *a\n',
    '!!python/object:os.system ',
    '---\n',
    '- ',
    '? ',
    '| ',
    '>',
  ],
  ...[
    'include "meta.json"',
    'include file("/etc/passwd")',
    '1e999',
    '-0',
    '-1',
    '0x10',
    '123456789012345678901234567890',
    '.nan',
    'null',
  ],
  ...['true', '\0', '\u001b[2J', '\u202e', '\ud800', '\udc00', '\ufeff', '\u2028', 'é', '😀', '<|>', '../../x', '%s', '%'],
] as const;

/** One change of a text; places are shares of its length, so that one change fits every text. */
export interface Mutation {
  readonly kind: 'insert' | 'delete' | 'repeat' | 'cut' | 'swap';
  readonly at: number;
  readonly length: number;
  readonly word: string;
}

const SHARE = fc.integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1000);

export const MUTATION: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'insert', 'delete', 'repeat', 'cut', 'swap'),
  at: SHARE,
  length: fc.integer({ min: 1, max: 40 }),
  word: fc.constantFrom<string>(...HOSTILE),
});

/** Places of a text, as shares of its length. */
export const PLACES: fc.Arbitrary<readonly number[]> = fc.array(SHARE, { minLength: 2, maxLength: 3 });

export const HOSTILE_NAME: fc.Arbitrary<string> = fc.constantFrom<string>(...HOSTILE);

/** The text with the change made. */
export function mutated(text: string, { kind, at, length, word }: Mutation): string {
  const start = Math.floor(at * (text.length + 1));
  const [before, inside, after] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  switch (kind) {
    case 'insert':
      return before + word + inside + after;
    case 'delete':
      return before + after;
    case 'repeat':
      return before + inside + inside + after;
    case 'cut':
      return before;
    case 'swap':
      return before + word + after;
  }
}
