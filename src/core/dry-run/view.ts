import { counted } from '../text/counted';
import type { Place } from '../text/range';
import { budgetText, durationText } from './budget';
import type { DryRun, WorkflowRun } from './dry-run';
import { sequenceMermaid } from './mermaid';
import { type OutlineLine, outline } from './outline';
import type { Limit } from './play';
import { sequenceOf } from './sequence';
import { sequenceSvg } from './svg';

/** A dry run as a page shows it: plain data with the words. */
export interface DryRunView {
  readonly title: string;
  /** With whom it is played. */
  readonly who: string;
  readonly certain: boolean;
  readonly workflows: readonly WorkflowView[];
  /** The sequence diagram, as a drawing and as text. */
  readonly svg: string;
  readonly mermaid: string;
}

/** One workflow with its steps, in words. */
export interface WorkflowView {
  readonly title: string;
  readonly place: Place;
  readonly lines: readonly OutlineLine[];
  /** Why there are no lines, where there are none. */
  readonly unknown: string | undefined;
  readonly limits: readonly string[];
  /** How long it takes at most, where that can be said. */
  readonly budget: string | undefined;
  readonly contradictions: readonly { readonly text: string; readonly places: readonly Place[] }[];
}

/** Puts a dry run into words and a drawing. */
export function dryRunView(run: DryRun, title: string): DryRunView {
  const sequence = sequenceOf(run);
  return {
    title,
    who: whoText(run),
    certain: run.certain,
    workflows: run.workflows.map(workflowView),
    svg: sequenceSvg(sequence, `The order of tasks of ${title}`),
    mermaid: sequenceMermaid(sequence),
  };
}

/** `2 clients`, or `all clients that are connected`. */
export function whoText({ sites }: Pick<DryRun, 'sites'>): string {
  if (!sites) return 'all clients that are connected';
  return counted(sites.length, 'client');
}

/** A workflow's id, with its class where that says more. */
export function workflowTitle({ id, className }: Pick<WorkflowRun, 'id' | 'className'>): string {
  return id === className ? id : `${id} (${className})`;
}

/** What is said in place of the steps of a workflow of which they are not known. */
export function unknownOrder({ tasks }: Pick<WorkflowRun, 'tasks'>): string {
  return `The order of its steps is not known${tasks.length > 0 ? `; it sends ${tasks.join(', ')}` : ''}.`;
}

/** A limit in words: `train, each round: at most 10 min, 5 times, by train_timeout (600 s)`. */
export function limitText({ what, seconds, times, why }: Limit): string {
  const once = seconds === undefined ? 'no limit' : `at most ${durationText(seconds)}`;
  const often = seconds !== undefined && times !== undefined && times > 1 ? `, ${times} times` : '';
  return `${what}: ${once}${often}, ${why}`;
}

function workflowView(run: WorkflowRun): WorkflowView {
  return {
    title: workflowTitle(run),
    place: { file: run.file, range: run.range },
    lines: outline(run),
    unknown: run.steps ? undefined : unknownOrder(run),
    limits: run.limits.map(limitText),
    budget: run.budget?.isWhole ? `in all ${budgetText(run.budget)}` : undefined,
    contradictions: run.contradictions.map(({ message, places }) => ({ text: message, places })),
  };
}
