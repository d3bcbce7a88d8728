import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readJson } from '../../../src/core/formats/json/read';
import { SHAPE_KEYS } from '../../../src/core/schema/meta-validate.generated';
import { shapeProblems } from '../../../src/core/schema/shape';
import { unmark } from '../../support/marked';

/** Reports each problem as its message and the text of its place; marks in the source say where problems must be. */
function check(source: string, ...messages: string[]): void {
  const { text, marks } = unmark(source);
  const { root } = readJson(text);
  assert.ok(root.kind === 'object');
  const problems = shapeProblems(root);
  assert.deepEqual(
    problems.map(({ node }) => ({ start: node.start, end: node.end })),
    marks,
  );
  assert.deepEqual(
    problems.map(({ message }) => message),
    messages,
  );
}

test('values of the right type, null and absent keys are fine', () => {
  check('{ "scope": "a", "stats_pool_config": { "save_pools": ["*"] }, "custom_props": { "a": [1] }, "edge_method": "m" }');
  check('{ "scope": null, "stats_pool_config": { "save_pools": "*" } }');
  check('{}');
});

test('a value of another type is reported at its place, in words', () => {
  check('{ "scope": <|1|>, "custom_props": <|[]|> }', '"scope" must be a string', '"custom_props" must be an object');
  check('{ "stats_pool_config": { "save_pools": <|1|> } }', '"save_pools" must be a list or a string');
  check('{ "stats_pool_config": { "save_pools": ["*", <|{}|>] } }', 'an element of "save_pools" must be a string');
});

test('what the rules judge is left to them', () => {
  check('{ "name": 1, "deploy_map": 1, "resource_spec": 1, "launcher_spec": 1, "min_clients": "x", "status": 1 }');
  assert.ok(!SHAPE_KEYS.includes('deploy_map'));
});

test('what cannot be known is not reported', () => {
  check('{ "scope": }');
  check('{ "stats_pool_config": { "save_pools": [ } }');
});

test('the generated code evaluates no code and loads none', () => {
  const code = readFileSync('src/core/schema/meta-validate.generated.ts', 'utf8');
  assert.doesNotMatch(code, /\beval\b|\bFunction\b|\brequire\b|\bimport\b/);
});
