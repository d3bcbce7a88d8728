import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { filesThatDiffer, withText } from '../../../src/core/job/edited-texts';
import type { JobSources, SourceText } from '../../../src/core/job/sources';
import { exampleJob } from '../../support/example-job';

const { sources } = exampleJob('');
const META = 'meta.json';
const SERVER = 'app/config/config_fed_server.json';
const NEW = 'notes.py';

test('whatever is typed where, the texts are those of a copied map', () => {
  const keystroke = fc.tuple(fc.constantFrom(META, SERVER, NEW), fc.string());
  fc.assert(
    fc.property(fc.array(keystroke, { minLength: 1, maxLength: 8 }), (keystrokes) => {
      const copied = new Map<string, SourceText>(sources.texts);
      let typed: JobSources = sources;
      for (const [file, text] of keystrokes) {
        const before = [...typed.texts];
        const next = withText(typed, file, text);
        assert.deepEqual([...typed.texts], before, 'the old sources stay as they are');
        const differ = filesThatDiffer(typed.texts, next.texts);
        assert.ok(differ === undefined || differ.includes(file));
        copied.set(file, { kind: 'text', text });
        typed = next;
      }
      const { texts } = typed;
      assert.deepEqual([...texts], [...copied]);
      assert.deepEqual([[...texts.keys()], [...texts.values()]], [[...copied.keys()], [...copied.values()]]);
      assert.deepEqual([texts.size, texts.has(NEW), texts.get(META)], [copied.size, copied.has(NEW), copied.get(META)]);
      const seen: [string, SourceText][] = [];
      texts.forEach((source, file) => void seen.push([file, source]));
      assert.deepEqual(seen, [...copied]);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('while one file is typed in, only that one may differ', () => {
  const first = withText(sources, META, '1');
  const second = withText(first, META, '2');
  assert.deepEqual(filesThatDiffer(sources.texts, sources.texts), []);
  assert.deepEqual(new Set(filesThatDiffer(sources.texts, first.texts)), new Set([META]));
  assert.deepEqual(new Set(filesThatDiffer(first.texts, second.texts)), new Set([META]));
  assert.deepEqual(new Set(filesThatDiffer(second.texts, withText(sources, SERVER, '3').texts)), new Set([META, SERVER]));
  assert.equal(filesThatDiffer(sources.texts, new Map(sources.texts)), undefined, 'a copy would have to be compared');
});
