import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Range } from '../../../src/core/text/range';
import { RangeTree } from '../../../src/core/text/range-tree';

/** Ranges as brackets make them: of two, one is in the other, or they do not touch. */
const NESTED = fc.array(fc.constantFrom(1, 1, -1), { maxLength: 40 }).map((steps): readonly Range[] => {
  const open: number[] = [];
  const ranges: Range[] = [];
  steps.forEach((step, at) => {
    const start = step < 0 ? open.pop() : undefined;
    if (step > 0) open.push(at);
    else if (start !== undefined) ranges.push({ start, end: at + 1 });
  });
  return ranges;
});

test('the smallest range around another is found as by looking at all', () => {
  fc.assert(
    fc.property(NESTED, fc.nat(40), fc.integer({ min: 1, max: 6 }), (ranges, start, length) => {
      const end = start + length;
      // Some stand there twice.
      const placed = [...ranges, ...ranges.slice(0, 3)].map((range, index) => [range, index] as const);
      const around = placed.filter(([range]) => range.start <= start && end <= range.end);
      const smallest = Math.min(...around.map(([range]) => range.end - range.start));
      const expected = around.filter(([range]) => range.end - range.start === smallest).map(([, index]) => index);
      assert.deepEqual([...new RangeTree(placed).smallestAround({ start, end })].sort(), expected.sort());
    }),
    { seed: 1, numRuns: 1000 },
  );
});
