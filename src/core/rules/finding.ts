import type { Place, Range } from '../text/range';
import type { TextEdit } from '../text/text-edit';
import type { TreeEdit } from '../tree/edit';

/** How much a finding matters. `hint` is shown in editors only where the author looks. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** All severities, the gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/**
 * When NVFLARE itself would notice: `pack` the submitting tool alters or refuses the folder; `submit` the server refuses the
 * job, by a message or by a crash; `schedule` the job does not start; `deploy` a site refuses its app; `run` the job ends
 * with an error; `never` it runs, but not as meant.
 */
export type Stage = 'pack' | 'submit' | 'schedule' | 'deploy' | 'run' | 'never';

/** A problem of a job at its place, with what can be done about it. */
export interface Finding extends Place {
  readonly code: string;
  readonly severity: Severity;
  readonly stage: Stage;
  /** One or two sentences that name the facts that disagree and the remedy. */
  readonly message: string;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
  /** `unnecessary` text is greyed out by editors, `deprecated` text struck through. */
  readonly tag: 'unnecessary' | 'deprecated' | undefined;
  /** Any editor of the format reports the same syntax error, so one that does need not hear of it twice. */
  readonly isPlainSyntax: boolean;
}

/** Another place that has to do with a finding. */
export interface Related extends Place {
  readonly message: string;
}

/** A change that takes a finding away. All of its changes are made together or not at all. */
export interface Fix {
  readonly title: string;
  readonly changes: readonly Change[];
  /** The one fix that a careful person would choose without asking; `--fix` and fix-all make only these. */
  readonly isPreferred: boolean;
}

/** A change of the job's files. Paths are below the job folder. */
export type Change =
  | { readonly kind: 'tree'; readonly file: string; readonly edit: TreeEdit }
  | { readonly kind: 'text'; readonly file: string; readonly edit: TextEdit }
  | { readonly kind: 'create-file'; readonly file: string; readonly text: string }
  | { readonly kind: 'create-folder'; readonly folder: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'delete-file'; readonly file: string }
  /** Only of a folder with nothing in it. */
  | { readonly kind: 'delete-folder'; readonly folder: string };

/** Places as rules hand them over: a node is a range, and what is not given is empty. */
export interface Report {
  /** The file; the meta file where it is left out. */
  readonly file?: string;
  readonly at: Range;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Where this case matters less than the rule's others. */
  readonly severity?: Severity;
  readonly isPlainSyntax?: boolean;
}
