import { isSince, type Release } from '../release';

/**
 * Whether a name under `tasks` of an executor takes in a task: an exact name, or since 2.4 a pattern with `*`, which Python's
 * `fnmatch` reads (`ClientRunner.find_executor` in `nvflare/private/fed/client/client_runner.py`). Takes time linear in the
 * task's name for each star, whatever the pattern.
 */
export function takesTask(pattern: string, task: string, release: Release): boolean {
  if (pattern === task) return true;
  return pattern.includes('*') && isSince(release, '2.4') && fits(pattern, task);
}

/** After a star that fits too little, only the last star is tried again with more. */
function fits(pattern: string, task: string): boolean {
  const steps = [...pattern.matchAll(/\[!?\]?[^\]]*\]|[\s\S]/g)].map(([step]) => step);
  let step = 0;
  let at = 0;
  let star = -1;
  let retry = 0;
  while (at < task.length) {
    const current = steps[step];
    if (current === '*') {
      star = step++;
      retry = at;
    } else if (current !== undefined && takesLetter(current, task[at] ?? '')) {
      step++;
      at++;
    } else if (star >= 0) {
      step = star + 1;
      at = ++retry;
    } else return false;
  }
  while (steps[step] === '*') step++;
  return step === steps.length;
}

/** One step of a pattern: a letter, `?`, or a set such as `[a-c]` or `[!x]`. */
function takesLetter(step: string, letter: string): boolean {
  if (step.length === 1) return step === '?' || step === letter;
  const isNegated = step[1] === '!';
  const set = step.slice(isNegated ? 2 : 1, -1);
  let isIn = false;
  for (let i = 0; i < set.length; i++) {
    const from = set[i] ?? '';
    const isSpan = set[i + 1] === '-' && i + 2 < set.length;
    const to = isSpan ? (set[i + 2] ?? '') : from;
    if (from <= letter && letter <= to) isIn = true;
    if (isSpan) i += 2;
  }
  return isIn !== isNegated;
}
