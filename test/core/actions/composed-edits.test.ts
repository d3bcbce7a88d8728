import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ComposedEdit, compose } from '../../../src/core/actions/composed-edits';
import { applyEdits } from '../../../src/core/text/text-edit';

const TEXT = 'abcdefghijklmnopqrstuvwxyz';

/** Edits that neither overlap nor touch, as rounds of fixes make them. */
function editsOf(cuts: readonly number[], words: readonly string[], length: number, reason: string): readonly ComposedEdit[] {
  const places = [...new Set(cuts.map((cut) => cut % (length + 1)))].sort((a, b) => a - b);
  const edits: ComposedEdit[] = [];
  for (let i = 0; i + 1 < places.length; i += 2) {
    const [start = 0, end = 0] = [places[i], places[i + 1]];
    if ((edits.at(-1)?.range.end ?? -1) < start)
      edits.push({ range: { start, end }, newText: words[i % words.length] ?? '', reasons: [reason] });
  }
  return edits;
}

test('composed edits make of the first text what the edits made one after another', () => {
  const round = fc.tuple(fc.array(fc.nat(60), { maxLength: 12 }), fc.array(fc.stringMatching(/^[A-Z]{0,4}$/), { minLength: 1 }));
  fc.assert(
    fc.property(fc.array(round, { maxLength: 4 }), (rounds) => {
      let text = TEXT;
      let all: readonly ComposedEdit[] = [];
      rounds.forEach(([cuts, words], i) => {
        const edits = editsOf(cuts, words, text.length, String(i));
        all = compose(TEXT, all, edits);
        text = applyEdits(text, edits);
        assert.equal(applyEdits(TEXT, all), text);
      });
    }),
    { seed: 5, numRuns: 2000 },
  );
});

test('a later edit of what an earlier one wrote is one with it, for both reasons', () => {
  const first = [{ range: { start: 1, end: 2 }, newText: 'XYZ', reasons: ['one'] }];
  const second = [{ range: { start: 2, end: 3 }, newText: '!', reasons: ['two'] }];
  assert.deepEqual(compose('abc', first, second), [{ range: { start: 1, end: 2 }, newText: 'X!Z', reasons: ['one', 'two'] }]);
});
