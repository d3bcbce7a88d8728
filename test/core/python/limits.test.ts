import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBody } from '../../../src/core/python/body';
import { readLiteral } from '../../../src/core/python/literal';
import { parametersOf } from '../../../src/core/python/parameters';
import { scanModule } from '../../../src/core/python/scan';
import { BROKEN_TEXTS } from './broken-texts';

/** Reads everything that can be asked of a text, and checks that all places are in it. */
function readAll(text: string): void {
  const module = scanModule(text);
  for (const of of [...module.functions, ...module.classes.flatMap((each) => each.methods)]) {
    for (const parameter of parametersOf(text, of))
      assert.equal(text.slice(parameter.start, parameter.end).normalize('NFKC'), parameter.name);
    assert.ok(0 <= of.body.start && of.body.start <= of.body.end && of.body.end <= text.length);
    readBody(text, of);
  }
  for (const { value } of module.assignments) if (value) readLiteral(value.text);
}

const HEALTHY = `"""Doc."""
from a.b import (C, D as E)
X = {"a": [1, 2.5, None], 'b': f"{C!r:>{10}}"}
@dataclass(frozen=True)
class Net(C, metaclass=M):
    size: int = 3
    def __init__(self, a, /, *args, b: Dict[str, int] = lambda x, y=(1, 2): x, **kw) -> None:
        '''It's
        text.'''
        super().__init__(a, **kw)
        if not isinstance(self.x, (int, str)) and a == b: return [i for i in x if i]
    async def run(self): \\
        pass
match x:
    case [1, *_]: y = 1
`;

test('every beginning of a text can be read', () => {
  for (let end = 0; end <= HEALTHY.length; end++) readAll(HEALTHY.slice(0, end));
});

test('a text with a piece left out, doubled or replaced can be read', () => {
  const texts = fc.constantFrom(HEALTHY, ...BROKEN_TEXTS.map((each) => each.text));
  const piece = fc.constantFrom(
    '',
    '"',
    "'",
    '"""',
    "'''",
    '(',
    ')',
    '[',
    '}',
    '\\',
    '\n',
    '\r',
    '\t',
    ':',
    ',',
    '=',
    '#',
    '@',
    'f"{',
    'lambda ',
    'def ',
    'class ',
    'é',
    '\0',
  );
  fc.assert(
    fc.property(texts, fc.nat(600), fc.nat(12), piece, (text, at, length, between) => {
      const from = at % (text.length + 1);
      readAll(text.slice(0, from) + between + text.slice(from + length));
    }),
    { seed: 4, numRuns: 3000 },
  );
});

test('any characters can be read', () => {
  const characters = fc.string({
    unit: fc.constantFrom(...'abf \n\t"\'\\()[]{}:,=#@*.1', 'def ', 'class ', 'if ', '"""'),
    maxLength: 120,
  });
  fc.assert(fc.property(characters, readAll), { seed: 4, numRuns: 3000 });
});

/** Texts that make a careless reader take quadratic time or run out of stack. */
const HARD: Readonly<Record<string, (size: number) => string>> = {
  'open brackets': (n) => '('.repeat(n),
  'lines with open brackets': (n) => 'x = (\n'.repeat(n / 6),
  'calls that are never closed in methods': (n) => `class A:\n${'    def f(self):\n        g(\n'.repeat(n / 28)}`,
  'triple quotes that are never closed': (n) => '\\"""\n'.repeat(n / 5),
  'opening triple quotes of both kinds': (n) => `x = """a\ny = '''b\n`.repeat(n / 20),
  'triple quotes on one line, the last one never closed': (n) => '"""'.repeat(2 * Math.floor(n / 6) + 1),
  'f-strings in f-strings': (n) => 'f"{'.repeat(n / 3),
  'f-strings with open fields': (n) => 'x = f"{a(" + f"{b("\n'.repeat(n / 20),
  'a body of brackets in brackets': (n) => `def f():\n    x = ${'['.repeat(n / 2)}${']'.repeat(n / 2)}\n`,
  'a body of strings on one line': (n) => `def f():\n    x = ${"'a' ".repeat(n / 4)}\n`,
  'a body of lines in one bracket': (n) => `def f():\n    x = (\n${'        a,\n'.repeat(n / 11)}`,
  'a body of half-open brackets': (n) => `def f():\n${'        x = ([{"a" + (b\n'.repeat(n / 24)}`,
  'a body of blanks': (n) => `def f():\n${'     \n'.repeat(n / 6)}    pass\n`,
  lambdas: (n) => `def f(a=${'lambda x: '.repeat(n / 10)}1): pass\n`,
  parameters: (n) => `def f(${'a, '.repeat(n / 3)}): pass\n`,
  targets: (n) => `${'a = '.repeat(n / 4)}1\n`,
  'classes in classes': (n) => Array.from({ length: Math.sqrt(n) / 2 }, (_, i) => `${' '.repeat(i)}class A:`).join('\n'),
  decorators: (n) => '@a\n'.repeat(n / 3),
  'joined lines': (n) => `x = ${'\\\n'.repeat(n / 2)}`,
};

for (const [title, make] of Object.entries(HARD)) {
  // A reader that is not linear would be at it for minutes.
  test(`${title} come to an end`, { timeout: 60_000 }, () => {
    const text = make(200_000);
    assert.ok(text.length > 300);
    readAll(text);
  });
}
