import type { Range } from '../text/range';
import { type ConfigNode, entry, keyRange, rangeOf } from '../tree/node';
import { isEqual, type Source, valueText } from './value';

/** A part of a tree that is otherwise in another one. */
export interface TreeDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The way to it: `resource_spec.site-1.num_of_gpus`. */
  readonly path: readonly string[];
  /** `1 → 2`, or the value that was added or removed. */
  readonly text: string;
  readonly before: Range | undefined;
  readonly after: Range | undefined;
}

/** The texts of the two trees. */
export interface Texts {
  readonly before: Source;
  readonly after: Source;
}

/** The smallest parts in which two values differ. Names in a list are told one by one. */
export function* treeDifferences(
  a: ConfigNode,
  b: ConfigNode,
  texts: Texts,
  path: readonly string[] = [],
): Generator<TreeDifference> {
  if (isEqual(a, b, texts.before, texts.after)) return;
  if (a.kind === 'object' && b.kind === 'object' && !a.value.incomplete && !b.value.incomplete) {
    for (const found of a.value.list) {
      const other = entry(b, found.key);
      if (other) yield* treeDifferences(found.value, other.value, texts, [...path, found.key]);
      else yield one('removed', [...path, found.key], valueText(found.value, texts.before), keyRange(found), undefined);
    }
    for (const found of b.value.list) {
      if (entry(a, found.key)) continue;
      yield one('added', [...path, found.key], valueText(found.value, texts.after), undefined, keyRange(found));
    }
    return;
  }
  if (a.kind === 'array' && b.kind === 'array') {
    yield* listDifferences(a.value, b.value, texts, path, { before: rangeOf(a), after: rangeOf(b) });
    return;
  }
  const text = `${valueText(a, texts.before)} → ${valueText(b, texts.after)}`;
  yield one('changed', path, text, rangeOf(a), rangeOf(b));
}

interface Both {
  readonly before: Range;
  readonly after: Range;
}

/** Lists of single values are compared by what is in them, others place by place. */
function* listDifferences(
  a: readonly ConfigNode[],
  b: readonly ConfigNode[],
  texts: Texts,
  path: readonly string[],
  both: Both,
): Generator<TreeDifference> {
  const isPlain = [...a, ...b].every(({ kind }) => kind !== 'object' && kind !== 'array');
  if (!isPlain) {
    for (let i = 0; i < Math.max(a.length, b.length); i++) {
      const [first, second] = [a[i], b[i]];
      const inside = [...path, `#${i + 1}`];
      if (first && second) yield* treeDifferences(first, second, texts, inside);
      else if (first) yield one('removed', inside, valueText(first, texts.before), rangeOf(first), undefined);
      else if (second) yield one('added', inside, valueText(second, texts.after), undefined, rangeOf(second));
    }
    return;
  }
  // Values that are equal look the same.
  const alike = new Map<string, [ConfigNode, index: number][]>();
  b.forEach((item, index) => {
    const known = alike.get(String(item.value));
    if (known) known.push([item, index]);
    else alike.set(String(item.value), [[item, index]]);
  });
  const kept = new Set<number>();
  const gone: ConfigNode[] = [];
  for (const item of a) {
    const candidates = alike.get(String(item.value)) ?? [];
    const at = candidates.findIndex(([other]) => isEqual(item, other, texts.before, texts.after));
    const [found] = at < 0 ? [] : candidates.splice(at, 1);
    if (found) kept.add(found[1]);
    else gone.push(item);
  }
  const rest = b.filter((_, index) => !kept.has(index));
  for (const item of gone) yield one('removed', path, valueText(item, texts.before), rangeOf(item), undefined);
  for (const item of rest) yield one('added', path, valueText(item, texts.after), undefined, rangeOf(item));
  if (gone.length + rest.length === 0) yield one('changed', path, 'in another order', both.before, both.after);
}

function one(
  kind: TreeDifference['kind'],
  path: readonly string[],
  text: string,
  before: Range | undefined,
  after: Range | undefined,
): TreeDifference {
  return { kind, path, text, before, after };
}
