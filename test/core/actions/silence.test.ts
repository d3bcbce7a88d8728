import assert from 'node:assert/strict';
import { test } from 'node:test';
import picomatch from 'picomatch';
import { silenceByComment } from '../../../src/core/actions/silence-comment';
import { globOf, silenceBySetting } from '../../../src/core/actions/silence-setting';
import type { FormatName } from '../../../src/core/formats/document';
import { readConfig } from '../../../src/core/formats/index';
import { heardInFile } from '../../../src/core/settings/silence-comments';
import { applyEdits } from '../../../src/core/text/text-edit';
import { TEST_FORMATS } from '../../support/formats';
import { unmark } from '../../support/marked';

/** The text with a comment that silences a rule at the mark. */
function silenced(format: FormatName, source: string, reach: 'line' | 'file'): string | undefined {
  const { text, marks } = unmark(source);
  const [range] = marks;
  assert.ok(range);
  const document = readConfig(TEST_FORMATS, format, text);
  const edit = silenceByComment(document, { code: 'ids/unused', range, reach }, TEST_FORMATS);
  return edit && applyEdits(text, [edit]);
}

const CASES: readonly (readonly [format: FormatName, source: string, line: string | undefined, file: string | undefined])[] = [
  [
    'hocon',
    'a {\n  b = <|1|>\n}\n',
    'a {\n  # flare-jobs-disable-next-line ids/unused\n  b = 1\n}\n',
    '# flare-jobs-disable-file ids/unused\na {\n  b = 1\n}\n',
  ],
  [
    'yaml',
    '%YAML 1.2\r\n---\r\na:\r\n  - <|b|>\r\n',
    '%YAML 1.2\r\n---\r\na:\r\n  # flare-jobs-disable-next-line ids/unused\r\n  - b\r\n',
    '# flare-jobs-disable-file ids/unused\r\n%YAML 1.2\r\n---\r\na:\r\n  - b\r\n',
  ],
  ['yaml', '<|a|>: 1', '# flare-jobs-disable-next-line ids/unused\na: 1', '# flare-jobs-disable-file ids/unused\na: 1'],
  // The line begins inside of a text.
  ['yaml', 'a: {b: "x\n  y", c: <|1|>}\n', undefined, '# flare-jobs-disable-file ids/unused\na: {b: "x\n  y", c: 1}\n'],
  ['hocon', 'a = """x\ny""", b = <|1|>\n', undefined, '# flare-jobs-disable-file ids/unused\na = """x\ny""", b = 1\n'],
  ['json', '{ "a": <|1|> }', undefined, undefined],
];

for (const [format, source, line, file] of CASES) {
  test(`${format}: a comment that silences ${JSON.stringify(source)}`, () => {
    assert.equal(silenced(format, source, 'line'), line);
    assert.equal(silenced(format, source, 'file'), file);
  });
}

test('what is written is what is read', () => {
  for (const [format, source, line, file] of CASES) {
    for (const text of [line, file]) {
      if (text === undefined) continue;
      const { text: before, marks } = unmark(source);
      const [mark] = marks;
      assert.ok(mark);
      const start = mark.start + text.length - before.length;
      const finding = { code: 'ids/unused', range: { start, end: start + 1 } } as Parameters<typeof heardInFile>[0][number];
      assert.deepEqual(heardInFile([finding], readConfig(TEST_FORMATS, format, text)), []);
      assert.equal(heardInFile([{ ...finding, code: 'ids/unknown' }], readConfig(TEST_FORMATS, format, text)).length, 1);
    }
  }
});

const SILENCE = { glob: 'jobs/a/**', code: 'ids/unused' };

test('a silence is written into a settings file, and its comments stay', () => {
  const alone = '{\n  "silence": {\n    "jobs/a/**": [\n      "ids/unused"\n    ]\n  }\n}\n';
  assert.equal(silenceBySetting('', SILENCE), alone);
  assert.equal(silenceBySetting(alone, SILENCE), alone, 'it is there already');
  assert.equal(
    silenceBySetting('{\n  // ours\n  "targetVersion": "2.8"\n}\n', SILENCE),
    '{\n  // ours\n  "targetVersion": "2.8",\n  "silence": {\n    "jobs/a/**": [\n      "ids/unused"\n    ]\n  }\n}\n',
  );
  assert.equal(
    silenceBySetting('{\n  "silence": {\n    "jobs/a/**": ["meta/no-name"] // as agreed\n  }\n}\n', SILENCE),
    '{\n  "silence": {\n    "jobs/a/**": [\n      "meta/no-name",\n      "ids/unused"\n    ] // as agreed\n  }\n}\n',
  );
  assert.equal(silenceBySetting('{ "silence": { "jobs/a/**": "*" } }', SILENCE), '{ "silence": { "jobs/a/**": "*" } }');
});

test('a settings file that cannot be understood is left alone', () => {
  for (const text of ['{ "silence": ', '[]', '{ "silence": [] }', '{ "silence": { "jobs/a/**": 1 } }']) {
    assert.equal(silenceBySetting(text, SILENCE), undefined, text);
  }
});

test('a pattern made of a path matches that path and no other', () => {
  for (const path of ['a/meta.json', 'a (1)/[x]{y}/!b@c.json', 'a*b/c?.json', 'a+b/$c^d|e.json']) {
    const matches = picomatch(globOf(path), { dot: true });
    assert.ok(matches(path), path);
    assert.ok(!matches(path.replace('a', 'aa')), path);
  }
});
