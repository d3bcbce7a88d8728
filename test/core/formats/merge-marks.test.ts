import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormatName } from '../../../src/core/formats/document';
import { readConfig } from '../../../src/core/formats/index';
import { TEST_FORMATS } from '../../support/formats';

const OURS = '<<<<<<< HEAD';
const merged = (ours: string, theirs: string) => `${OURS}\n${ours}\n=======\n${theirs}\n>>>>>>> more-rounds`;

const TEXTS: Readonly<Record<FormatName, string>> = {
  json: `{\n  "num_rounds":\n${merged('5', '10')},\n  "min_clients":\n${merged('1', '2')}\n}`,
  hocon: `a {\n${merged('b = [1', 'b = [2')}\n}`,
  yaml: `a:\n${merged('  b: 1', '  b: 2')}\n`,
};

for (const format of ['json', 'hocon', 'yaml'] as const) {
  test(`marks of a merge in ${format} are one problem, at the first mark`, () => {
    const text = TEXTS[format];
    const { problems } = readConfig(TEST_FORMATS, format, text);
    assert.deepEqual(
      problems.map(({ message, range, kind }) => [message.split(';')[0], text.slice(range.start, range.end), kind]),
      [['this line was left by a merge that is not finished', OURS, 'loader']],
    );
    assert.ok(problems[0]?.refusal);
  });
}

test('what only looks like marks is read as before', () => {
  const inText = '{ "note": "<<<<<<< HEAD" }';
  assert.deepEqual(readConfig(TEST_FORMATS, 'json', inText).problems, []);
  const half = `{\n${OURS}\n}`;
  assert.doesNotMatch(readConfig(TEST_FORMATS, 'json', half).problems[0]?.message ?? '', /merge/);
  assert.notEqual(readConfig(TEST_FORMATS, 'json', half).problems.length, 0);
});
