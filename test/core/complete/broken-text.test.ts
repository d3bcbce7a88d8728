import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, caretIn, completionsFor } from '../../support/completing';
import { seeded } from '../../support/plant';
import { GOLDEN } from './golden';

/** The texts of all golden tests, as they are when an offer was accepted. */
const TEXTS = GOLDEN.flatMap(({ file, beside = '', json, conf, yml }) =>
  Object.entries({ json, conf, yml }).map(([ending, [, after]]) => ({
    file: `${file}.${ending}`,
    stem: file,
    beside,
    text: after,
  })),
);

test('wherever the caret is in a text that is cut off or full of mistakes, offers fit there and nothing fails', () => {
  const random = seeded(61);
  let offers = 0;
  for (let run = 0; run < 700; run++) {
    const { file, stem, beside, text } = TEXTS[random(TEXTS.length)] as (typeof TEXTS)[number];
    const broken = mangled(text, random);
    const offset = random(broken.length + 1);
    const before = broken.slice(0, offset).replaceAll('|', '');
    const rest = broken.slice(offset).replaceAll('|', '');
    const caret = caretIn(`--- !${stem}.json\n--- ${file}\n${before}|${rest}${beside}`);
    const { items } = completionsFor(caret);
    for (const item of items) {
      const { start, end } = item.range;
      const what = `"${item.label}" in ${JSON.stringify(`${before}|${rest}`)}`;
      assert.ok(start <= caret.offset && caret.offset <= end, `the caret is in the range of ${what}`);
      assert.ok(!/[\r\n]/.test(caret.text.slice(start, end)), `the range is on one line for ${what}`);
      assert.ok(
        item.edits.every(({ range }) => range.end <= start || range.start >= end),
        `other edits are elsewhere for ${what}`,
      );
      assert.ok(!/[\uE000-\uE006]/.test(accepted(caret.text, item)), `nothing of ours is left in ${what}`);
    }
    offers += items.length;
  }
  assert.ok(offers > 1000, `only ${offers} offers`);
});

/** Cuts a text off, takes some characters out, or doubles some. */
function mangled(text: string, random: (limit: number) => number): string {
  const at = random(text.length + 1);
  switch (random(4)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + random(6));
    case 2:
      return text.slice(0, at) + text.slice(Math.max(0, at - random(8)));
    default:
      return text;
  }
}
