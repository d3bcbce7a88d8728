/** Texts as they are while someone types, or after a mistake, with what can be told of them all the same. */
export interface BrokenText {
  readonly title: string;
  readonly text: string;
  readonly facts: readonly string[];
}

export const BROKEN_TEXTS: readonly BrokenText[] = [
  {
    title: 'a parameter list that is not closed yet',
    text: 'class A(Base):\n    def __init__(self, a, b=1\n        self.a = a\n        self.b = b\n\n    def run(self):\n        pass\n\nclass B:\n    pass\n',
    facts: ['class A(Base)', 'def A.__init__(self, a, b=1)', 'def A.run(self)', 'class B()'],
  },
  {
    title: 'a default that is not typed yet',
    text: 'class A:\n    def __init__(self, a, b=\n\n    def run(self, x):\n        return x\n',
    facts: ['class A()', 'def A.__init__(self, a, b)', 'def A.run(self, x)'],
  },
  {
    title: 'a list of bases that is not closed',
    text: 'class A(Executor\n    def __init__(self, a):\n        self.a = a\n\ndef main(x):\n    pass\n',
    facts: ['def main(x)', 'class A(Executor)', 'def A.__init__(self, a)'],
  },
  {
    title: 'a class header without its colon',
    text: 'class A(Executor)\n    def __init__(self, a):\n        pass\n\nclass B(Filter):\n    def process(self):\n        pass\n',
    facts: ['class A(Executor)', 'def A.__init__(self, a)', 'class B(Filter)', 'def B.process(self)'],
  },
  {
    title: 'a function header without its colon',
    text: 'class A:\n    def __init__(self, a)\n        self.a = a\n\n    def run(self):\n        pass\n',
    facts: ['class A()', 'def A.__init__(self, a)', 'def A.run(self)'],
  },
  {
    title: 'a call in a body that is not closed',
    text: 'class A:\n    def run(self):\n        self.log(self.name, (1, 2)\n\n    @property\n    def name(self):\n        return 1\n\nclass B(A):\n    pass\n',
    facts: ['class A()', 'def A.run(self)', '@property def A.name(self)', 'class B(A)'],
  },
  {
    title: 'a list at the outside that is not closed',
    text: 'import os\nITEMS = [\n    "a",\n    "b"\n\nLIMIT = 3\n\ndef f(x):\n    return x\n',
    facts: ['import os', 'ITEMS = [', 'LIMIT = 3', 'def f(x)'],
  },
  {
    title: 'a dict in a class body that is not closed',
    text: 'class A:\n    TABLE = {"a": 1, "b": [1, 2\n    LIMIT = 5\n\n    def __init__(self, a):\n        pass\n',
    facts: ['class A()', 'A.TABLE = {"a": 1, "b": [1, 2', 'A.LIMIT = 5', 'def A.__init__(self, a)'],
  },
  {
    title: 'a bracket too many',
    text: 'X = foo(1))\n\nclass A:\n    def __init__(self, a):\n        self.a = (a))\n\n    def run(self):\n        pass\n',
    facts: ['X = foo(1))', 'class A()', 'def A.__init__(self, a)', 'def A.run(self)'],
  },
  {
    title: 'a string that is not closed',
    text: 'NAME = "abc\nOTHER = 1\n\nclass A:\n    def __init__(self, a="x, b=2):\n        pass\n\n    def run(self):\n        pass\n',
    facts: ['NAME = "abc', 'OTHER = 1', 'class A()', 'def A.__init__(self, a="x, b=2):)', 'def A.run(self)'],
  },
  {
    title: 'an early docstring that is not closed, with others behind it',
    text: 'class A:\n    """Trains.\n\n    def __init__(self, a):\n        """Makes it."""\n        self.a = a\n\n    def run(self):\n        """Runs."""\n        pass\n\nclass B(A):\n    pass\n',
    facts: ['class A()', 'def A.__init__(self, a)', 'def A.run(self)', 'class B(A)'],
  },
  {
    title: 'the last docstring is not closed',
    text: 'class A:\n    def __init__(self, a):\n        """Makes it."""\n        self.a = a\n\n    def run(self):\n        """Runs.\n        pass\n\nclass B(A):\n    pass\n',
    facts: ['class A()', 'def A.__init__(self, a)', 'def A.run(self)', 'class B(A)'],
  },
  {
    title: 'half an import',
    text: 'import os\nfrom nvflare.apis.executor import\nfrom nvflare.apis. import fl_context\nimport\nfrom a import (b,\n    c\n\nclass A(b):\n    pass\n',
    facts: ['import os', 'import nvflare.apis fl_context', 'import a b', 'import a c', 'class A(b)'],
  },
  {
    title: 'a method that is only a header yet',
    text: 'class A:\n    def __init__(self, a, b: int = 3):\n\n    def run(self):\n        pass\n\n    def\n\nclass B:\n',
    facts: ['class A()', 'def A.__init__(self, a, b=3)', 'def A.run(self)', 'class B()'],
  },
  {
    title: 'marks of a merge',
    text: 'class A:\n<<<<<<< HEAD\n    def __init__(self, a):\n        pass\n=======\n    def __init__(self, a, b):\n        pass\n>>>>>>> other\n    def run(self):\n        pass\n',
    facts: ['class A()', 'def A.__init__(self, a)', 'def A.__init__(self, a, b)', 'def A.run(self)'],
  },
  {
    title: 'indentation that does not fit',
    text: 'class A:\n    def __init__(self, a):\n        self.a = a\n      self.b = 1\n\n   def run(self):\n        pass\n\n  x = 1\n\nclass B:\n    pass\n',
    facts: ['class A()', 'A.x = 1', 'def A.__init__(self, a)', 'def A.run(self)', 'class B()'],
  },
  {
    title: 'statements of Python 2',
    text: 'import os\n\ndef show(x):\n    print x\n\nclass A:\n    def run(self, (a, b), c):\n        exec "x"\n        raise E, "no"\n',
    facts: ['import os', 'def show(x)', 'class A()', 'def A.run(self, c)'],
  },
  {
    title: 'a statement that breaks off in the middle of typing',
    text: 'class A(Executor):\n    def __init__(self, a):\n        self.\n        super().__init__(\n\n    def execute(self, task_name, shareable, fl_ctx, abort_signal):\n        if task_name ==\n        return self.train(\n\nclass B(A):\n    pass\n',
    facts: [
      'class A(Executor)',
      'def A.__init__(self, a)',
      'def A.execute(self, task_name, shareable, fl_ctx, abort_signal)',
      'class B(A)',
    ],
  },
];
