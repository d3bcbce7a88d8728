import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inNaturalOrder } from '../../../../src/core/assist/tree/natural-order';

test('numbers in names count as numbers', () => {
  const paths = ['job-10/a', 'job-1/b', 'job-2/a', 'job-1/a', 'job', 'a-3', 'job-100', 'jobs', 'job-x', ''];
  const sorted = ['', 'a-3', 'job', 'job-1/a', 'job-1/b', 'job-2/a', 'job-10/a', 'job-100', 'job-x', 'jobs'];
  assert.deepEqual([...paths].sort(inNaturalOrder), sorted);
});

test('it is an order: of any names, whatever their order was before', () => {
  const name = fc.string({ unit: fc.constantFrom('a', '/', '-', '0', '1', '2'), maxLength: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 12 }), (names) => {
      const sorted = [...names].sort(inNaturalOrder);
      assert.deepEqual([...names].reverse().sort(inNaturalOrder), sorted);
      sorted.forEach((first, index) => {
        for (const second of sorted.slice(index + 1)) assert.ok(inNaturalOrder(first, second) < 0, `${first} ${second}`);
      });
    }),
    { numRuns: 500, seed: 7 },
  );
});
