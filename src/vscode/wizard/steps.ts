/** What came of a question: the answers with this one, a step back, or the end of all questions. */
export type Outcome<Answers> = Answers | 'back' | undefined;

/** Where a question stands among the others, for its title. */
export interface Progress {
  /** From 1. */
  readonly step: number;
  readonly steps: number;
}

/** One question of a wizard. */
export interface Step<Answers> {
  /** Whether it makes sense to ask after the answers so far. */
  isAsked(answers: Answers): boolean;
  /** Asks; what was answered before, if anything, is the answer offered. */
  ask(answers: Answers, progress: Progress): Promise<Outcome<Answers>>;
}

/**
 * Asks one question after another. A step back returns to the question that was asked before, which shows what was answered;
 * questions in between that answers made pointless are left out. `undefined` where the user gave up.
 */
export async function askAll<Answers>(first: Answers, steps: readonly Step<Answers>[]): Promise<Answers | undefined> {
  let answers = first;
  const asked: number[] = [];
  for (let index = 0; index < steps.length; ) {
    const step = steps[index];
    if (!step?.isAsked(answers)) {
      index++;
      continue;
    }
    const open = steps.filter((other) => other.isAsked(answers));
    const outcome = await step.ask(answers, { step: open.indexOf(step) + 1, steps: open.length });
    if (outcome === undefined) return undefined;
    if (outcome === 'back') {
      index = asked.pop() ?? index;
      continue;
    }
    answers = outcome;
    asked.push(index++);
  }
  return answers;
}
