import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveClass } from '../../../src/core/python/resolve';
import { modulesFrom } from './modules';

const BASE = `
from consts import Names
class Base:
    def __init__(self, period: float = 0.5, name=Names.TRAIN):
        pass
class Middle(Base):
    def __init__(self, *args, persistor_id: str = "persistor", **kwargs):
        super().__init__(*args, **kwargs)
class Silent(Base):
    pass
`;
const CONSTS = 'DEFAULT = "train"\nclass Names:\n    TRAIN = DEFAULT\n';

/** The parameters of the class `m.X`; `**` stands for others that may be taken as well. */
function check(title: string, text: string, parameters: string): void {
  test(title, () => {
    const found = resolveClass('m.X', modulesFrom({ 'm.py': text, 'base.py': BASE, 'consts.py': CONSTS }));
    assert.ok(found.kind === 'found');
    const written = found.signature.parameters.map((each) => {
      const value = each.value && 'value' in each.value ? JSON.stringify(each.value.value) : each.default?.text;
      return value === undefined ? each.name : `${each.name}=${value}`;
    });
    assert.equal([...written, ...(found.signature.isOpen ? ['**'] : [])].join(', '), parameters);
  });
}

const from = (names: string, body: string) => `from base import ${names}\n${body}`;

check('own parameters', 'class X:\n    def __init__(self, a, /, b, *c, d=1): pass\n', 'b, d=1');
check('no constructor at all', 'class X: pass\n', '');
check('an inherited constructor', from('Silent', 'class X(Silent): pass\n'), 'period=0.5, name="train"');
check(
  'keywords that are passed on',
  from('Middle', 'class X(Middle):\n    def __init__(self, lr=0.1, **kw):\n        super().__init__(**kw)\n'),
  'lr=0.1, persistor_id="persistor", period=0.5, name="train"',
);
check(
  'an argument that is passed on under its name is not taken twice',
  from('Base', 'class X(Base):\n    def __init__(self, a, **kw):\n        super().__init__(name=a, **kw)\n'),
  'a, period=0.5',
);
check(
  'an argument that is passed on by its place',
  from('Base', 'class X(Base):\n    def __init__(self, *args, a, **kw):\n        super().__init__(*args, a, **kw)\n'),
  'a, name="train"',
);
check(
  'a base that is called by its name',
  from('Base', 'class X(Base):\n    def __init__(self, **kw):\n        Base.__init__(self, **kw)\n'),
  'period=0.5, name="train"',
);
check('keywords that go somewhere else', 'class X:\n    def __init__(self, a, **kw):\n        self.kw = kw\n', 'a, **');
check(
  'keywords that are taken one by one',
  'class X:\n    def __init__(self, **kw):\n        self.a = kw.pop("a")\n        self.b = kw.get("b", 2)\n',
  'a, b=2',
);
check('a base that is not known', 'from torch.nn import Module\nclass X(Module): pass\n', '**');
check(
  'a base that is not known, behind an own constructor',
  'from torch.nn import Module\nclass X(Module):\n    def __init__(self, a=1):\n        super().__init__()\n',
  'a=1',
);
check(
  'keywords passed on to a base that is not known',
  'from torch.nn import Module\nclass X(Module):\n    def __init__(self, a=1, **kw):\n        super().__init__(**kw)\n',
  'a=1, **',
);
check('a class of its own making', 'class X:\n    def __new__(cls, a): pass\n', '**');
check('a decorator that may change everything', '@register\nclass X:\n    def __init__(self, a): pass\n', 'a, **');
check('an abstract class', 'from abc import ABC\nclass X(ABC):\n    def __init__(self, a): pass\n', 'a');
check(
  'a dataclass with fields of its base',
  'from dataclasses import dataclass, field, KW_ONLY\nfrom typing import ClassVar\n@dataclass\nclass B:\n    a: int\n    b: str = "x"\n@dataclass\nclass X(B):\n    N: ClassVar[int] = 1\n    a: int = 2\n    c: list = field(default_factory=list)\n    d: int = field(init=False)\n    _: KW_ONLY\n    e: int = field(default=3)\n',
  'a=2, b="x", c=list, e=3',
);
check('a function', 'def X(a, *, b=None, **kw): pass\n', 'a, b=null, **'.replace('b=null', 'b=None'));
