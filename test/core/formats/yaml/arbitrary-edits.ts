import fc, { type Arbitrary } from 'fast-check';
import type { TreeEdit } from '../../../../src/core/tree/edit';
import type { ConfigNode, Entry } from '../../../../src/core/tree/node';
import { type Plain, walk } from '../../../../src/core/tree/query';

/** Texts that YAML reads as something else where they are not quoted, among others. */
const text = fc.constantFrom(
  'x',
  'a b',
  '',
  ' ',
  '@ALL',
  '{VAR}',
  'on',
  '010',
  '~',
  '1e5',
  '2024-01-31',
  '${x}',
  '\\${x}',
  'a: b',
  'a #b',
  '- a',
  "it's",
  '"',
  'é\n😀',
  '\t',
  'a,b',
  '[a]',
  '<<',
  '=',
  '*a',
  '!x',
  '???',
  '---',
  'y',
  'a:',
  '\u2028',
  '\ufeff',
  '\x07',
);
const number = fc.constantFrom(0, -1, 7, 1.5, -0.25, 1e21, 1e-7, 123456789012);
const single = fc.oneof(text, number, fc.boolean(), fc.constant(null));

/** Any value without unknown parts. */
export const plainValue: Arbitrary<Plain> = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    single,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom('a', 'b', 'key')), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

/** Chooses edits of whatever tree there is. */
export const editsFor: Arbitrary<(root: ConfigNode) => readonly TreeEdit[]> = fc
  .array(fc.tuple(fc.nat(5), fc.nat(), fc.nat(), plainValue), { minLength: 1, maxLength: 4 })
  .map((chosen) => (root) => {
    const edits = chosen.flatMap((choice, number) => editOf([...walk(root)], choice, number));
    return edits.filter((edit) => edit.kind !== 'replace' || edit.node !== root || isCollection(edit.value));
  });

/** A text of a single value has another meaning to OmegaConf, or none. */
function isCollection(value: Plain): boolean {
  return typeof value === 'object' && value !== null;
}

function editOf(
  nodes: readonly ConfigNode[],
  [kind, which, part, value]: readonly [number, number, number, Plain],
  number: number,
): readonly TreeEdit[] {
  const node = nodes[which % nodes.length] as ConfigNode;
  const size = node.kind === 'object' ? node.value.list.length : node.kind === 'array' ? node.value.length : 0;
  if (kind === 0) return [{ kind: 'replace', node, value }];
  if (node.kind === 'array') {
    const item = node.value[part % size];
    if (kind <= 2 && item) return [{ kind: 'remove-item', array: node, item }];
    const index = part % (size + 2);
    return [{ kind: 'add-item', array: node, value, ...(index <= size && { index }) }];
  }
  if (node.kind !== 'object') return [];
  const entry = node.value.list[part % size];
  if (kind === 1 && entry) return [{ kind: 'remove-entry', object: node, entry }];
  if (kind === 2 && entry) return [{ kind: 'rename-key', entry, key: `new: ${number}` }];
  if (kind === 3 && entry) return [{ kind: 'move-to-front', object: node, keys: [entry.key] }];
  const after = kind === 4 ? entry?.key : part % 2 === 0 ? null : undefined;
  return [{ kind: 'add-entry', object: node, key: `new ${number}`, value, ...(after !== undefined && { after }) }];
}

/** What the edits mean, worked out on the tree alone. Keys are in no order, as moves and additions of one batch may mix. */
export function expected(node: ConfigNode, edits: readonly TreeEdit[]): Plain {
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
