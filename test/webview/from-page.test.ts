import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromPage } from '../../src/vscode/preview/from-page';

const SAME: readonly object[] = [
  { type: 'explain', code: 'meta/missing' },
  { type: 'section', section: 'overview', input: null },
  { type: 'section', section: 'site', input: { site: 'site-1' } },
  { type: 'act', section: 'graph', action: { kind: 'export', svg: '<svg/>', mermaid: 'flowchart' } },
  { type: 'act', section: 'graph', action: { kind: 'export', svg: '<svg/>', mermaid: 'flowchart', png: 'AAAA' } },
  { type: 'act', section: 'steps', action: { kind: 'export', svg: '<svg/>', mermaid: 'sequenceDiagram' } },
  { type: 'act', section: 'schedule', action: { remedy: 1, input: { up: null, offers: '*: any' } } },
  { type: 'reveal', target: { kind: 'meta' }, focus: true },
  { type: 'reveal', target: { kind: 'key', key: 'deploy_map' }, focus: false },
  { type: 'reveal', target: { kind: 'app', app: 'app' }, focus: false },
  { type: 'reveal', target: { kind: 'site', site: 'a', app: 'app' }, focus: false },
  { type: 'reveal', target: { kind: 'mandatory', site: 'a' }, focus: false },
  { type: 'reveal', target: { kind: 'option', site: 'a', role: 'client', list: 'docker', key: 'image' }, focus: false },
  { type: 'reveal', target: { kind: 'place', file: 'meta.json', range: { start: 1, end: 2 } }, focus: true },
];

for (const message of SAME) {
  test(`what the page says is taken as it is: ${JSON.stringify(message)}`, () => assert.deepEqual(fromPage(message), message));
}

const REFUSED: readonly unknown[] = [
  null,
  'act',
  {},
  { type: 'constructor' },
  { type: 'explain', code: 1 },
  { type: 'section', section: '__proto__', input: null },
  { type: 'section', section: 'constructor', input: null },
  { type: 'act', section: 'graph' },
  { type: 'act', section: 'toString', action: {} },
  { type: 'act', section: 'overview', action: { kind: 'export', svg: '', mermaid: '' } },
  { type: 'act', section: 'graph', action: { kind: 'export', svg: 1, mermaid: '' } },
  { type: 'act', section: 'graph', action: { kind: 'export', svg: '', mermaid: '', png: 'no base64!' } },
  { type: 'act', section: 'graph', action: { kind: 'delete', svg: '', mermaid: '' } },
  { type: 'act', section: 'schedule', action: { remedy: 'length', input: {} } },
  { type: 'act', section: 'schedule', action: { remedy: -1, input: {} } },
  { type: 'act', section: 'schedule', action: { remedy: 0.5, input: {} } },
  { type: 'reveal', target: null, focus: true },
  { type: 'reveal', target: { kind: 'place', file: 'a', range: { start: 2, end: 1 } } },
  { type: 'reveal', target: { kind: 'place', file: 'a', range: { start: Number.NaN, end: 1 } } },
  { type: 'reveal', target: { kind: 'option', site: 'a', role: 'client', list: 'constructor', key: 'a' } },
];

for (const message of REFUSED) {
  test(`anything else is left alone: ${JSON.stringify(message)}`, () => assert.equal(fromPage(message), undefined));
}

test('fields that nobody knows are not taken over, and missing ones are filled in', () => {
  const message = { type: 'act', section: 'schedule', action: { remedy: 0, input: { up: 1 }, run: 'x' }, more: 1 };
  assert.deepEqual(fromPage(message), {
    type: 'act',
    section: 'schedule',
    action: { remedy: 0, input: { up: null, offers: '' } },
  });
});

test('no message throws, whatever it holds', () => {
  const word = fc.constantFrom(
    ...['type', 'section', 'act', 'reveal', 'target', 'kind', 'place', 'file', 'range', 'start', 'action', 'graph'],
  );
  const { message } = fc.letrec((tie) => ({
    message: fc.oneof(
      { maxDepth: 4 },
      word,
      fc.integer(),
      fc.constant(null),
      fc.dictionary(word, tie('message'), { noNullPrototype: false }),
      fc.array(tie('message'), { maxLength: 3 }),
    ),
  }));
  fc.assert(
    fc.property(message, (any) => {
      fromPage(any);
    }),
    { seed: 1, numRuns: 2000 },
  );
});
