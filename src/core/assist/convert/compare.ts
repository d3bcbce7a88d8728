import type { ConfigDocument } from '../../formats/document';
import type { Range } from '../../text/range';
import { type ConfigNode, entry, keyRange, type ObjectNode, rangeOf } from '../../tree/node';
import { exactDigits } from './exact';

/** Where two documents differ: the place in the first, and what is there. */
export interface Difference {
  readonly range: Range;
  readonly what: 'a value' | 'a key' | 'the order of the keys';
  readonly node: ConfigNode;
}

/** All differences between the values of two documents as Python sees them, and in the order of keys. */
export function* differences(before: ConfigDocument, after: ConfigDocument): Generator<Difference> {
  yield* compare({ before, after }, before.root, after.root);
}

interface Texts {
  readonly before: ConfigDocument;
  readonly after: ConfigDocument;
}

function* compare(texts: Texts, before: ConfigNode, after: ConfigNode): Generator<Difference> {
  if (before.kind === 'object' && after.kind === 'object') yield* compareEntries(texts, before, after);
  else if (before.kind === 'array' && after.kind === 'array' && before.value.length === after.value.length) {
    for (let i = 0; i < before.value.length; i++) {
      yield* compare(texts, before.value[i] as ConfigNode, after.value[i] as ConfigNode);
    }
  } else if (!isSameScalar(texts, before, after)) yield { range: rangeOf(before), what: 'a value', node: before };
}

function* compareEntries(texts: Texts, before: ObjectNode, after: ObjectNode): Generator<Difference> {
  const lost = before.value.list.filter(({ key }) => !entry(after, key));
  for (const entry of lost) yield { range: keyRange(entry), what: 'a key', node: before };
  const isExact = lost.length === 0 && before.value.list.length === after.value.list.length && !after.value.incomplete;
  if (!isExact) {
    if (lost.length === 0) yield { range: rangeOf(before), what: 'a value', node: before };
    return;
  }
  for (const [index, own] of before.value.list.entries()) {
    const other = after.value.list[index];
    if (other?.key !== own.key) {
      yield { range: keyRange(own), what: 'the order of the keys', node: before };
      return;
    }
    if (other.keyKind !== own.keyKind) yield { range: keyRange(own), what: 'a key', node: before };
    yield* compare(texts, own.value, other.value);
  }
}

/** An integer and a float are never the same, and NaN is the same as NaN. */
function isSameScalar({ before: { text }, after }: Texts, a: ConfigNode, b: ConfigNode): boolean {
  if (a.kind === 'integer' && b.kind === 'integer') {
    const digits = exactDigits(text, a);
    return digits !== undefined && digits === exactDigits(after.text, b);
  }
  const isScalar = a.kind !== 'object' && a.kind !== 'array' && a.kind !== 'unknown';
  return isScalar && a.kind === b.kind && Object.is(a.value, b.value);
}
