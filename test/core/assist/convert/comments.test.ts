import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attachComments } from '../../../../src/core/assist/convert/comments';
import type { ConfigDocument } from '../../../../src/core/formats/document';
import { hocon } from '../../../../src/core/formats/hocon/index';
import { readYaml } from '../../../../src/core/formats/yaml/read';
import type { ConfigNode } from '../../../../src/core/tree/node';

/** One line for each owner: where the comments stand, whose they are, and the comments with `|` for line ends. */
function attached(document: ConfigDocument): readonly string[] {
  const { above, beside, head, foot } = attachComments(document);
  const lines: string[] = [];
  const visit = (node: ConfigNode, path: string): void => {
    const inside = [...(head.has(node) ? [`head ${path}: ${head.get(node)}`] : [])];
    lines.push(...inside);
    const members = node.kind === 'object' ? node.value.list : node.kind === 'array' ? node.value : [];
    members.forEach((owner, index) => {
      const value = 'key' in owner ? owner.value : owner;
      const name = `${path === '.' ? '' : path}.${'key' in owner ? owner.key : index}`;
      const lead = above.get(owner);
      if (lead) lines.push(`above ${name}: ${lead.join('|')}`);
      visit(value, name);
      if (beside.has(owner)) lines.push(`beside ${name}: ${beside.get(owner)}`);
    });
    const below = foot.get(node);
    if (below) lines.push(`foot ${path}: ${below.join('|')}`);
  };
  visit(document.root, '.');
  return lines;
}

function checkHocon(title: string, text: string, expected: readonly string[]): void {
  test(`HOCON: ${title}`, () => assert.deepEqual(attached(hocon.read(text)), expected));
}

function checkYaml(title: string, text: string, expected: readonly string[]): void {
  test(`YAML: ${title}`, () => assert.deepEqual(attached(readYaml(text)), expected));
}

checkHocon(
  'above, beside, head and foot',
  `# licence

// of a
a = 1 # one
b { # opens
  c = [ # list
    1, # first
    # of two
    2
    # last
  ] # list done
} // closes

# end
`,
  [
    'above .a: # licence||# of a',
    'beside .a: # one',
    'head .b: # opens',
    'head .b.c: # list',
    'beside .b.c.0: # first',
    'above .b.c.1: # of two',
    'foot .b.c: # last',
    'beside .b.c: # list done',
    'beside .b: # closes',
    'foot .: |# end',
  ],
);
checkHocon('braces around all', '# top\n{ # open\n  a = 1\n  # foot\n} # close\n# end', [
  'head .: # open',
  'above .a: # top',
  'foot .: # foot|# close|# end',
]);
checkHocon('an object with nothing but a comment', 'z = 1\na {\n  # nothing\n}\nb = [ # none\n]', [
  'foot .a: # nothing',
  'head .b: # none',
]);
checkHocon('two on a line', 'a = 1, b = 2 # both', ['beside .b: # both']);
checkHocon('behind the bracket of what ends on the line', 'a { b = 1 } # x', ['beside .a: # x']);
checkHocon('dotted keys', '# x\na.b = 1 # y\n# z\na.c = 2', ['above .a: # x', 'beside .a.b: # y', 'above .a.c: # z']);
checkHocon('merged objects', 'a { x = 1 } # one\n# two\na { y = 2 }', ['beside .a.x: # one', 'above .a.y: # two']);
checkHocon('a comment between key and value', 'a = # x\n 1\nb = # y\n{ c = 1 }', ['beside .a: # x', 'head .b: # y']);
checkHocon('the second comment for one place goes on to the next', 'a = # x\n  1 # y\nb = 2', [
  'beside .a: # x',
  'above .b: # y',
]);
checkHocon('empty lines', 'a = 1\n\n\nb = 2\n\n# x\n\nc = 3', ['above .b: ', 'above .c: |# x|']);
checkHocon('markers', 'a = 1 //x\nb = 2 ## y  \n#\nc = 3', ['beside .a: #x', 'beside .b: ## y', 'above .c: #']);

checkYaml(
  'above, beside, head and foot',
  `# licence

# of a
a: 1 # one
b: # opens
  c: # list
    - 1 # first
    # of two
    - 2
    # last
  # closes

# end
`,
  [
    'above .a: # licence||# of a',
    'beside .a: # one',
    'head .b: # opens',
    'head .b.c: # list',
    'beside .b.c.0: # first',
    'above .b.c.1: # of two',
    'foot .b.c: # last',
    'foot .b: # closes',
    'foot .: |# end',
  ],
);
checkYaml(
  'list items of several keys',
  'x:\n  # of one\n  - a: 1 # a\n    # of b\n    b: 2 # b\n  # of two\n  - # dash\n    # below\n    c: 3\n',
  [
    'above .x.0: # of one',
    'beside .x.0.a: # a',
    'above .x.0.b: # of b',
    'beside .x.0.b: # b',
    'above .x.1: # of two',
    'above .x.1.c: # dash|# below',
  ],
);
checkYaml('the indentation decides whose a comment is', 'x:\n  y:\n    a: 1\n    # deep\n  # middle\n# outer\nz: 2\n', [
  'foot .x.y: # deep',
  'foot .x: # middle',
  'above .z: # outer',
]);
checkYaml('a list that is not indented', 'x:\n- 1\n# of two\n- 2\n# of z\nz: 3\n', ['above .x.1: # of two', 'above .z: # of z']);
checkYaml('flow collections', 'x: {a: 1, # one\n  b: [1, # two\n  2]} # three\n', [
  'beside .x.a: # one',
  'beside .x.b.0: # two',
  'beside .x: # three',
]);
checkYaml('behind a key without a value', 'a: # x\nb: 1\n', ['beside .a: # x']);
checkYaml('in front of the document', '# x\n--- # y\na: 1\n', ['above .a: # x|# y']);
checkYaml('block texts', 'a: | # x\n  t\n# y\nb: 1\n', ['beside .a: # x', 'above .b: # y']);
checkYaml('nothing but comments', '# x\n\n# y\n', ['foot .: # x||# y']);
checkYaml('behind a dash', 'x:\n  - # one\n    1\n  - # two\n    [2]\n', ['above .x.0: # one', 'above .x.1: # two']);
checkYaml('behind an alias', 'a: &x\n  y: 1\nb: *x # z\n', ['beside .b: # z']);
