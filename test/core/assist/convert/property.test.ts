import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { commentText } from '../../../../src/core/assist/convert/comments';
import { differences } from '../../../../src/core/assist/convert/compare';
import { type ConvertOptions, convert } from '../../../../src/core/assist/convert/convert';
import { type ConfigDocument, refusalOf } from '../../../../src/core/formats/document';
import type { ConfigFormat } from '../../../../src/core/formats/format';
import { hocon } from '../../../../src/core/formats/hocon/index';
import { formatOf } from '../../../../src/core/formats/index';
import { json } from '../../../../src/core/formats/json/index';
import { yaml } from '../../../../src/core/formats/yaml/index';
import type { Draft, DraftEntry, DraftItem } from '../../../../src/core/tree/draft';
import { walk } from '../../../../src/core/tree/query';
import { corpusJobs, HAS_CORPUS, sayNoCorpus } from '../../../support/corpus';

const comment = fc.constantFrom('# x', '#', '## a: b', '# "q', '#{', '# [1,', '# é');
const lines = fc.array(fc.oneof(comment, fc.constant('')), { maxLength: 3 });
const around = fc.record({ above: lines, beside: comment }, { requiredKeys: [] });
const inside = fc.record({ head: comment, foot: lines }, { requiredKeys: [] });
const bare = fc.constant({});

const scalar: fc.Arbitrary<Draft> = fc.oneof(
  fc
    .constantFrom('a', 'nvflare.app.Class', 'two words', 'yes', '1', '# no', '{x}', 'a: b', 'é"\n\\', "it's")
    .map((value): Draft => ({ kind: 'string', value })),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((value): Draft => ({ kind: 'integer', digits: String(value) })),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }).map((value): Draft => ({ kind: 'float', value })),
  fc.boolean().map((value): Draft => ({ kind: 'boolean', value })),
);

/** Objects with what the notes give at every place. */
function drafts(
  keys: fc.Arbitrary<string>,
  values: fc.Arbitrary<Draft>,
  outer: fc.Arbitrary<object>,
  inner: fc.Arbitrary<object>,
) {
  const { object } = fc.letrec<{ value: Draft; object: Draft; array: Draft }>((tie) => ({
    value: fc.oneof({ depthSize: 'small', maxDepth: 3 }, values, tie('array'), tie('object')),
    object: fc.tuple(fc.uniqueArray(fc.tuple(keys, tie('value'), outer), { selector: ([key]) => key, maxLength: 4 }), inner).map(
      ([entries, notes]): Draft => ({
        kind: 'object',
        entries: entries.map(([key, value, notes]): DraftEntry => ({ key, value, ...notes })),
        ...notes,
      }),
    ),
    array: fc.tuple(fc.array(fc.tuple(tie('value'), outer), { maxLength: 3 }), inner).map(
      ([items, notes]): Draft => ({
        kind: 'array',
        items: items.map(([value, notes]): DraftItem => ({ value, ...notes })),
        ...notes,
      }),
    ),
  }));
  return object;
}

const usualKeys = fc.constantFrom('name', 'min_clients', 'path', 'args', 'id', 'a-b', 'components');
const anyKeys = fc.oneof(
  usualKeys,
  fc.string({ maxLength: 4 }),
  fc.constantFrom('on', '1', 'a.b', '$x', '@ALL', '', 'null', 'é', '__proto__'),
);
const anyValues = fc.oneof(
  scalar,
  fc.string({ unit: 'binary', maxLength: 5 }).map((value): Draft => ({ kind: 'string', value })),
  fc.constant<Draft>({ kind: 'null' }),
  fc.constant<Draft>({ kind: 'float', value: Number.NaN }),
);

function converted(document: ConfigDocument, to: ConfigFormat, options: ConvertOptions = {}): ConfigDocument {
  const result = convert(document, to, options);
  assert.ok('text' in result, `${JSON.stringify(result)} of\n${document.text}`);
  return to.read(result.text);
}

function commentsOf({ text, comments }: ConfigDocument): readonly string[] {
  return comments.map((range) => commentText(text, range)).sort();
}

for (const [there, back] of [
  [hocon, yaml],
  [yaml, hocon],
] as const) {
  test(`from ${there.title} to ${back.title} and back: equal values, the same comments, and then the same texts`, () => {
    fc.assert(
      fc.property(drafts(usualKeys, scalar, around, inside), (draft) => {
        const first = there.read(there.printDraft(draft));
        assert.equal(refusalOf(first), undefined, first.text);
        const second = converted(first, back);
        const third = converted(second, there);
        assert.deepEqual([...differences(first, third)], []);
        assert.deepEqual(commentsOf(third), commentsOf(first));
        assert.equal(converted(third, back).text, second.text);
      }),
      { numRuns: 150, seed: 31 },
    );
  });
}

test('what is converted to JSON and back is the same', () => {
  fc.assert(
    fc.property(drafts(usualKeys, scalar, bare, bare), fc.constantFrom(hocon, yaml), (draft, format) => {
      const first = format.read(format.printDraft(draft));
      const third = converted(converted(first, json), format);
      assert.equal(third.text, first.text);
    }),
    { numRuns: 200, seed: 32 },
  );
});

test('whatever the keys and values, the value is carried over or the conversion refused', () => {
  const formats = fc.constantFrom<ConfigFormat>(hocon, yaml, json);
  fc.assert(
    fc.property(drafts(anyKeys, anyValues, bare, bare), formats, formats, (draft, from, to) => {
      const document = from.read(from.printDraft(draft));
      const result = convert(document, to);
      if ('refused' in result)
        assert.ok(result.refused.length > 0 && result.refused.every(({ range }) => range.end <= document.text.length));
      else assert.deepEqual([...differences(document, to.read(result.text))], []);
    }),
    { numRuns: 500, seed: 33 },
  );
});

test('every configuration of real jobs converts to each other format and back, with its comments where there can be any', () => {
  if (!HAS_CORPUS) return sayNoCorpus('conversion');
  let count = 0;
  for (const document of corpusDocuments()) {
    for (const to of [json, hocon, yaml]) {
      if (to.name === document.format) continue;
      const there = converted(document, to, { dropComments: to === json, writeOutReferences: true });
      const back = converted(there, FORMATS[document.format]);
      assert.deepEqual([...differences(document, back)], [], document.text);
      if (to !== json) assert.deepEqual(commentsOf(back), document.format === 'json' ? [] : commentsOf(document));
      count++;
    }
  }
  assert.ok(count > 1000, `only ${count} conversions`);
});

const FORMATS = { json, hocon, yaml };

/** The distinct configurations whose value is known from their text. */
function* corpusDocuments(): Generator<ConfigDocument> {
  const texts = new Set<string>();
  for (const { kind, sources } of corpusJobs()) {
    if (kind === 'mutant') continue;
    for (const [path, source] of sources.texts) {
      const format = formatOf(path);
      if (!format || source.kind !== 'text' || texts.has(source.text)) continue;
      texts.add(source.text);
      const document = FORMATS[format].read(source.text);
      const isKnown = [...walk(document.root)].every((node) => node.kind !== 'unknown');
      if (refusalOf(document) === undefined && isKnown) yield document;
    }
  }
}
