import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json } from '../../../../src/core/formats/json/index';

test('numbers that Python reads beyond JSON', () => {
  assert.equal(
    json.print([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 1e21]),
    '[NaN, Infinity, -Infinity, -0.0, 1.0e+21]\n',
  );
});

test('print: two spaces, short lists on one line, long ones over lines', () => {
  const long = 'x'.repeat(45);
  assert.equal(
    json.print({ name: 'a', deploy_map: { app: ['@ALL'] }, empty: {}, none: [], long: [long, long], objects: [{ x: null }] }),
    `{
  "name": "a",
  "deploy_map": {
    "app": ["@ALL"]
  },
  "empty": {},
  "none": [],
  "long": [
    "${long}",
    "${long}"
  ],
  "objects": [
    {
      "x": null
    }
  ]
}
`,
  );
});
