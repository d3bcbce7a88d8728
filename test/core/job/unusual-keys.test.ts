import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJson } from '../../../src/core/formats/json/read';
import { unusualKeys } from '../../../src/core/job/unusual-keys';

function found(text: string): readonly string[] {
  const { root } = readJson(text);
  return unusualKeys(root.kind === 'object' ? root : undefined).map(({ key }) => key);
}

test('a key that is being typed is none to complain about, until it has a value', () => {
  const around = (typed: string) => `{\n  "name": "a",\n  ${typed}\n  "deploy_map": { "app": ["@ALL"] }\n}`;
  for (const typed of ['"mand', '"mand"', '"mand":', '"mand": ,']) assert.deepEqual(found(around(typed)), [], typed);
  assert.deepEqual(found(around('"mand": 1,')), ['mand']);
  assert.deepEqual(found('{ "name": "a", "mand": null }'), ['mand']);
});
