/** More offers than these are not looked at; the rest is found by typing on. */
export const MOST_OFFERS = 200;

/** Whether the characters of what is typed stand in the words, in this order. */
export function mayMean(typed: string, words: string): boolean {
  if (typed === '') return true;
  const lower = words.toLowerCase();
  let at = 0;
  for (const character of typed.toLowerCase()) {
    at = lower.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** As many of the names that may be meant as are offered, and one more, by which is known that there are others. */
export function* likely<T extends { readonly name: string }>(typed: string, all: Iterable<T>): Generator<T> {
  let left = MOST_OFFERS + 1;
  for (const each of all) {
    if (!mayMean(typed, each.name)) continue;
    yield each;
    if (--left === 0) return;
  }
}
