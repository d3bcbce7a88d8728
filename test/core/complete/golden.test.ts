import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Completion, KnownSite } from '../../../src/core/complete/index';
import { accepted, type Caret, caretIn, completionsFor } from '../../support/completing';
import { GOLDEN } from './golden';

const PROJECT: readonly KnownSite[] = ['hospital-a', 'hospital-b'].map((name) => ({
  name,
  from: 'project.yml',
  isProvisioned: true,
}));

for (const { name, file, pick, beside = '', ...formats } of GOLDEN) {
  for (const [ending, [before, after]] of Object.entries(formats)) {
    test(`${name}, .${ending}`, () => {
      const caret = caretIn(`--- !${file}.json\n--- ${file}.${ending}\n${before}${beside}`);
      const { items } = completionsFor(caret, PROJECT);
      const picked = items.find(({ label }) => label === pick);
      assert.ok(picked, `offered were ${items.map(({ label }) => label).join(', ')}`);
      assert.equal(accepted(caret.text, picked), after);
      assertIsShown(caret, picked);
    });
    // A text of one line has no line ends to be followed.
    if (!before.includes('\n')) continue;
    test(`${name}, .${ending} with the line ends of Windows`, () => {
      const windows = (text: string) => text.replaceAll('\n', '\r\n');
      const caret = caretIn(`--- !${file}.json\n--- ${file}.${ending}\n${windows(before)}${beside}`);
      const picked = completionsFor(caret, PROJECT).items.find(({ label }) => label === pick);
      assert.ok(picked);
      assert.equal(accepted(caret.text, picked), windows(after));
    });
  }
}

/** The editor shows an offer when what stands from the beginning of its range to the caret is in its filter text, in order. */
function assertIsShown({ text, offset }: Caret, { range, filterText }: Completion): void {
  assert.ok(range.start <= offset && offset <= range.end, 'the caret is in the range');
  assert.ok(!text.slice(range.start, range.end).includes('\n'), 'the range is on one line');
  let at = 0;
  for (const character of text.slice(range.start, offset).trimStart().toLowerCase()) {
    at = filterText.toLowerCase().indexOf(character, at) + 1;
    assert.ok(at > 0, `"${filterText}" is found by "${text.slice(range.start, offset)}"`);
  }
}
