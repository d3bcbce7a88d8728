import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ConvertOptions, convert } from '../../../../src/core/assist/convert/convert';
import { hocon } from '../../../../src/core/formats/hocon/index';
import { json } from '../../../../src/core/formats/json/index';
import { yaml } from '../../../../src/core/formats/yaml/index';

const FORMATS = { json, hocon, yaml };
type Name = keyof typeof FORMATS;

function check(title: string, from: Name, to: Name, text: string, expected: string): void {
  test(`${from} to ${to}: ${title}`, () => {
    const result = convert(FORMATS[from].read(text), FORMATS[to]);
    assert.ok('text' in result, JSON.stringify(result));
    assert.equal(result.text, expected);
    assert.deepEqual(result.leftOut, []);
  });
}

/** Each remark as its message and the text at its place. */
function checkRemarks(
  title: string,
  [from, to, text]: readonly [Name, Name, string],
  outcome: 'refused' | 'converted',
  remarks: readonly string[],
  options: ConvertOptions = {},
): void {
  test(`${from} to ${to}: ${title}`, () => {
    const result = convert(FORMATS[from].read(text), FORMATS[to], options);
    const found = 'refused' in result ? result.refused : result.leftOut;
    const described = found.map(({ message, range }) => `${message}: ${text.slice(range.start, range.end)}`);
    assert.deepEqual(described, remarks);
    assert.equal('refused' in result ? 'refused' : 'converted', outcome);
  });
}

const VALUES_JSON = `{
  "name": "demo",
  "min_clients": 2,
  "deploy_map": {
    "app": ["@ALL"]
  },
  "empty": {},
  "none": [],
  "custom": [
    {
      "id": "a",
      "rate": 1.0,
      "tiny": 1.0e-7,
      "nothing": null,
      "on": true
    },
    [],
    [
      [1, -2]
    ]
  ]
}
`;
const VALUES_YAML = `name: demo
min_clients: 2
deploy_map:
  app: ["@ALL"]
empty: {}
none: []
custom:
  - id: a
    rate: 1.0
    tiny: 1.0e-7
    nothing: null
    "on": true
  - []
  - - [1, -2]
`;
const VALUES_HOCON = `name = "demo"
min_clients = 2
deploy_map {
  app = ["@ALL"]
}
empty {}
none = []
custom = [
  {
    id = "a"
    rate = 1.0
    tiny = 1.0e-7
    nothing = null
    on = true
  }
  []
  [
    [1, -2]
  ]
]
`;
check('values of all kinds', 'json', 'yaml', VALUES_JSON, VALUES_YAML);
check('values of all kinds', 'json', 'hocon', VALUES_JSON, VALUES_HOCON);
check('values of all kinds', 'yaml', 'hocon', VALUES_YAML, VALUES_HOCON);
check('values of all kinds', 'hocon', 'json', VALUES_HOCON, VALUES_JSON);
check('values of all kinds', 'hocon', 'yaml', VALUES_HOCON, VALUES_YAML);
check('values of all kinds', 'yaml', 'json', VALUES_YAML, VALUES_JSON);
check('empty lines stay', 'json', 'yaml', '{\n  "a": 1,\n\n\n  "b": 2\n}', 'a: 1\n\nb: 2\n');
check(
  'keys stay in their order, numbers among them',
  'json',
  'yaml',
  '{"b": 1, "10": 2, "9": 3, "a": 4}',
  'b: 1\n"10": 2\n"9": 3\na: 4\n',
);
check(
  'no digit of an integer is lost',
  'json',
  'yaml',
  '{"a": 12345678901234567890123, "b": -9007199254740993}',
  'a: 12345678901234567890123\nb: -9007199254740993\n',
);
check(
  'integers of other notations',
  'yaml',
  'json',
  'a: 0x1F\nb: 1_000\nc: 0xFFFFFFFFFFFFFFFFFF\n',
  '{\n  "a": 31,\n  "b": 1000,\n  "c": 4722366482869645213695\n}\n',
);
check('what looks like an interpolation is a text in JSON', 'json', 'yaml', '{"a": "${b}"}', "a: '\\${b}'\n");
check(
  'numbers that JSON does not have, but Python reads',
  'yaml',
  'json',
  'a: .nan\nb: -.inf\n',
  '{\n  "a": NaN,\n  "b": -Infinity\n}\n',
);

check(
  'comments of all places',
  'hocon',
  'yaml',
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
d {
  # nothing
}
e = [{ # head
  # above x
  x = 1 # y
} # beside
  [1, # a
    2]
]
f = [1, 2, 3] # x
g = {} # h
i = [ # none
] # two

# end
`,
  `# licence

# of a
a: 1 # one
b: # opens
  c: # list
    - 1 # first
    # of two
    - 2
    # last
    # list done
  # closes
# nothing
d: {}
e:
  - # head
    # above x
    x: 1 # y
    # beside
  - - 1 # a
    - 2
f: [1, 2, 3] # x
g: {} # h
# none
i: [] # two

# end
`,
);

check(
  'comments of all places',
  'yaml',
  'hocon',
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
d:
  - # of x
    x: 1 # y
  - - 1 # a
    # of two
    - 2

  # of [3]
  - [3] # beside
e: {f: 1, # f
  g: []} # e

# end
`,
  `# licence

# of a
a = 1 # one
b { # opens
  c = [ # list
    1 # first
    # of two
    2
    # last
  ]
  # closes
}
d = [
  {
    # of x
    x = 1 # y
  }
  [
    1 # a
    # of two
    2
  ]

  # of [3]
  [3] # beside
]
e {
  f = 1 # f
  g = []
} # e

# end
`,
);
check(
  'texts and keys with special characters',
  'json',
  'hocon',
  '{"a.b": "\\"\\n\\\\", "$x": {"é": "${y}"}}',
  '"a.b" = "\\"\\n\\\\"\n"$x" {\n  "é" = "${y}"\n}\n',
);
checkRemarks('what pyhocon has no way to read', ['json', 'hocon', '{"": 1, "a": NaN, "b": [""]}'], 'refused', [
  'HOCON has no way to write this key: ""',
]);
checkRemarks('what pyhocon has no way to read', ['json', 'hocon', '{"a": NaN, "b": [""], "c": -Infinity}'], 'refused', [
  'HOCON has no way to write NaN: NaN',
  'NVFLARE would read this value differently from HOCON: [""]',
  'HOCON has no way to write -Infinity: -Infinity',
]);
checkRemarks('comments have no place in JSON', ['hocon', 'json', '# x\na = 1 // y'], 'refused', [
  'JSON has no place for this comment: # x',
  'JSON has no place for this comment: // y',
]);
checkRemarks(
  'comments are dropped only when asked to',
  ['yaml', 'json', '# x\na: 1 # y'],
  'converted',
  ['JSON has no place for this comment: # x', 'JSON has no place for this comment: # y'],
  { dropComments: true },
);
checkRemarks('mistakes', ['json', 'yaml', '{"a": 1,}'], 'refused', ['a key in double quotes is expected: }']);
checkRemarks('superseded entries are left out', ['json', 'yaml', '{"a": {"b": 1}, "a": 2}'], 'converted', [
  'another value of \'a\' replaces this one: "a"',
]);
checkRemarks('includes', ['hocon', 'yaml', 'a = 1\nb { include "x.conf" }'], 'refused', [
  'there may be more keys than this text shows: { include "x.conf" }',
]);
checkRemarks('unknown values', ['hocon', 'json', 'a = ${HOME}'], 'refused', [
  'this value cannot be known from this text: ${HOME}',
]);
checkRemarks('keys that are no texts', ['yaml', 'json', '5: a\ntrue: b\n"2": c'], 'refused', [
  'the key 5 is not a string: 5',
  'the key True is not a string: true',
]);
checkRemarks('references', ['yaml', 'json', 'a: &x [1]\nb: *x\nc: ${a}-${b}\nd: \\${e}'], 'refused', [
  'this reference becomes a value of its own: *x',
  'this reference becomes a value of its own: ${a}-${b}',
]);
checkRemarks(
  'references are written out when asked to',
  ['yaml', 'json', 'a: &x {y: 1}\nb: *x # z'],
  'converted',
  ['this reference becomes a value of its own: *x', 'JSON has no place for this comment: # z'],
  { dropComments: true, writeOutReferences: true },
);
checkRemarks('references', ['hocon', 'json', 'a = 1\nb = ${a}\nc = "${a}"\nd = x${?a}y'], 'refused', [
  'this reference becomes a value of its own: ${a}',
  'this reference becomes a value of its own: ${?a}',
]);
check('a reference in quotes is a text', 'hocon', 'json', 'a = "${b}"', '{\n  "a": "${b}"\n}\n');
checkRemarks('half a character', ['json', 'yaml', '{"\\ud83d": "\\ude00", "\\ud83d\\ude00": 1}'], 'refused', [
  'this text has half of a character in it: "\\ud83d"',
  'this text has half of a character in it: "\\ude00"',
]);
