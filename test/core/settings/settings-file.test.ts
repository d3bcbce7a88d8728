import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { releaseName } from '../../../src/core/job/release';
import { readSettingsFile } from '../../../src/core/settings/settings-file';
import { unmark } from '../../support/marked';

test('a settings file says the release, the severity of rules and what is silent', () => {
  const found = readSettingsFile(`{
    // the server of the hospital network
    "targetVersion": "2.7.2",
    "rules": { "meta/unknown-key": "off", "ids/unused": "warning" },
    "silence": { "examples/**": ["meta/no-name"], "old/**": "*" }, /* as agreed */
    "codeFolders": ["src", "../lib"]
  }`);
  assert.deepEqual(found.problems, []);
  assert.equal(found.target && releaseName(found.target), '2.7.2');
  assert.deepEqual(found.rules, { 'meta/unknown-key': 'off', 'ids/unused': 'warning' });
  assert.deepEqual(found.silences, [
    { glob: 'examples/**', codes: ['meta/no-name'] },
    { glob: 'old/**', codes: '*' },
  ]);
  assert.deepEqual(found.codeFolders, ['src', '../lib']);
});

const WRONG: readonly (readonly [text: string, message: string])[] = [
  ['{ "targetVersion": <|2.9|> }', 'targetVersion must be a release in quotes, such as "2.8" or "2.7.2"'],
  ['{ "targetVersion": <|"newest"|> }', 'targetVersion must be a release in quotes, such as "2.8" or "2.7.2"'],
  ['{ <|"target"|>: "2.9" }', 'there is no setting "target"; there are "targetVersion", "rules", "silence" or "codeFolders"'],
  ['{ <|"targetversion"|>: "2.9" }', 'there is no setting "targetversion"; did you mean "targetVersion"?'],
  ['{ "rules": <|[]|> }', 'rules must be an object, { }'],
  ['{ "rules": { <|"meta/unknown-kye"|>: "off" } }', 'there is no rule "meta/unknown-kye"; did you mean "meta/unknown-key"?'],
  ['{ "rules": { "meta/unknown-key": <|"none"|> } }', 'a rule can be set to "error", "warning", "info", "hint" or "off"'],
  ['{ "silence": { "a/**": <|true|> } }', 'this must be a list of codes of rules, or "*" for all of them'],
  ['{ "silence": { "a/**": [<|"meta/no-nam"|>] } }', 'there is no rule "meta/no-nam"; did you mean "meta/no-name"?'],
  ['{ "silence": { "a/**": [<|1|>] } }', 'this must be the code of a rule'],
  ['{ "codeFolders": <|"src"|> }', 'codeFolders must be a list of folders'],
  ['{ "codeFolders": [<|1|>] }', 'this must be the path of a folder, in quotes'],
  ['{ "codeFolders": ["a", <|" "|>] }', 'this must be the path of a folder, in quotes'],
  ['<|[]|>', 'the settings must be an object, { }'],
];

for (const [source, message] of WRONG) {
  test(`a wrong settings file is told at its place: ${source}`, () => {
    const { text, marks } = unmark(source);
    assert.deepEqual(readSettingsFile(text).problems, [{ message, range: marks[0] }]);
  });
}

test('what is right in a wrong file holds', () => {
  const found = readSettingsFile('{ "rules": { "x": "off", "ids/unused": "off" }, "targetVersion": "2.8" ');
  assert.equal(found.problems.length, 2);
  assert.deepEqual(found.rules, { 'ids/unused': 'off' });
  assert.equal(found.target && releaseName(found.target), '2.8');
});

test('a mistake behind a comment is told where it stands', () => {
  const { text, marks } = unmark('{ // a // comment\n /* "x" */ "rules": <|1|> }');
  assert.deepEqual(readSettingsFile(text).problems, [{ message: 'rules must be an object, { }', range: marks[0] }]);
});

test('the schema for editors refuses what is refused here, and nothing else', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schemas/flare-jobs.schema.json', 'utf8')));
  const right = [
    '{}',
    '{ "targetVersion": "2.9", "rules": { "ids/unused": "off" }, "silence": { "**": "*", "a": ["ids/unused"] } }',
  ];
  for (const text of [...right, ...WRONG.map(([source]) => unmark(source).text)]) {
    assert.equal(validate(JSON.parse(text)), readSettingsFile(text).problems.length === 0, text);
  }
});
