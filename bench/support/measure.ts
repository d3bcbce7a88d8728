/** Runs functions in turn, round after round, so that a change of the machine's speed hits all alike; the times are in milliseconds. */
export function interleaved(
  rounds: number,
  repetitions: number,
  sides: Readonly<Record<string, () => unknown>>,
): Record<string, number[]> {
  const times: Record<string, number[]> = {};
  for (const name of Object.keys(sides)) times[name] = [];
  for (let round = -2; round < rounds; round++) {
    for (const [name, run] of Object.entries(sides)) {
      const start = process.hrtime.bigint();
      for (let i = 0; i < repetitions; i++) keep(run());
      const time = Number(process.hrtime.bigint() - start) / 1e6 / repetitions;
      if (round >= 0) times[name]?.push(time);
    }
  }
  return times;
}

/** The ratios of two sides, round by round. */
export function ratios(a: readonly number[] = [], b: readonly number[] = []): number[] {
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

let kept: unknown;
/** Keeps a result from being optimised away. */
function keep(value: unknown): void {
  kept = value ?? kept;
}
