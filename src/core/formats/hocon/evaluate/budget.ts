/** Steps that any text may take; a long one may take some more. What takes more than that is given up. */
const FREE_STEPS = 50_000;
const STEPS_PER_CHARACTER = 0.25;

/** There is more to be followed than can be in the time of a keystroke. */
export class OutOfBudget extends Error {}

/** Bounds the work of following references, which can grow much quicker than the text. */
export class Budget {
  #left: number;

  constructor(text: string) {
    this.#left = FREE_STEPS + STEPS_PER_CHARACTER * text.length;
  }

  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new OutOfBudget('too many references');
  }
}
