/** The greatest of some numbers; `-Infinity` where there is none. Arguments of a call are too few for all that a graph may have. */
export function greatest(numbers: readonly number[]): number {
  return numbers.reduce((found, each) => Math.max(found, each), Number.NEGATIVE_INFINITY);
}

/** The least of some numbers; `Infinity` where there is none. */
export function least(numbers: readonly number[]): number {
  return numbers.reduce((found, each) => Math.min(found, each), Number.POSITIVE_INFINITY);
}
