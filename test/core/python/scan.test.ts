import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundName } from '../../../src/core/python/module';
import { parametersOf } from '../../../src/core/python/parameters';
import { scanModule } from '../../../src/core/python/scan';
import { factsOf } from './facts';

function check(title: string, text: string, facts: readonly string[]): void {
  test(title, () => {
    const module = scanModule(text);
    assert.deepEqual(factsOf(module), facts);
    assert.equal(module.isWhole, true);
  });
}

check('an empty text', '', []);
check('a byte-order mark is no part of the first line', '\ufeffimport os\n', ['import os']);
check(
  'imports of every form',
  'import a.b as c, d\nfrom . import x\nfrom ..p.q import (Y as Z,  # why\n    W,)\nfrom m import *\n',
  ['import a.b as c', 'import d', 'import . x', 'import ..p.q Y as Z', 'import ..p.q W', 'import m *'],
);
check(
  'classes, bases and methods',
  'class A(B, metaclass=M):\n  x = 1\n  def f(self): return 1\n  class C: pass\nclass D: y = 1; z = 2\n',
  ['class A(B, metaclass=M)', 'A.x = 1', 'def A.f(self)', 'class C()', 'class D()', 'D.y = 1', 'D.z = 2'],
);
check('decorators stay with their definition', '@a\n@b.c(1,\n  2)\ndef f(): pass\n@dataclass\nclass A: pass\ndef g(): pass\n', [
  '@a @b.c(1,\n  2) def f()',
  'def g()',
  'class A()',
]);
check(
  'what is inside of functions does not count',
  'def f():\n    import os\n    X = 1\n    class A:\n        pass\n\n    def g(): pass\nY = 2\n',
  ['Y = 2', 'def f()'],
);
check(
  'strings and comments hide what looks like code',
  'A = """\nclass B:\n  def f(self): pass\n"""\n# class C: pass\nD = \'# no comment\'\n',
  ['A = """\nclass B:\n  def f(self): pass\n"""', "D = '# no comment'"],
);
check('line ends, tabs and form feeds', 'import a\r\nclass A:\r\n\tdef f(self):\r\n\t\tpass\r\n\x0cimport b\rimport c\n', [
  'import a',
  'import b',
  'import c',
  'class A()',
  'def A.f(self)',
]);
check('joined lines', 'from a \\\n  import b\nX = 1 + \\\n  2\nclass \\\n  A(\n  B): pass\n', [
  'import a b',
  'X = 1 + \\\n  2',
  'class A(B)',
]);
check('several targets and additions to __all__', '__all__ = ["a"]\n__all__ += ["b"]\n__all__.extend(["c"])\na = b = c.d = 1\n', [
  '__all__ = ["a"]',
  '__all__ = ["b"]',
  '__all__ = ["c"]',
  'a = 1',
  'b = 1',
]);
check(
  'words that are only sometimes words of the language',
  'match = 1\ncase = 2\ntype = 3\nmatch(1)\nmatch match:\n    case 1: x = 4\n    case _:\n        y = 5\n',
  ['match = 1', 'case = 2', 'type = 3', 'x = 4', 'y = 5'],
);
check(
  'type parameters and type aliases of Python 3.12',
  'type X[T] = list[T]\nclass A[T: (int, str) = int](B[T]):\n    def f[**P](self, a: P) -> T: ...\n',
  ['class A(B[T])', 'def A.f(self, a)'],
);
check(
  'f-strings with fields that hold the same quotes',
  'A = f"{d["k"]}"\nB = f"{x!r:>{w}} {{ {\'}\'}"\nC = f\'{f"{1}"}\'\ndef f(a=f"{d["("]}", b=2): pass\n',
  ['A = f"{d["k"]}"', 'B = f"{x!r:>{w}} {{ {\'}\'}"', 'C = f\'{f"{1}"}\'', 'def f(a=f"{d["("]}", b=2)'],
);
check('defaults with lambdas and comparisons', 'def f(a=lambda x, y=1: (x, y), b=1 == 2, *, c: "a=b" = {1: 2}): pass\n', [
  'def f(a=lambda x, y=1: (x, y), b=1 == 2, c={1: 2})',
]);

test('every kind of parameter', () => {
  const text = 'def f(a, /, b: int = 1, *args: str, c, d=2, **kw): pass\n';
  const [f] = scanModule(text).functions;
  assert.ok(f);
  const found = parametersOf(text, f).map(
    (each) => `${each.kind} ${each.name}: ${each.annotation?.text} = ${each.default?.text}`,
  );
  assert.deepEqual(found, [
    'positional-only a: undefined = undefined',
    'positional-or-keyword b: int = 1',
    'var-positional args: str = undefined',
    'keyword-only c: undefined = undefined',
    'keyword-only d: undefined = 2',
    'var-keyword kw: undefined = undefined',
  ]);
});

test('definitions know under which circumstance they take place', () => {
  const text = `
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from a import A
elif x:
    B = 1
try:
    import c
except ImportError:
    c = None
with w: from d import D
class E:
    if x:
        def f(self): pass
    def g(self): pass
`;
  const module = scanModule(text);
  const circumstances = [...module.imports, ...module.assignments, ...(module.classes[0]?.methods ?? [])].map((each) => [
    'level' in each ? boundName(each) : each.name,
    each.circumstance,
  ]);
  assert.deepEqual(circumstances, [
    ['TYPE_CHECKING', 'always'],
    ['A', 'type-checking'],
    ['c', 'sometimes'],
    ['D', 'sometimes'],
    ['B', 'sometimes'],
    ['c', 'sometimes'],
    ['f', 'sometimes'],
    ['g', 'always'],
  ]);
});

test('ranges are those of names and values', () => {
  const text = 'class Net(Base):\n    def __init__(self, lr: float = 0.1):\n        pass\n\n    # end\nX = (1)\n';
  const module = scanModule(text);
  const [net] = module.classes;
  const [init] = net?.methods ?? [];
  assert.ok(net && init);
  const [, lr] = parametersOf(text, init);
  const slices = [net, net.bases[0], init, lr, lr?.annotation, lr?.default, init.body, module.assignments[0]?.value].map(
    (range) => range && text.slice(range.start, range.end),
  );
  assert.deepEqual(slices, ['Net', 'Base', '__init__', 'lr', 'float', '0.1', '\n        pass', '(1)']);
});

test('names are as CPython compares them', () => {
  assert.deepEqual(factsOf(scanModule('ﬁt = 1\nclass Größe(ﬁt): pass\n')), ['fit = 1', 'class Größe(ﬁt)']);
});
