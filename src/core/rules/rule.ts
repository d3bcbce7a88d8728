import type { Wiring } from '../job/config/wiring';
import type { Job, JobKind } from '../job/model';
import type { Report, Severity, Stage } from './finding';

/** What a rule may look at. Rules never read texts again and never ask a host. */
export interface RuleContext {
  readonly job: Job;
}

/** What a rule about app configurations may look at besides. */
export interface WiringContext extends RuleContext {
  readonly wiring: Wiring;
}

/** A rule about what apps run. These rules are loaded with the classes of NVFLARE, after the others. */
export type WiringRule = Rule<WiringContext>;

/**
 * What most jobs do not have, and what many rules are about: parts of the meta file (`launcher-options` may stand in either map),
 * and lists of the job's model that are empty in a healthy job.
 */
export type JobPart =
  | 'unusual-keys'
  | 'another-kind'
  | 'unsound-meta'
  | 'unusual-sites'
  | 'mandatory-clients'
  | 'resource-spec'
  | 'unusual-resources'
  | 'launcher-options'
  | 'nested-blocks'
  | 'unusual-requests'
  | 'unsound-apps'
  | 'packing-changes';

/** One thing that can be wrong with a job. A plain object, so that a bundle which only wants what is `about` it leaves it out. */
export interface Rule<Context extends RuleContext = RuleContext> {
  /** `area/what-is-wrong`; the same as its path below `rules/`. */
  readonly code: string;
  readonly severity: Severity;
  readonly stage: Stage;
  /** What is wrong, as a clause: `a site is deployed to twice`. */
  readonly summary: string;
  /** The kinds of folder that it looks at; only jobs where it is left out. */
  readonly kinds?: readonly JobKind[];
  /** What a job must have for the rule to have anything to say of it; it is not asked of others. */
  readonly needs?: JobPart;
  /** Set for what only some projects want to be told; such a rule is silent until the settings give it a severity. */
  readonly byDefault?: 'off';
  /**
   * Everything that is wrong. A generator where there may be many reports, because the runner stops after some; a plain function
   * where there is one at most, because that costs a healthy job less.
   */
  check(context: Context): Iterable<Report>;
}

/** What there is to read about a rule. It stands in the rule's file as a constant of its own, so that checks do not load it. */
export interface RuleAbout {
  /** What NVFLARE does then, in whole sentences. */
  readonly why: string;
  /** What to do about it, in whole sentences. */
  readonly remedy: string;
  /** The NVFLARE file or files whose behaviour is mirrored, below the repository's root. */
  readonly sources: readonly string[];
  /** Rows of the table of author mistakes that this rule covers, `MIS-05`. */
  readonly covers?: readonly string[];
}

/** A rule as it is listed and explained, without its check. */
export type AboutRule = Pick<Rule, 'code' | 'severity' | 'stage' | 'summary' | 'byDefault'> & Pick<RuleAbout, 'why' | 'remedy'>;

/**
 * Jobs that show a rule at work; they are its tests and part of its page. Each is a text of files, `--- path` before each
 * of them; files that are not shown come from one small healthy job. `<|` and `|>` stand around what must be reported.
 * `--- path/` makes a folder, `--- !path` takes a file or folder of the healthy job away, `--- target 2.7` sets the
 * release, `--- folder name` the name of the job folder; `--- link path`, `--- dead-link path`, `--- unreadable path` and `--- not-utf8 path` make a
 * file one of that sort, `--- truncated` says that the folder was not listed to its end.
 */
export interface RuleExamples {
  readonly bad: readonly string[];
  readonly good: readonly string[];
}
