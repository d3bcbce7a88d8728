import { check } from './write-support';

const JOB = `# the job
name: hello # its name
min_clients: 2

deploy_map:
    # both
    app:
    - "@ALL"
resource_spec: {}
# the end
`;
const changed = (from: string, to: string) => JOB.replace(from, to);

check('replace a value', [{ replace: ['min_clients'], value: 3 }], JOB, changed('2\n', '3\n'));
check('replace a value in front of a comment', [{ replace: ['name'], value: 'x y' }], JOB, changed('hello #', 'x y #'));
check('quotes where they are needed', [{ replace: ['name'], value: 'on' }], JOB, changed('hello #', '"on" #'));
check('quotes stay as they are', [{ replace: ['deploy_map', 'app', 0], value: 'site' }], JOB, changed('"@ALL"', '"site"'));
check('rename a key', [{ rename: ['deploy_map', 'app'], key: '@app' }], JOB, changed('app:', '"@app":'));
check('remove a line with its comment', [{ remove: ['name'] }], JOB, changed('name: hello # its name\n', ''));
check('remove a block', [{ remove: ['deploy_map'] }], JOB, changed('deploy_map:\n    # both\n    app:\n    - "@ALL"\n', ''));
check(
  'remove the only key of a block',
  [{ remove: ['deploy_map', 'app'] }],
  JOB,
  changed(':\n    # both\n    app:\n    - "@ALL"\n', ': {}\n    # both\n'),
);
check(
  'remove the only item of a list',
  [{ remove: ['deploy_map', 'app', 0] }],
  JOB,
  changed('app:\n    - "@ALL"\n', 'app: []\n'),
);
check('add a key at the end', [{ add: [], key: 'scope', value: 'a' }], JOB, changed('{}\n', '{}\nscope: a\n'));
check('add a key in front', [{ add: [], key: 'scope', value: 'a', after: null }], JOB, changed('name:', 'scope: a\nname:'));
check(
  'add a key behind another',
  [{ add: [], key: 'scope', value: 'a', after: 'name' }],
  JOB,
  changed('name\n', 'name\nscope: a\n'),
);
check(
  'add a block, indented as others are',
  [{ add: ['deploy_map'], key: 'b', value: { sites: ['x', 'y'], c: { d: 1 } } }],
  JOB,
  changed('"@ALL"\n', '"@ALL"\n    b:\n        sites: [x, y]\n        c:\n            d: 1\n'),
);
check(
  'add to an empty object',
  [{ add: ['resource_spec'], key: 'site-1', value: { num_of_gpus: 1 } }],
  JOB,
  changed('resource_spec: {}', 'resource_spec:\n    site-1:\n        num_of_gpus: 1'),
);
check(
  'add an item',
  [{ insert: ['deploy_map', 'app'], value: { sites: ['a'], x: 1 } }],
  JOB,
  changed('"@ALL"\n', '"@ALL"\n    - sites: [a]\n      x: 1\n'),
);
check(
  'add an item in front',
  [{ insert: ['deploy_map', 'app'], value: 'a', index: 0 }],
  JOB,
  changed('- "@ALL"', '- a\n    - "@ALL"'),
);
check(
  'move to the front',
  [{ front: [], keys: ['deploy_map', 'min_clients'] }],
  JOB,
  '# the job\ndeploy_map:\n    # both\n    app:\n    - "@ALL"\nmin_clients: 2\nname: hello # its name\n\nresource_spec: {}\n# the end\n',
);
check(
  'several at once, one inside of another',
  [
    { add: [], key: 'z', value: 1 },
    { remove: ['name'] },
    { replace: ['deploy_map', 'app', 0], value: 'a' },
    { front: [], keys: ['deploy_map'] },
  ],
  JOB,
  '# the job\ndeploy_map:\n    # both\n    app:\n    - "a"\nmin_clients: 2\n\nresource_spec: {}\nz: 1\n# the end\n',
);

check(
  'replace a value by an object',
  [{ replace: ['a'], value: { x: [{ y: 1 }] } }],
  'a: 1 # c\nb: 2\n',
  'a: # c\n  x:\n    - y: 1\nb: 2\n',
);
check('replace an object by a value', [{ replace: ['a'], value: 1 }], 'a: # c\n  x: 1\nb: 2\n', 'a: 1 # c\nb: 2\n');
check(
  'replace an object by another',
  [{ replace: ['a'], value: { y: 2, z: 3 } }],
  'a:\n    x: 1\nb: 2\n',
  'a:\n    y: 2\n    z: 3\nb: 2\n',
);
check('replace a missing value', [{ replace: ['a'], value: 1 }], 'a:\nb: 2\n', 'a: 1\nb: 2\n');
check('replace a tagged value', [{ replace: ['a'], value: 1 }], 'a: !!str 5\n', 'a: 1\n');
check('replace a literal value', [{ replace: ['a'], value: 'x' }], 'a: |\n  one\n  two\nb: 2\n', 'a: x\nb: 2\n');
check('the first key behind a dash', [{ remove: [0, 'a'] }], '- a: 1\n  # of b\n  b: 2\n', '- # of b\n  b: 2\n');
check(
  'a key in front of the first behind a dash',
  [{ add: [0], key: 'z', value: 0, after: null }],
  '- a: 1\n  b: 2\n',
  '- z: 0\n  a: 1\n  b: 2\n',
);
check(
  'move within an item',
  [{ front: [0], keys: ['b'] }],
  '- a: 1 # one\n  b: 2 # two\n- c\n',
  '- b: 2 # two\n  a: 1 # one\n- c\n',
);
check(
  'comments above move with their key',
  [{ front: [], keys: ['b'] }],
  '# top\na: 1\n# of b\nb: 2\n',
  '# top\n# of b\nb: 2\na: 1\n',
);
check('remove the last of a text without a line end', [{ remove: ['b'] }], 'a: 1\nb: 2', 'a: 1');
check('add to a text without a line end', [{ add: [], key: 'b', value: 2 }], 'a: 1', 'a: 1\nb: 2');
check(
  'keys in quotes have neighbours in quotes',
  [{ add: [], key: 'c', value: 3 }],
  '"a": 1\n"b": 2\n',
  '"a": 1\n"b": 2\n"c": 3\n',
);
check(
  'fill an empty text',
  [
    { add: [], key: 'b', value: [1] },
    { add: [], key: 'a', value: 2, after: null },
  ],
  '',
  'a: 2\nb: [1]\n'.replace(/^/, ''),
);
check('fill a text of comments', [{ add: [], key: 'b', value: 2 }], '# nothing yet\n', '# nothing yet\nb: 2\n');
check('fill a text of a document mark', [{ add: [], key: 'b', value: 2 }], '--- # here\n...\n', '--- # here\nb: 2\n...\n');
check('remove everything', [{ remove: ['a'] }, { remove: ['b'] }], 'a: 1\nb: 2\n', '{}\n');
