import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json } from '../../../../src/core/formats/json/index';
import { applyEdits } from '../../../../src/core/text/text-edit';
import { treeEdit } from '../tree-change';
import { check, written } from './write-support';

const LINES = `{
  "a": 1,
  "b": [1, 2],
  "c": {
    "x": true
  }
}
`;

check('remove the first entry', [{ remove: ['a'] }], LINES, LINES.replace('  "a": 1,\n', ''));
check('remove an entry between', [{ remove: ['b'] }], LINES, LINES.replace('  "b": [1, 2],\n', ''));
check('remove the last entry with the comma before it', [{ remove: ['c'] }], LINES, '{\n  "a": 1,\n  "b": [1, 2]\n}\n');
check('remove the only entry', [{ remove: ['c', 'x'] }], LINES, LINES.replace('{\n    "x": true\n  }', '{}'));
check(
  'remove two entries beside each other',
  [{ remove: ['a'] }, { remove: ['b'] }],
  LINES,
  '{\n  "c": {\n    "x": true\n  }\n}\n',
);
check('remove the last two entries', [{ remove: ['c'] }, { remove: ['b'] }], LINES, '{\n  "a": 1\n}\n');
check('remove all entries', [{ remove: ['c'] }, { remove: ['a'] }, { remove: ['b'] }], LINES, '{}\n');
check(
  'remove all entries and add one',
  [{ remove: ['a'] }, { remove: ['b'] }, { remove: ['c'] }, { add: [], key: 'd', value: 4 }],
  LINES,
  '{\n  "d": 4\n}\n',
);
check('removing an entry twice removes it once', [{ remove: ['a'] }, { remove: ['a'] }], LINES, LINES.replace('  "a": 1,\n', ''));
check(
  'a change inside of what is removed does nothing',
  [{ replace: ['c', 'x'], value: 1 }, { add: ['c'], key: 'y', value: 1 }, { rename: ['c'], key: 'd' }, { remove: ['c'] }],
  LINES,
  '{\n  "a": 1,\n  "b": [1, 2]\n}\n',
);

check('add at the end', [{ add: [], key: 'd', value: 'x' }], LINES, LINES.replace('  }\n}', '  },\n  "d": "x"\n}'));
check('add in front', [{ add: [], key: 'd', value: 'x', after: null }], LINES, LINES.replace('{\n', '{\n  "d": "x",\n'));
check('add behind an entry', [{ add: [], key: 'd', value: 'x', after: 'a' }], LINES, LINES.replace('1,\n', '1,\n  "d": "x",\n'));
check(
  'add several behind one entry, in their order',
  [
    { add: [], key: 'd', value: 1, after: 'a' },
    { add: [], key: 'e', value: 2, after: 'a' },
  ],
  LINES,
  LINES.replace('1,\n', '1,\n  "d": 1,\n  "e": 2,\n'),
);
check(
  'add behind an entry that is added',
  [
    { add: [], key: 'd', value: 1, after: 'a' },
    { add: [], key: 'e', value: 2 },
    { add: [], key: 'f', value: 3, after: 'd' },
  ],
  LINES,
  LINES.replace('1,\n', '1,\n  "d": 1,\n  "f": 3,\n').replace('  }\n}', '  },\n  "e": 2\n}'),
);
check(
  'add behind an entry that is removed',
  [{ remove: ['a'] }, { add: [], key: 'd', value: 1, after: 'a' }],
  LINES,
  LINES.replace('"a": 1', '"d": 1'),
);
check(
  'add behind the last entry, which is removed',
  [{ add: [], key: 'd', value: 1, after: 'c' }, { remove: ['c'] }],
  LINES,
  '{\n  "a": 1,\n  "b": [1, 2],\n  "d": 1\n}\n',
);
check(
  'add to an empty object',
  [
    { add: ['a'], key: 'x', value: 1 },
    { add: ['a'], key: 'y', value: [] },
  ],
  '{\n  "a": {}\n}\n',
  '{\n  "a": {\n    "x": 1,\n    "y": []\n  }\n}\n',
);
check(
  'add to an empty object over two lines',
  [{ add: ['a'], key: 'x', value: 1 }],
  '{\n  "a": {\n  }\n}\n',
  '{\n  "a": {\n    "x": 1\n  }\n}\n',
);
check('add to an empty text', [{ add: [], key: 'x', value: { y: [1] } }], '{}\n', '{\n  "x": {\n    "y": [1]\n  }\n}\n');
check(
  'add an object over lines',
  [{ add: ['c'], key: 'y', value: { z: [{ p: 1, q: [] }], s: 'é"\n' }, after: null }],
  LINES,
  LINES.replace(
    '    "x": true',
    '    "y": {\n      "z": [\n        {\n          "p": 1,\n          "q": []\n        }\n      ],\n      "s": "é\\"\\n"\n    },\n    "x": true',
  ),
);

check('add an item to a list on one line', [{ insert: ['b'], value: 3 }], LINES, LINES.replace('[1, 2]', '[1, 2, 3]'));
check(
  'add items at several places',
  [
    { insert: ['b'], value: 0, index: 0 },
    { insert: ['b'], value: 1.5, index: 1 },
    { insert: ['b'], value: 3, index: 2 },
  ],
  LINES,
  LINES.replace('[1, 2]', '[0, 1, 1.5, 2, 3]'),
);
check(
  'add an item beside a removed one',
  [{ remove: ['b', 0] }, { insert: ['b'], value: 'x', index: 0 }],
  LINES,
  LINES.replace('[1, 2]', '["x", 2]'),
);
check('remove the items of a list', [{ remove: ['b', 0] }, { remove: ['b', 1] }], LINES, LINES.replace('[1, 2]', '[]'));
check('remove the first item', [{ remove: ['b', 0] }], LINES, LINES.replace('[1, 2]', '[2]'));
check('remove the last item', [{ remove: ['b', 1] }], LINES, LINES.replace('[1, 2]', '[1]'));
check(
  'add plain items to an empty list',
  [
    { insert: ['a'], value: 1 },
    { insert: ['a'], value: null },
  ],
  '{\n  "a": []\n}',
  '{\n  "a": [1, null]\n}',
);
check(
  'add an object to an empty list',
  [{ insert: ['a'], value: { x: 1 } }],
  '{\n  "a": []\n}',
  '{\n  "a": [\n    {\n      "x": 1\n    }\n  ]\n}',
);

const COMPONENTS = `{
  "components": [
    {
      "id": "one",
      "args": {}
    },
    {"id": "two", "args": {}}
  ]
}
`;
check(
  'an object is added like the one before it: on a line',
  [{ insert: ['components'], value: { id: 'three' } }],
  COMPONENTS,
  COMPONENTS.replace('}}\n', '}},\n    {"id": "three"}\n'),
);
check(
  'an object is added like the one before it: over lines',
  [{ insert: ['components'], value: { id: 'three' }, index: 1 }],
  COMPONENTS,
  COMPONENTS.replace('    },\n', '    },\n    {\n      "id": "three"\n    },\n'),
);
check(
  'remove an object from a list',
  [{ remove: ['components', 0] }],
  COMPONENTS,
  '{\n  "components": [\n    {"id": "two", "args": {}}\n  ]\n}\n',
);
check(
  'add inside of two neighbours at once',
  [
    { add: ['components', 0], key: 'x', value: 1 },
    { add: ['components', 1], key: 'x', value: 1, after: 'id' },
  ],
  COMPONENTS,
  COMPONENTS.replace('{}\n', '{},\n      "x": 1\n').replace('"two",', '"two", "x": 1,'),
);
check(
  'add to an empty object on a shared line',
  [{ add: ['components', 1, 'args'], key: 'x', value: 1 }],
  COMPONENTS,
  COMPONENTS.replace('{}}', '{"x": 1}}'),
);
check(
  'add inside and behind at once',
  [
    { add: ['components', 1], key: 'x', value: 1 },
    { insert: ['components'], value: 5 },
    { add: [], key: 'z', value: 0 },
  ],
  COMPONENTS,
  COMPONENTS.replace('{}}\n  ]', '{}, "x": 1},\n    5\n  ],\n  "z": 0'),
);

const HUGGED = `{
  "tasks": [{
    "a": 1
  }, {
    "b": 2
  }]
}
`;
check(
  'an object hugs its brackets as its neighbours do',
  [{ insert: ['tasks'], value: { c: 3 } }],
  HUGGED,
  HUGGED.replace('  }]', '  }, {\n    "c": 3\n  }]'),
);
check('remove one that hugs its brackets', [{ remove: ['tasks', 0] }], HUGGED, '{\n  "tasks": [{\n    "b": 2\n  }]\n}\n');

check(
  'replace plain values',
  [
    { replace: ['a'], value: 'x' },
    { replace: ['b', 1], value: null },
    { replace: ['c', 'x'], value: 0.5 },
  ],
  LINES,
  LINES.replace('1,\n', '"x",\n').replace('2]', 'null]').replace('true', '0.5'),
);
check(
  'replace a plain value by an object',
  [{ replace: ['a'], value: { p: { q: 1 } } }],
  LINES,
  LINES.replace('1,\n', '{\n    "p": {\n      "q": 1\n    }\n  },\n'),
);
check('replace a plain value by a list', [{ replace: ['a'], value: ['x', 'y'] }], LINES, LINES.replace('1,\n', '["x", "y"],\n'));
check(
  'a list on one line stays there',
  [{ replace: ['b'], value: [1, [2], { x: 3 }] }],
  LINES,
  LINES.replace('[1, 2]', '[1, [2], {"x": 3}]'),
);
check(
  'a list that outgrows its line is broken',
  [{ replace: ['b'], value: ['x'.repeat(50), 'y'.repeat(50)] }],
  LINES,
  LINES.replace('[1, 2]', `[\n    "${'x'.repeat(50)}",\n    "${'y'.repeat(50)}"\n  ]`),
);
check('a list over lines stays so', [{ replace: [], value: [1, 2] }], '[\n  1\n]\n', '[\n  1,\n  2\n]\n');
check('an object over lines stays so', [{ replace: ['c'], value: { y: [] } }], LINES, LINES.replace('"x": true', '"y": []'));
check(
  'replace what holds another change',
  [
    { replace: ['c', 'x'], value: 1 },
    { replace: ['c'], value: 2 },
    { add: ['c'], key: 'n', value: 1 },
  ],
  LINES,
  '{\n  "a": 1,\n  "b": [1, 2],\n  "c": 2\n}\n',
);
check(
  'the later of two replacements counts',
  [
    { replace: ['a'], value: 1 },
    { replace: ['a'], value: 2 },
  ],
  LINES,
  LINES.replace('1,\n', '2,\n'),
);
check('replace the root', [{ replace: [], value: { a: [true] } }], LINES, '{\n  "a": [true]\n}\n');

check(
  'rename keys',
  [
    { rename: ['a'], key: 'A"' },
    { rename: ['c', 'x'], key: '' },
  ],
  LINES,
  LINES.replace('"a"', '"A\\""').replace('"x"', '""'),
);
check(
  'rename a key and replace its value',
  [
    { rename: ['a'], key: 'z' },
    { replace: ['a'], value: [] },
  ],
  LINES,
  LINES.replace('"a": 1', '"z": []'),
);
check(
  'add in front of a key that is renamed',
  [
    { rename: ['a'], key: 'z' },
    { add: [], key: 'n', value: 0, after: null },
  ],
  LINES,
  LINES.replace('"a": 1', '"n": 0,\n  "z": 1'),
);

check(
  'move an entry to the front',
  [{ front: [], keys: ['b'] }],
  LINES,
  '{\n  "b": [1, 2],\n  "a": 1,\n  "c": {\n    "x": true\n  }\n}\n',
);
check(
  'move the last entries to the front, in the order asked for',
  [{ front: [], keys: ['c', 'b'] }],
  LINES,
  '{\n  "c": {\n    "x": true\n  },\n  "b": [1, 2],\n  "a": 1\n}\n',
);
check(
  'what is in front already stays',
  [{ front: [], keys: ['a', 'c'] }],
  LINES,
  '{\n  "a": 1,\n  "c": {\n    "x": true\n  },\n  "b": [1, 2]\n}\n',
);
check(
  'keys that are not there are not moved',
  [{ front: [], keys: ['zz', 'b'] }],
  LINES,
  '{\n  "b": [1, 2],\n  "a": 1,\n  "c": {\n    "x": true\n  }\n}\n',
);
check(
  'move an entry with the changes inside it',
  [
    { front: [], keys: ['c'] },
    { add: ['c'], key: 'y', value: 1 },
    { rename: ['c'], key: 'C' },
  ],
  LINES,
  '{\n  "C": {\n    "x": true,\n    "y": 1\n  },\n  "a": 1,\n  "b": [1, 2]\n}\n',
);
check(
  'move, remove and add at once',
  [{ front: [], keys: ['c'] }, { remove: ['a'] }, { add: [], key: 'z', value: 0 }],
  LINES,
  '{\n  "c": {\n    "x": true\n  },\n  "b": [1, 2],\n  "z": 0\n}\n',
);

test('a key that comes twice: only the entry asked for is changed', () => {
  const text = '{"a": 1, "b": 2, "a": 3}';
  assert.equal(written(text, [{ remove: ['a'] }]), '{"a": 1, "b": 2}');
  assert.equal(written(text, [{ add: [], key: 'c', value: 4, after: 'a' }]), '{"a": 1, "b": 2, "a": 3, "c": 4}');
  assert.equal(written(text, [{ front: [], keys: ['b'] }]), '{"b": 2, "a": 1, "a": 3}');
  const { root } = json.read(text);
  assert.ok(root.kind === 'object');
  const edits = root.value.superseded.map((entry) => ({ kind: 'remove-entry', object: root, entry }) as const);
  assert.equal(applyEdits(text, json.write(json.read(text), edits) ?? []), '{"b": 2, "a": 3}');
});

test('edits are as small as can be', () => {
  const document = json.read(LINES);
  const edits = json.write(document, [treeEdit(document.root, { add: [], key: 'd', value: 1, after: 'a' })]);
  assert.deepEqual(edits, [{ range: { start: 14, end: 14 }, newText: '"d": 1,\n  ' }]);
  assert.deepEqual(json.write(document, []), []);
  assert.deepEqual(json.write(document, [treeEdit(document.root, { front: [], keys: ['a', 'b'] })]), []);
});
