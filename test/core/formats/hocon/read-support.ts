import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalOf } from '../../../../src/core/formats/document';
import { hocon } from '../../../../src/core/formats/hocon/index';
import { type Plain, toPlain } from '../../../../src/core/tree/query';

/** What a text means, and whether pyhocon refuses it: `crash` for most of its errors, `reject` for its ValueErrors. */
export type Meaning = { readonly value: Plain } | { readonly refusal: 'crash' | 'reject'; readonly says?: RegExp };

/** Rows of a quirk's name, a text, and what NVFLARE reads of it. */
export function checkMeanings(rows: readonly (readonly [name: string, text: string, meaning: Meaning])[]): void {
  for (const [name, text, meaning] of rows) {
    test(name, () => {
      const document = hocon.read(text);
      const refusal = refusalOf(document);
      if ('value' in meaning) {
        assert.equal(refusal, undefined, refusal?.message);
        assert.deepEqual(toPlain(document.root), meaning.value);
      } else {
        assert.equal(refusal?.refusal, meaning.refusal);
        if (meaning.says) assert.match(refusal.message, meaning.says);
      }
    });
  }
}

/** What pyhocon does silently is said, and the fix makes the text mean what was meant. */
export function checkNotices(rows: readonly (readonly [text: string, says: RegExp, fixed: Plain | undefined])[]): void {
  for (const [text, says, fixed] of rows) {
    test(`${text.trim()} is said to be odd`, () => {
      const { problems } = hocon.read(text);
      const problem = problems.find(({ message }) => says.test(message));
      assert.ok(problem, problems.map(({ message }) => message).join('\n'));
      assert.equal(problem.refusal, undefined);
      assert.equal(fixed === undefined, problem.fix === undefined);
      if (problem.fix) assert.deepEqual(toPlain(hocon.read(applied(text, problem.fix.edits)).root), fixed);
    });
  }
}

export function applied(
  text: string,
  edits: readonly { readonly range: { readonly start: number; readonly end: number }; readonly newText: string }[],
): string {
  return edits.reduceRight(
    (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
    text,
  );
}
