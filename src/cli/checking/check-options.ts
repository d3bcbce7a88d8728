import type { Release, RuleSettings } from '../../core/index';
import type { LoadedParts } from './loaded-parts';

/** What a run of checks was asked for. */
export interface CheckOptions {
  /** The release that was asked for; without one, each job is checked for the one that its project names. */
  readonly target: Release | undefined;
  /** What was asked for of rules. */
  readonly rules?: RuleSettings;
  readonly parts: LoadedParts;
  /** Called for all that could not be read or done. */
  onTrouble(message: string): void;
}
