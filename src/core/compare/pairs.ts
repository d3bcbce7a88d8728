/** Elements of two lists that stand for the same thing. */
export interface Pairs<T> {
  readonly both: readonly (readonly [T, T])[];
  readonly gone: readonly T[];
  readonly added: readonly T[];
}

/** Pairs up elements by the first of the tests that two of them pass; each element is in one pair at most. */
export function pairs<T>(a: readonly T[], b: readonly T[], tests: readonly ((a: T, b: T) => boolean)[]): Pairs<T> {
  const both: (readonly [T, T])[] = [];
  let gone = [...a];
  const added = [...b];
  for (const isSame of tests) {
    gone = gone.filter((first) => {
      const at = added.findIndex((second) => isSame(first, second));
      const second = added[at];
      if (second === undefined) return true;
      added.splice(at, 1);
      both.push([first, second]);
      return false;
    });
  }
  const order = new Map(a.map((one, index) => [one, index]));
  both.sort(([first], [second]) => (order.get(first) ?? 0) - (order.get(second) ?? 0));
  return { both, gone, added };
}
