import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBody } from '../../../src/core/python/body';
import type { ExpressionTree } from '../../../src/core/python/expression-tree';
import { scanModule } from '../../../src/core/python/scan';

/** A tree as a short text: `kind(parts)`. */
function short(tree: ExpressionTree): string {
  switch (tree.kind) {
    case 'name':
      return tree.name;
    case 'attribute':
      return `${short(tree.object)}.${tree.name}`;
    case 'call': {
      const list = tree.arguments.map((each) => '*'.repeat(each.stars) + (each.name ? `${each.name}=` : '') + short(each.value));
      return `${short(tree.callee)}(${list.join(' ')})`;
    }
    case 'string':
    case 'number':
      return tree.kind;
    default: {
      const beside = 'beside' in tree && tree.beside.length > 0 ? ` | ${tree.beside.map(short).join(' ')}` : '';
      return `${tree.kind}[${tree.items.map(short).join(' ')}${beside}]`;
    }
  }
}

function check(line: string, expected: readonly string[]): void {
  test(line.trim(), () => {
    const text = `def f():\n    ${line.replaceAll('\n', '\n    ')}\n`;
    const [f] = scanModule(text).functions;
    assert.ok(f);
    const found = readBody(text, f).map((each) => {
      const target = 'target' in each ? `${short(each.target)} = ` : '';
      const annotation = each.kind === 'assign' && each.annotation ? `: ${short(each.annotation)}` : '';
      return `${each.kind} ${target}${short(each.value)}${annotation}`;
    });
    assert.deepEqual(found, expected);
  });
}

check('self.x = x', ['assign self.x = x']);
check('a: Optional[B] = self.engine.get_component(self._id)', [
  'assign a = self.engine.get_component(self._id): subscript[Optional B]',
]);
check('super().__init__(*args, a, b=c, **kw)', ['expression super().__init__(*args a b=c **kw)']);
check('a = b = c or d', ['assign a = choice[c d]', 'assign b = choice[c d]']);
check('x = a if b == 1 else c', ['assign x = choice[a c | comparison[b number]]']);
check('if not isinstance(self.p, (A, m.B)) and x in y:\n    raise E(f"{x}")', [
  'expression other[negation[isinstance(self.p items[A m.B])] comparison[x y]]',
  'expression E(string)',
]);
check('for c in self.ids: use(c)', ['each c = self.ids', 'expression use(c)']);
check('with open("f") as g, h:\n    return g.read()', ['assign items[g h] = open(string)', 'return g.read()']);
check('d = {"a": f, **b}; kw["n"] = 1', ['assign d = mapping[string other[b] | f]', 'assign subscript[kw string] = number']);
check('return [i.x for i in y if i], lambda a, b=1: a + b', ['return items[items[other[i.x loop[i y] i]] other[other[a b]]]']);
check('x = (a,\n)\ny = (b, )\nz = (c)', ['assign x = items[a]', 'assign y = items[b]', 'assign z = c']);
check('assert isinstance(a, B), "no"', ['assert isinstance(a B)']);
check('x += 1', ['assign x = number']);
check('async with a as b:\n    await c()', ['assign b = a', 'expression c()']);
check('def inner(y):\n    return y\ncall(inner)', ['return y', 'expression call(inner)']);
check('x = (yield)', ['assign x = other[]']);
