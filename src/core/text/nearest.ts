/** The candidate that a misspelt word most probably means, or `undefined` where none is close enough. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  const folded = fold(word);
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const distance = fold(candidate) === folded ? 0 : editDistance(word, candidate, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Comparing with more names than this would be felt while typing; only names that look the same are found then. */
const MOST_COMPARED = 500;
/** A text with more misspelt names than this is not misspelt. */
const MOST_SEARCHES = 50;

/**
 * Finds the nearest of many names for many words, in a time that stays small however many there are. Make one for each run of a rule.
 */
export class NameFinder {
  readonly #names: () => Iterable<string>;
  #list: readonly string[] | undefined;
  #byLook: Map<string, string> | undefined;
  #searches = 0;

  /** The names are only asked for when the first word is looked for. */
  constructor(names: () => Iterable<string>) {
    this.#names = names;
  }

  find(word: string): string | undefined {
    if (++this.#searches > MOST_SEARCHES) return undefined;
    this.#list ??= [...this.#names()];
    if (this.#list.length <= MOST_COMPARED) return nearest(word, this.#list);
    this.#byLook ??= new Map(this.#list.map((name) => [fold(name), name]));
    const same = this.#byLook.get(fold(word));
    return same === word ? undefined : same;
  }
}

/**
 * Finds what misspelt words mean for a rule that may meet very many of them, each among names of its own: the first words are
 * compared with so many names, and what is beyond gets no suggestion. Make one for each run of a rule.
 */
export class SearchBudget {
  #left = MOST_SEARCHES;

  /** The names are only asked for while there is something left of the budget. */
  nearest(word: string, names: () => readonly string[]): string | undefined {
    return this.#left-- > 0 ? nearest(word, names().slice(0, MOST_COMPARED)) : undefined;
  }

  /** Whether one more word may be looked for in another way; it then is one less. */
  spend(): boolean {
    return this.#left-- > 0;
  }

  get isSpent(): boolean {
    return this.#left <= 0;
  }
}

/** Words look the same to a reader when they differ only in letter case and in which of `-`, `_`, `.` and blank stands between their parts. */
export function fold(word: string): string {
  if (isFolded(word)) return word;
  return word.toLowerCase().replace(/[_.\s]/g, '-');
}

/** Whether a word is as `fold` leaves it, as most of 100,000 names are. */
function isFolded(word: string): boolean {
  return /^[a-z0-9-]*$/.test(word);
}

/**
 * How many characters must be inserted, removed, replaced or swapped with their neighbour to make one word the other; any
 * number from `limit` on is given as `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least >= limit) return limit;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit, limit);
}
