/** What a side of a comparison does once. */
export type Side = () => unknown;

/** Tells a time in milliseconds since whenever. */
export type Clock = () => number;

export const wallClock: Clock = () => Number(process.hrtime.bigint()) / 1e6;

/** What this process has computed, on all its threads: what else the machine does meanwhile does not count. */
export const processClock: Clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
};

/**
 * Runs functions in turn, round after round, so that a change of the machine's speed hits all alike. The times are those of
 * one repetition, in milliseconds; rounds to warm up are not among them.
 */
export function interleaved<Name extends string>(
  rounds: number,
  repetitions: number,
  sides: Readonly<Record<Name, Side>>,
  warmUps = 2,
  clock = wallClock,
): Readonly<Record<Name, readonly number[]>> {
  const names = Object.keys(sides) as Name[];
  const times = emptyTimes(names);
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of names) {
      const start = clock();
      for (let i = 0; i < repetitions; i++) kept = sides[name]();
      if (round >= 0) times[name].push((clock() - start) / repetitions);
    }
  }
  return times;
}

/** The same for functions some of which give a promise. The others are not awaited, which would cost as much as a small text. */
export async function interleavedAsync<Name extends string>(
  rounds: number,
  repetitions: number,
  sides: Readonly<Record<Name, Side>>,
  warmUps = 2,
  clock = wallClock,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(sides) as Name[];
  const times = emptyTimes(names);
  for (let round = -warmUps; round < rounds; round++) {
    for (const name of names) {
      const start = clock();
      for (let i = 0; i < repetitions; i++) {
        kept = sides[name]();
        if (kept instanceof Promise) await kept;
      }
      if (round >= 0) times[name].push((clock() - start) / repetitions);
    }
  }
  return times;
}

function emptyTimes<Name extends string>(names: readonly Name[]): Record<Name, number[]> {
  return Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
}

/** Keeps results from being optimised away. */
let kept: unknown;
export function lastResult(): unknown {
  return kept;
}

/** The ratios of two sides, round by round. */
export function ratios(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((time, i) => time / (b[i] ?? Number.NaN));
}

/** The value that a share of all values is not above. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
