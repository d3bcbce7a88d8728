import { check } from './write-support';

const SHORT = '{"a": 1, "b": {"x": []}, "c": [1]}';
check(
  'one line: add',
  [{ add: [], key: 'd', value: { y: [1, { z: 2 }] } }],
  SHORT,
  '{"a": 1, "b": {"x": []}, "c": [1], "d": {"y": [1, {"z": 2}]}}',
);
check(
  'one line: add in front',
  [{ add: [], key: 'd', value: 0, after: null }],
  SHORT,
  '{"d": 0, "a": 1, "b": {"x": []}, "c": [1]}',
);
check('one line: remove the first', [{ remove: ['a'] }], SHORT, '{"b": {"x": []}, "c": [1]}');
check('one line: remove between', [{ remove: ['b'] }], SHORT, '{"a": 1, "c": [1]}');
check('one line: remove the last', [{ remove: ['c'] }], SHORT, '{"a": 1, "b": {"x": []}}');
check(
  'one line: fill an empty list',
  [{ insert: ['b', 'x'], value: { y: 1 } }],
  SHORT,
  '{"a": 1, "b": {"x": [{"y": 1}]}, "c": [1]}',
);
check('one line: add to a list of one', [{ insert: ['c'], value: 2 }], SHORT, '{"a": 1, "b": {"x": []}, "c": [1, 2]}');
check('one line: move to the front', [{ front: [], keys: ['c'] }], SHORT, '{"c": [1], "a": 1, "b": {"x": []}}');
check('one line: replace', [{ replace: ['a'], value: { y: 1 } }], SHORT, '{"a": {"y": 1}, "b": {"x": []}, "c": [1]}');

check(
  'minified stays minified',
  [
    { add: [], key: 'b', value: { y: [1, 2] } },
    { insert: ['a'], value: 2 },
  ],
  '{"a":[1]}',
  '{"a":[1,2],"b":{"y":[1,2]}}',
);
check(
  'padded stays padded',
  [
    { add: [], key: 'b', value: { y: 1 } },
    { add: ['a'], key: 'y', value: { z: 2 } },
  ],
  '{ "a": { "x": { "p": 0 } } }',
  '{ "a": { "x": { "p": 0 }, "y": { "z": 2 } }, "b": { "y": 1 } }',
);
check('padded: remove the first', [{ remove: ['a'] }], '{ "a": 1, "b": 2 }', '{ "b": 2 }');
check(
  'a space in front of colons stays',
  [{ add: [], key: 'b', value: { y: 1 } }],
  '{\n  "a" : 1\n}',
  '{\n  "a" : 1,\n  "b" : {\n    "y" : 1\n  }\n}',
);
check(
  'commas in front stay in front',
  [{ add: [], key: 'c', value: 3 }, { remove: ['a'] }],
  '{ "a": 1\n, "b": 2\n}',
  '{ "b": 2\n, "c": 3\n}',
);
check(
  'four spaces',
  [{ add: ['a'], key: 'y', value: { z: 2 } }],
  '{\n    "a": {\n        "x": 1\n    }\n}',
  '{\n    "a": {\n        "x": 1,\n        "y": {\n            "z": 2\n        }\n    }\n}',
);
check(
  'an empty line between groups stays',
  [{ remove: ['b'] }],
  '{\n  "a": 1,\n\n  "b": 2,\n  "c": 3\n}',
  '{\n  "a": 1,\n\n  "c": 3\n}',
);
check(
  'several on a line: remove the first of a line',
  [{ remove: ['b'] }],
  '{\n  "a": 1,\n  "b": 2, "c": 3\n}',
  '{\n  "a": 1,\n  "c": 3\n}',
);
check(
  'several on a line: remove the last of a line',
  [{ remove: ['b'] }],
  '{\n  "a": 1, "b": 2,\n  "c": 3\n}',
  '{\n  "a": 1,\n  "c": 3\n}',
);
