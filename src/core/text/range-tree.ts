import type { Range } from './range';

/** Ranges of one text with what stands at them. Of any two, one is in the other, or they do not touch: they are places of a tree. */
export class RangeTree<T> {
  readonly #spans: readonly Span<T>[];

  constructor(placed: readonly (readonly [range: Range, item: T])[]) {
    const sorted = [...placed].sort(([a], [b]) => a.start - b.start || b.end - a.end);
    const spans: Span<T>[] = [];
    for (const [{ start, end }, item] of sorted) {
      const last = spans[spans.length - 1];
      if (last && last.start === start && last.end === end) last.items.push(item);
      else spans.push({ start, end, items: [item], around: holding(last, end) });
    }
    this.#spans = spans;
  }

  /** What stands at the smallest range that holds this one; nothing where none does. */
  smallestAround({ start, end }: Range): readonly T[] {
    let low = -1;
    let high = this.#spans.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#spans[middle]?.start ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    return holding(this.#spans[low], end)?.items ?? [];
  }
}

interface Span<T> extends Range {
  readonly items: T[];
  readonly around: Span<T> | undefined;
}

/** The first of a span and those around it that goes so far. */
function holding<T>(span: Span<T> | undefined, end: number): Span<T> | undefined {
  let found = span;
  while (found && found.end < end) found = found.around;
  return found;
}
