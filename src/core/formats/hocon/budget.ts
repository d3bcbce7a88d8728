/** Work beyond this is given up: pyhocon would take minutes for it. */
const MOST_STEPS = 200_000;

/** There is more to be followed than can be in the time of a keystroke. */
export class OutOfBudget extends Error {}

/** Bounds the work of following references, which can grow much quicker than the text. */
export class Budget {
  #left = MOST_STEPS;

  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new OutOfBudget('too many references');
  }
}
