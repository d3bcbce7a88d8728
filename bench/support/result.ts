/** What a bench has to say about a goal in one of its cases. */
export type Result = Measured | NotMeasured;

/** Ratios to the peer. A bench that is run in several processes gives one of each; one that starts processes gives all. */
export interface Measured {
  readonly goal: string;
  /** `1,000 sites, 4 apps`; empty where there is just one case. */
  readonly at: string;
  readonly ratios: readonly number[];
  /** The same code against itself: how far from 1 noise alone goes. */
  readonly again: readonly number[];
  /** What was measured, in words: `0.42 ms`. */
  readonly size: string;
}

/** A goal whose peer is not on this machine. */
export interface NotMeasured {
  readonly goal: string;
  readonly missing: string;
}

/** Hands the results to `bench/run.mjs`. */
export function hand(results: readonly Result[]): void {
  console.log(JSON.stringify(results));
}

/** `0.042 ms`, `12 ms`. */
export function milliseconds(value: number): string {
  return `${Number(value.toPrecision(2))} ms`;
}
