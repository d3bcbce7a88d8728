import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editBetween } from '../../../src/core/actions/file-edit';
import { type FixScope, fixAll, fixable } from '../../../src/core/actions/fix-all';
import { analyze } from '../../../src/core/analyze';
import { applyEdits } from '../../../src/core/text/text-edit';
import { ALL_RULES } from '../../support/all-rules';
import { exampleJob } from '../../support/example-job';
import { exampleIn, FORMAT_NAMES, textIn } from '../../support/three-formats';

/** The texts that change when all fixes of a scope are made, and how many findings it begins with. */
function fixed(source: string, scope: FixScope): { readonly texts: Readonly<Record<string, string>>; readonly count: number } {
  const { sources, target } = exampleJob(source);
  const check = (now: typeof sources) => analyze(now, { target, ...ALL_RULES });
  const analysis = check(sources);
  const texts = fixAll({ analysis, formats: ALL_RULES.formats }, check, scope).map(({ file, edit }) => {
    const before = sources.texts.get(file);
    assert.ok(before?.kind === 'text');
    return [file, applyEdits(before.text, [edit])] as const;
  });
  return { texts: Object.fromEntries(texts), count: fixable(analysis, scope).length };
}

const BEFORE = `
--- meta.json
{ "name": 5, "min_clients": "1", "status": "DONE", "owner": "me", "other": 1,
  "deploy_map": { "app": ["server", "site-1", "site-1"] } }`;

const AFTER = `{ "name": "5", "min_clients": 1, "owner": "me", "other": 1,
  "deploy_map": { "app": ["server", "site-1"] } }`;

test('json: what needs no decision is mended, one after another, and what needs one stays', () => {
  assert.deepEqual(fixed(BEFORE, { file: 'meta.json' }).texts, { 'meta.json': AFTER });
});

for (const format of FORMAT_NAMES) {
  test(`${format}: the same in every format`, () => {
    const { texts } = fixed(exampleIn(format, `--- target 2.7\n${BEFORE.slice(1)}`), {});
    const [text = ''] = Object.values(texts);
    const reader = ALL_RULES.formats[format];
    assert.deepEqual(reader?.read(text).problems, []);
    const value = (written: string) => JSON.stringify(plain(written, format));
    assert.equal(value(text), value(textIn(format, AFTER)));
  });
}

function plain(text: string, format: (typeof FORMAT_NAMES)[number]) {
  const root = ALL_RULES.formats[format]?.read(text).root;
  return root?.kind === 'object' ? root.value.list.map(({ key, value }) => [key, value.kind, String(value.value)]) : undefined;
}

test('of one kind, a fix that is the only one is made, too', () => {
  const source = `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1"] }, "launcher_spec": { "a": { "docker": {} }, "b": { "docker": {} } } }`;
  const { texts, count } = fixed(source, { code: 'launcher/site-not-deployed' });
  assert.equal(count, 2);
  assert.deepEqual(texts, {
    'meta.json': '{ "name": "demo", "deploy_map": { "app": ["server", "site-1"] }, "launcher_spec": {} }',
  });
  assert.deepEqual(fixed(source, {}).texts, {}, 'nobody asked for it');
});

test('a scope of a file leaves others alone', () => {
  const source = `${BEFORE}
--- app/config/config_fed_client.json
{ "format_version": "2", "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer",
  "args": { "sleep_time": "3" } } }] }`;
  const client = 'app/config/config_fed_client.json';
  assert.deepEqual(Object.keys(fixed(source, { file: client }).texts), [client]);
  assert.deepEqual(Object.keys(fixed(source, {}).texts).sort(), [client, 'meta.json']);
});

test('a healthy job has nothing to mend', () => assert.deepEqual(fixed('', {}), { texts: {}, count: 0 }));

test('the edit between two texts makes the one of the other, and cuts no letter and no line end', () => {
  const words = fc.array(fc.constantFrom('a', 'b', '\r\n', '\n', '😀', '😁', 'é'), { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(words, words, (before, after) => {
      const edits = editBetween('f', before, after).map(({ edit }) => edit);
      assert.equal(applyEdits(before, edits), after);
      for (const { range, newText } of edits) {
        for (const piece of [before.slice(range.start, range.end), newText])
          assert.doesNotMatch(piece, /^[\udc00-\udfff]|[\ud800-\udbff]$/);
        for (const offset of [range.start, range.end]) assert.notEqual(before.slice(offset - 1, offset + 1), '\r\n');
      }
    }),
    { seed: 3, numRuns: 3000 },
  );
});
