import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linearise, pathOf } from '../../../src/core/python/program';
import { resolveClass } from '../../../src/core/python/resolve';
import { modulesFrom } from './modules';

const FILES = {
  'pkg/__init__.py': 'from .a import Net, make as build\nfrom . import sub\nfrom .many import *\n',
  'pkg/a.py': 'from torch import nn\nclass Net(nn.Module): pass\ndef make(x, y=1): pass\nAlias = Net\nLIMIT = 3\n',
  'pkg/many.py': '__all__ = ["One"]\nclass One: pass\nclass Two: pass\n',
  'pkg/sub/__init__.py': 'from ..a import Net as Other\n',
  'pkg/sub/deep.py':
    'from typing import TYPE_CHECKING\nfrom .. import build\nif TYPE_CHECKING:\n    from ..a import Net\nfor Looped in []: pass\n',
  'pkg/outside.py': 'from torch.nn import Linear\nfrom torch.optim import *\n',
  'pkg/lazy.py': 'def __getattr__(name): return name\n',
  'pkg/round.py': 'from .round2 import A\n',
  'pkg/round2.py': 'from .round import A\n',
  'pkg/either.py': 'try:\n    from .a import Net\nexcept ImportError:\n    Net = None\n',
};
const find = modulesFrom(FILES);

function check(path: string, expected: string): void {
  test(`${path}: ${expected}`, () => {
    const found = resolveClass(path, find);
    const answer = {
      found: () => (found.kind === 'found' ? `${found.definition.kind} ${found.path}` : ''),
      'no-module': () => (found.kind === 'no-module' ? `no module ${found.module} in ${found.parent?.name}` : ''),
      'no-name': () => (found.kind === 'no-name' ? `no ${found.name} in ${found.source.name}` : ''),
      unknown: () => 'unknown',
    };
    assert.equal(answer[found.kind](), expected);
  });
}

check('pkg.a.Net', 'class pkg.a.Net');
check('pkg.Net', 'class pkg.a.Net');
check('pkg.build', 'function pkg.a.make');
check('pkg.a.Alias', 'class pkg.a.Net');
check('pkg.sub.Other', 'class pkg.a.Net');
check('pkg.sub.deep.build', 'function pkg.a.make');
check('pkg.One', 'class pkg.many.One');
check('pkg.Two', 'no Two in pkg');
check('pkg.either.Net', 'class pkg.a.Net');
check('pkg.a.Nett', 'no Nett in pkg.a');
check('pkg.a.LIMIT', 'unknown');
check('pkg.sub.deep.Net', 'no Net in pkg.sub.deep');
check('pkg.sub.deep.Looped', 'unknown');
check('pkg.b.Net', 'no module pkg.b in pkg');
check('other.Net', 'no module other in undefined');
check('pkg.outside.Linear', 'unknown');
check('pkg.outside.Adam', 'unknown');
check('pkg.lazy.Anything', 'unknown');
check('pkg.round.A', 'unknown');
check('Net', 'no module  in undefined');

test('classes are in the order in which Python looks for methods', () => {
  const own = modulesFrom({
    'd.py': 'class O: pass\nclass A(O): pass\nclass B(O): pass\nclass C(A, B): pass\nclass D(C, x.Y): pass\n',
  });
  const of = resolveClass('d.D', own);
  assert.ok(of.kind === 'found' && of.definition.kind === 'class');
  const order = linearise(own, of.definition).map((each) => pathOf(each));
  assert.deepEqual(order, ['d.D', 'd.C', 'd.A', 'd.B', 'd.O', 'x.Y']);
});

test('classes that inherit from each other end somewhere', () => {
  const own = modulesFrom({ 'd.py': 'class A(B): pass\nclass B(A): pass\n' });
  assert.equal(resolveClass('d.A', own).kind, 'found');
});
