import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { json } from '../../../../src/core/formats/json/index';
import { applyEdits, type TextEdit } from '../../../../src/core/text/text-edit';
import type { TreeEdit } from '../../../../src/core/tree/edit';
import { type ConfigNode, type Entry, rangeOf } from '../../../../src/core/tree/node';
import { type Plain, toPlain, walk } from '../../../../src/core/tree/query';

const key = fc.constantFrom('a', 'b', 'c', 'd e', 'f"', '');
const scalar = fc.oneof(
  fc.integer({ min: -9, max: 99 }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('x', 'é\n', '//', ','),
);
const { value: tree } = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

/** The value with white space of all sorts between its tokens. */
const messy = fc
  .tuple(tree, fc.infiniteStream(fc.constantFrom('', '', ' ', '\n', '\n  ', '\r\n\t', '  ')))
  .map(([value, spaces]) => {
    const tokens = JSON.stringify(value).match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^[\]{},:"]+/g) ?? [];
    return tokens.map((token) => token + spaces.next().value).join('');
  });
const neat = fc
  .tuple(tree, fc.constantFrom<string | number>(0, 1, 2, 4, '\t'))
  .map(([value, indent]) => JSON.stringify(value, null, indent));
const text = fc.oneof(messy, neat, tree.map(json.print));

/** Numbers that choose edits of whatever tree there is. */
const choices = fc.array(fc.tuple(fc.nat(5), fc.nat(), fc.nat(), scalar), { minLength: 1, maxLength: 6 });

function editsFor(root: ConfigNode, chosen: readonly (readonly [number, number, number, Plain])[]): readonly TreeEdit[] {
  const nodes = [...walk(root)];
  return chosen.flatMap(([kind, which, part, value], number): readonly TreeEdit[] => {
    const node = nodes[which % nodes.length] as ConfigNode;
    const size = node.kind === 'object' ? node.value.list.length : node.kind === 'array' ? node.value.length : 0;
    const content = part % 3 === 0 ? { n: [value] } : part % 3 === 1 ? [value] : value;
    if (kind === 0) return [{ kind: 'replace', node, value: content }];
    if (node.kind === 'array') {
      const item = node.value[part % size];
      if (kind <= 2 && item) return [{ kind: 'remove-item', array: node, item }];
      const index = part % (size + 2);
      return [{ kind: 'add-item', array: node, value: content, ...(index <= size && { index }) }];
    }
    if (node.kind !== 'object') return [];
    const entry = node.value.list[part % size];
    if (kind === 1 && entry) return [{ kind: 'remove-entry', object: node, entry }];
    if (kind === 2 && entry) return [{ kind: 'rename-key', entry, key: `new${number}` }];
    if (kind === 3 && entry) return [{ kind: 'move-to-front', object: node, keys: [entry.key] }];
    const after = kind === 4 ? entry?.key : part % 2 === 0 ? null : undefined;
    return [{ kind: 'add-entry', object: node, key: `new${number}`, value: content, ...(after !== undefined && { after }) }];
  });
}

/** What the edits mean, worked out on the tree alone. Keys are in no order, as moves and additions of one batch may mix. */
function expected(node: ConfigNode, edits: readonly TreeEdit[]): Plain {
  const replaced = edits.filter((edit) => edit.kind === 'replace' && edit.node === node).at(-1);
  if (replaced?.kind === 'replace') return replaced.value;
  if (node.kind === 'array') {
    const added = (index: number) =>
      edits.flatMap((edit) =>
        edit.kind === 'add-item' && edit.array === node && (edit.index ?? node.value.length) === index ? [edit.value] : [],
      );
    const isRemoved = (item: ConfigNode) => edits.some((edit) => edit.kind === 'remove-item' && edit.item === item);
    const items = node.value.flatMap((item, index) => [...added(index), ...(isRemoved(item) ? [] : [expected(item, edits)])]);
    return [...items, ...added(node.value.length)];
  }
  if (node.kind !== 'object') return node.value;
  const kept = node.value.list.filter((entry) => !edits.some((edit) => edit.kind === 'remove-entry' && edit.entry === entry));
  const entries = kept.map((entry) => [nameOf(entry, edits), expected(entry.value, edits)] as const);
  const added = edits.flatMap((edit) =>
    edit.kind === 'add-entry' && edit.object === node ? [[edit.key, edit.value] as const] : [],
  );
  return Object.fromEntries([...entries, ...added]);
}

function nameOf(entry: Entry, edits: readonly TreeEdit[]): string {
  const renamed = edits.filter((edit) => edit.kind === 'rename-key' && edit.entry === entry).at(-1);
  return renamed?.kind === 'rename-key' ? renamed.key : entry.key;
}

test('after any edits of any text, reading gives the expected value', () => {
  fc.assert(
    fc.property(text, choices, (before, chosen) => {
      const document = json.read(before);
      const edits = editsFor(document.root, chosen);
      const made = json.write(document, edits);
      assert.ok(made);
      const after = json.read(applyEdits(before, made));
      assert.deepEqual(after.problems, [], after.text);
      assert.deepEqual(toPlain(after.root), expected(document.root, edits), after.text);
    }),
    { numRuns: 1500, seed: 21 },
  );
});

test('no edit touches a value that nobody asked to change', () => {
  fc.assert(
    fc.property(text, choices, (before, chosen) => {
      const document = json.read(before);
      const edits = editsFor(document.root, chosen).filter(({ kind }) => kind !== 'move-to-front');
      const made = json.write(document, edits) ?? [];
      const gone = edits.flatMap((edit) => {
        if (edit.kind === 'replace') return [rangeOf(edit.node)];
        if (edit.kind === 'remove-entry') return [rangeOf(edit.entry.value)];
        return edit.kind === 'remove-item' ? [rangeOf(edit.item)] : [];
      });
      for (const node of walk(document.root)) {
        const isContainer = node.kind === 'object' || node.kind === 'array';
        if (isContainer || gone.some(({ start, end }) => start <= node.start && node.end <= end)) continue;
        assert.ok(!made.some((edit) => cuts(edit, node)), `${before.slice(node.start, node.end)} is cut in ${before}`);
      }
    }),
    { numRuns: 800, seed: 22 },
  );
});

function cuts({ range }: TextEdit, { start, end }: ConfigNode): boolean {
  return range.start < end && start < range.end;
}

test('no text and no edits make the writer throw or write edits that overlap', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"b"', '"', '//x\n', '/*', '*/', '1', 'True', ' ', '\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), choices, (pieces, chosen) => {
      const document = json.read(pieces.join(''));
      const made = json.write(document, editsFor(document.root, chosen));
      if (made) applyEdits(document.text, made);
    }),
    { numRuns: 3000, seed: 23 },
  );
});
