import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, written } from './write-support';

const META = `# a job
name = "x"
min_clients = 2 # two

# who gets what
deploy_map {
  # all of them
  app = ["@ALL"]
}
`;
const ONE_LINE = '{a: 1, b: {x: []}, c: [1]}';
const JSON_LIKE = `{
  "name": "x",
  "min_clients": 2,
  "deploy_map": {
    "app": ["@ALL"]
  }
}
`;
const LISTS = `executors = [
  {
    tasks = ["train"]
  }
  # the second
  {
    tasks = ["*"]
  }
]
sites = [
  "server",
  "site-1"
]
`;

check('replace a value', [{ replace: ['min_clients'], value: 3 }], META, META.replace('2 #', '3 #'));
check('replace a text', [{ replace: ['name'], value: 'a "b"' }], META, META.replace('"x"', '"a \\"b\\""'));
check(
  'replace an object behind its key by a text',
  [{ replace: ['deploy_map'], value: 'none' }],
  META,
  `${META.slice(0, META.indexOf('deploy_map'))}deploy_map = "none"\n`,
);
check(
  'replace a value by an object',
  [{ replace: ['name'], value: { a: 1, b: { c: [] } } }],
  META,
  META.replace('"x"', '{\n  a = 1\n  b {\n    c = []\n  }\n}'),
);
check(
  'replace in a text of one line',
  [{ replace: ['b'], value: { y: 'é', z: { q: null } } }],
  ONE_LINE,
  '{a: 1, b: { y: "é", z: { q: null } }, c: [1]}',
);
check('rename a key', [{ rename: ['min_clients'], key: 'clients' }], META, META.replace('min_clients', 'clients'));
check('rename to a key that needs quotes', [{ rename: ['name'], key: '@ALL' }], META, META.replace('name', '"@ALL"'));
check('a renamed key keeps its quotes', [{ rename: ['name'], key: 'title' }], JSON_LIKE, JSON_LIKE.replace('name', 'title'));
check('rename a step', [{ rename: ['a', 'b'], key: 'x' }], 'a.b.c = 1\n', 'a.x.c = 1\n');

check('add at the end', [{ add: [], key: 'scope', value: 'foo' }], META, `${META}scope = "foo"\n`);
check(
  'add behind a key',
  [{ add: [], key: 'scope', value: { a: 'b' }, after: 'min_clients' }],
  META,
  META.replace('# two\n', '# two\nscope {\n  a = "b"\n}\n'),
);
check(
  'add in front, above the comment of the first key',
  [{ add: [], key: 'scope', value: 'foo', after: null }],
  META,
  `scope = "foo"\n${META}`,
);
check(
  'add inside of an object',
  [{ add: ['deploy_map'], key: 'app.2', value: ['server', 'site-1'] }],
  META,
  META.replace('["@ALL"]\n', '["@ALL"]\n  "app.2" = ["server", "site-1"]\n'),
);
check(
  'add as JSON does where the text does',
  [
    { add: [], key: 'scope', value: { a: [{ b: 1 }], c: 2 } },
    { add: ['deploy_map'], key: 'app2', value: [] },
  ],
  JSON_LIKE,
  `{
  "name": "x",
  "min_clients": 2,
  "deploy_map": {
    "app": ["@ALL"],
    "app2": []
  },
  "scope": {
    "a": [
      {
        "b": 1
      }
    ],
    "c": 2
  }
}
`,
);
check('add in a line', [{ add: [], key: 'd', value: { x: 1 }, after: 'a' }], ONE_LINE, '{a: 1, d: { x: 1 }, b: {x: []}, c: [1]}');
check('add in front of a line', [{ add: [], key: 'd', value: 1, after: null }], ONE_LINE, `{d: 1, ${ONE_LINE.slice(1)}`);
check(
  'add to an empty object',
  [{ add: ['a'], key: 'b', value: 1 }],
  'x {\n  y = 1\n}\na {}\n',
  'x {\n  y = 1\n}\na {\n  b = 1\n}\n',
);
check('add to an object with a comment', [{ add: ['a'], key: 'b', value: 1 }], 'a {\n  # c\n}\n', 'a {\n  # c\n  b = 1\n}\n');
check('add to a text with a comment', [{ add: [], key: 'b', value: 1 }], '# c\n', '# c\nb = 1\n');
check('add behind a last line without an end', [{ add: [], key: 'b', value: 1 }], '# c\na = 1', '# c\na = 1\nb = 1');

check('remove an entry with its line', [{ remove: ['min_clients'] }], META, META.replace('min_clients = 2 # two\n', ''));
check('remove an object; the comment above stays', [{ remove: ['deploy_map'] }], META, META.slice(0, META.indexOf('deploy_map')));
check('remove the last of a few', [{ remove: ['c'] }], ONE_LINE, '{a: 1, b: {x: []}}');
check('remove the first of a few', [{ remove: ['a'] }], ONE_LINE, '{b: {x: []}, c: [1]}');
check('remove two beside each other', [{ remove: ['b'] }, { remove: ['c'] }], ONE_LINE, '{a: 1}');
check('remove all', [{ remove: ['a'] }, { remove: ['b'] }, { remove: ['c'] }], ONE_LINE, '{}');
check('remove the only one', [{ remove: ['a', 'b'] }], 'a {\n  b = 1\n}\n', 'a {}\n');
check(
  'remove the last before a closing brace, and the comma in front of it',
  [{ remove: ['deploy_map'] }],
  JSON_LIKE,
  '{\n  "name": "x",\n  "min_clients": 2\n}\n',
);
check('remove every place of a key', [{ remove: ['a'] }], 'a = 1\nb = 2\na = 3\n', 'b = 2\n');
check('remove every part of an object', [{ remove: ['a'] }], 'a { x = 1 }\nb = 2\na { y = 1 }\n', 'b = 2\n');
check('remove and add', [{ remove: ['a'] }, { add: [], key: 'd', value: 4 }], 'a = 1 # one\n', 'd = 4\n');
check('remove all and add in a line', [{ remove: ['a'] }, { add: [], key: 'd', value: 4 }], '{a: 1}', '{d: 4}');

check(
  'remove an item over lines',
  [{ remove: ['executors', 0] }, { remove: ['sites', 1] }],
  LISTS,
  LISTS.replace('  {\n    tasks = ["train"]\n  }\n', '').replace('"server",\n  "site-1"', '"server"'),
);
check(
  'add items',
  [
    { insert: ['executors'], value: { tasks: ['a'] }, index: 1 },
    { insert: ['sites'], value: 'site-2' },
    { insert: ['sites'], value: 'site-0', index: 0 },
    { insert: ['executors', 0, 'tasks'], value: 'b' },
  ],
  LISTS,
  `executors = [
  {
    tasks = ["train", "b"]
  }
  {
    tasks = ["a"]
  }
  # the second
  {
    tasks = ["*"]
  }
]
sites = [
  "site-0",
  "server",
  "site-1",
  "site-2"
]
`,
);
check('add to an empty list', [{ insert: ['a'], value: 'x' }], 'a = []\n', 'a = ["x"]\n');
check('add an object to an empty list', [{ insert: ['a'], value: { b: 1 } }], 'a = []\n', 'a = [\n  {\n    b = 1\n  }\n]\n');

check(
  'move to the front, with the comments',
  [{ front: [], keys: ['deploy_map', 'min_clients'] }],
  META,
  `# who gets what
deploy_map {
  # all of them
  app = ["@ALL"]
}
min_clients = 2 # two
# a job
name = "x"

`,
);
check('move in a line', [{ front: [], keys: ['c'] }], ONE_LINE, '{c: [1], a: 1, b: {x: []}}');
check(
  'move to the front where commas stand at the ends of lines',
  [{ front: [], keys: ['deploy_map'] }],
  JSON_LIKE,
  '{\n  "deploy_map": {\n    "app": ["@ALL"]\n  },\n  "name": "x",\n  "min_clients": 2\n}\n',
);
check(
  'move what is changed',
  [
    { front: [], keys: ['b'] },
    { replace: ['b', 'x'], value: 2 },
  ],
  'a = 1\nb { x = 1 }\n',
  'b { x = 2 }\na = 1\n',
);

check('a reference gives way to a value', [{ replace: ['b'], value: 'x' }], 'a = 1\nb = ${a} # c\n', 'a = 1\nb = "x" # c\n');
check(
  'what comes through a reference is changed where it is written',
  [{ replace: ['b', 'x'], value: 2 }],
  'a { x = 1 }\nb = ${a}\n',
  'a { x = 2 }\nb = ${a}\n',
);
check('nothing gives way to a value', [{ replace: ['a'], value: 1 }], 'a =\n', 'a = 1\n');
check('a duration gives way to a text', [{ replace: ['a'], value: '10s' }], 'a = 10s\n', 'a = "10s"\n');
check('an appended list gives way to a list', [{ replace: ['a'], value: ['y'] }], 'a = [x]\na += [z]\n', 'a = [x]\na = ["y"]\n');
check('a value in steps gives way to a value', [{ replace: ['a'], value: 1 }], 'a.b.c = 2\n', 'a = 1\n');

check(
  'an object that a key in steps makes takes another key',
  [{ add: ['a'], key: 'c', value: 2 }],
  'a.b = 1 # one\n',
  'a.b = 1 # one\na.c = 2\n',
);
check(
  'also one further inside, between commas, and on one line',
  [
    { add: ['a', 'args'], key: 'y', value: { z: [1] } },
    { add: ['b'], key: 'd', value: 'x' },
  ],
  'a {\n  args.x = 1,\n  path = p\n}\nlist = []\nb.c = 1, e = 2\n',
  'a {\n  args.x = 1,\n  args.y {\n    z = [1]\n  }\n  path = p\n}\nlist = []\nb.c = 1, b.d = "x", e = 2\n',
);

test('what has no place in the text, or cannot be written, is refused', () => {
  const cases: readonly (readonly [string, Parameters<typeof written>[1][number]])[] = [
    ['a { x = 1 }\nb = ${a}\n', { add: ['b'], key: 'y', value: 2 }],
    ['a = 1\nb = ${a}\n', { replace: ['a'], value: 2 }],
    ['a = 1\nb = ${a}\n', { remove: ['a'] }],
    ['a.b = 1\n', { remove: ['a', 'b'] }],
    ['a.b = 1\n', { add: ['a'], key: 'x.y', value: 2 }],
    ['a.b = 1\n', { rename: ['a', 'b'], key: 'x.y' }],
    ['a = 1\n', { rename: ['a'], key: 'x\ny' }],
    ['a = 1\n', { rename: ['a'], key: '' }],
    ['a = 1\n', { replace: ['a'], value: [''] }],
    ['a = 1\n', { replace: ['a'], value: [[null]] }],
    ['a = 1\n', { replace: ['a'], value: Number.NaN }],
    ['a = 1\n', { replace: ['a'], value: undefined }],
  ];
  for (const [text, change] of cases) assert.equal(written(text, [change]), undefined, `${text} ${JSON.stringify(change)}`);
});
