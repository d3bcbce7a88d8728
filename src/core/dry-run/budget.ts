import type { Limit } from './play';

/** How long a workflow may take at most, by its own settings. */
export interface Budget {
  /** Seconds that the limited parts take at most, as far as their number is known. */
  readonly limited: number;
  /** The parts that nothing ends. */
  readonly endless: readonly Limit[];
  /** Whether the seconds are all that there is: nothing is endless, and every number is known. */
  readonly isWhole: boolean;
}

/** Adds up the limits of a workflow. */
export function budgetOf(limits: readonly Limit[]): Budget | undefined {
  if (limits.length === 0) return undefined;
  let limited = 0;
  let isWhole = true;
  for (const { seconds, times } of limits) {
    if (seconds === undefined || times === undefined) isWhole = false;
    else limited += seconds * times;
  }
  return { limited, endless: limits.filter(({ seconds }) => seconds === undefined), isWhole };
}

/** `45 s`, `3 min 20 s`, `1 h 40 min`, `2 d 3 h`. What is left out is rounded up, so that "at most" stays true. */
export function durationText(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  const whole = Math.ceil(seconds);
  if (whole < 7200) return withRest(Math.floor(whole / 60), 'min', whole % 60, 's');
  const minutes = Math.ceil(whole / 60);
  if (minutes < 48 * 60) return withRest(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.ceil(minutes / 60);
  return withRest(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

function withRest(count: number, unit: string, rest: number, restUnit: string): string {
  return rest === 0 ? `${count} ${unit}` : `${count} ${unit} ${rest} ${restUnit}`;
}

/** The budget in a sentence without a full stop. */
export function budgetText({ limited, endless, isWhole }: Budget): string {
  if (isWhole) return `at most ${durationText(limited)}`;
  const [first] = endless;
  if (!first) return `at most ${durationText(limited)} for what can be counted`;
  return `no limit in all: ${first.why}`;
}
