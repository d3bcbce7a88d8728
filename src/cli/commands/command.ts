import type { Arguments, OptionSpec } from '../arguments';
import type { Host } from '../host';

/** How a run ended: nothing found, something found, or not everything could be done. */
export type ExitCode = 0 | 1 | 2;

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** What stands behind the name: `[PATH…]`. */
  readonly operands: string;
  /** What it does, as an imperative clause. */
  readonly summary: string;
  readonly options: readonly OptionSpec[];
  /** More to know, in whole sentences. */
  readonly notes: readonly string[];
  run(host: Host, given: Arguments): Promise<ExitCode>;
}
