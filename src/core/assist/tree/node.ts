import type { Finding } from '../../rules/finding';
import { counted } from '../../text/counted';
import type { Place } from '../../text/range';

/** What a node of the tree stands for; hosts choose icons and menus by it. */
export type TreeKind =
  | 'job'
  | 'app'
  | 'server'
  | 'client'
  | 'all-sites'
  | 'setting'
  | 'launcher'
  | 'file'
  | 'workflow'
  | 'executor'
  | 'component'
  | 'filter'
  | 'without-app';

/** A node of the tree of a job: apps, their sites, what each site gets, and what the apps run. */
export interface TreeNode {
  /** The same for the same thing after an edit, so that a tree keeps what is unfolded. */
  readonly id: string;
  readonly kind: TreeKind;
  readonly label: string;
  readonly description: string;
  /** Plain text, a line each. */
  readonly tooltip: readonly string[];
  /** What a screen reader says. */
  readonly spoken: string;
  /** Where a click leads. */
  readonly place: Place | undefined;
  readonly errors: number;
  readonly warnings: number;
  /** The site or app that the node stands for. */
  readonly name: string | undefined;
  /** Of a site: the job does not start without it. */
  readonly isMandatory?: boolean;
  /** Made when the node is unfolded; `undefined` for a leaf. */
  readonly children: (() => readonly TreeNode[]) | undefined;
}

/** A node without children. */
export function leaf(
  id: string,
  kind: TreeKind,
  label: string,
  description: string,
  place: Place | undefined,
  errors: number,
  warnings: number,
): TreeNode {
  const tooltip = [`${label}: ${description}`, problemText(errors, warnings)].filter(Boolean);
  const spoken = `${label}: ${description}${spokenProblems(errors, warnings)}`;
  return { id, kind, label, description, tooltip, spoken, place, errors, warnings, name: undefined, children: undefined };
}

/** How many errors and warnings there are among findings. */
export function tally(findings: readonly Finding[]): { readonly errors: number; readonly warnings: number } {
  let errors = 0;
  let warnings = 0;
  for (const { severity } of findings) {
    if (severity === 'error') errors++;
    else if (severity === 'warning') warnings++;
  }
  return { errors, warnings };
}

/** `1 error, 2 warnings`; empty where there are none. */
export function problemText(errors: number, warnings: number): string {
  return [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
    .filter(Boolean)
    .join(', ');
}

/** The same as the end of a sentence. */
export function spokenProblems(errors: number, warnings: number): string {
  const text = problemText(errors, warnings);
  return text === '' ? '' : `, ${text}`;
}
