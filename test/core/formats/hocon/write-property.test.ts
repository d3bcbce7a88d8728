import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { refusalOf } from '../../../../src/core/formats/document';
import { hocon } from '../../../../src/core/formats/hocon/index';
import { applyEdits } from '../../../../src/core/text/text-edit';
import type { TreeEdit } from '../../../../src/core/tree/edit';
import { type Plain, toPlain } from '../../../../src/core/tree/query';
import { hoconTexts } from '../../../differential/hocon-texts';
import { editsFor, expected, plainValue } from '../yaml/arbitrary-edits';

/** Entries over lines, in one line with commas, and as JSON has them. */
const layouts: readonly ((value: Plain) => string)[] = [
  (value) => hocon.print(value),
  (value) => `{\n  # a comment\n${hocon.print(value)}}\n`,
  (value) => hocon.print(value).replaceAll('\n', ' # c\r\n'),
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, null, 4),
];

test('printed values read back', () => {
  fc.assert(
    fc.property(plainValue, (value) => {
      const { root, problems } = hocon.read(hocon.print(value));
      // pyhocon has no way to say these.
      if (JSON.stringify(value).match(/""|\[null|null\]|\\"|\\t":/) || problems.length > 0) return;
      if (typeof value === 'object' && value !== null) assert.deepEqual(toPlain(root), value);
    }),
    { numRuns: 500, seed: 11 },
  );
});

test('what is written reads as it was asked for', () => {
  const seen = { written: 0, refused: 0 };
  const entries = fc.dictionary(fc.constantFrom('a', 'b', 'c c', 'd.d'), plainValue, { minKeys: 1, noNullPrototype: true });
  fc.assert(
    fc.property(entries, fc.constantFrom(...layouts), editsFor, (value, layout, edit) => {
      const document = hocon.read(layout(value));
      if (refusalOf(document)) return;
      const edits = edit(document.root);
      const made = hocon.write(document, edits);
      if (made) seen.written++;
      else seen.refused++;
      if (made) assertMeant(document.text, edits, applyEdits(document.text, made), expected(document.root, edits));
    }),
    { numRuns: 500, seed: 12 },
  );
  assert.ok(seen.written > 4 * seen.refused, JSON.stringify(seen));
});

test('texts with references and oddities are written right, or not at all', () => {
  let written = 0;
  fc.assert(
    fc.property(hoconTexts(), editsFor, (text, edit) => {
      const document = hocon.read(text);
      const edits = edit(document.root);
      const made = hocon.write(document, edits);
      if (!made) return;
      written++;
      assertMeant(text, edits, applyEdits(text, made), expected(document.root, edits));
    }),
    { numRuns: 500, seed: 13 },
  );
  assert.ok(written > 100, `${written}`);
});

function assertMeant(before: string, edits: readonly TreeEdit[], after: string, value: Plain): void {
  assert.deepEqual(toPlain(hocon.read(after).root), value, `${before}\n--- ${edits.map(({ kind }) => kind)}\n${after}`);
}
