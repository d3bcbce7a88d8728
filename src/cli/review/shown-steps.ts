import type { DryRun, EventLine, WorkflowRun } from '../../core/review/index';
import type { Locate, PlaceReport } from '../report';
import type { ShownHead } from '../shown-head';

type Review = typeof import('../../core/review/index');

/** What `steps --format json` writes. Places are written as in the report of `check`. */
export interface ShownDryRun extends ShownHead {
  /** The clients that get an app; null where all that are connected do. */
  readonly sites: readonly string[] | null;
  /** Whether there are no other workflows, and the order of each is known. */
  readonly certain: boolean;
  readonly workflows: readonly ShownWorkflow[];
}

export interface ShownWorkflow {
  readonly id: string;
  readonly class: string;
  /** Null where the order is not known; `depth` 1 is inside of rounds. */
  readonly steps: readonly { readonly depth: number; readonly text: string; readonly events: readonly EventLine[] }[] | null;
  /** The tasks that it is known to send. */
  readonly tasks: readonly string[];
  readonly limits: readonly ShownLimit[];
  /** Seconds that it takes at most; null where something has no limit or cannot be counted. */
  readonly atMost: number | null;
  readonly contradictions: readonly { readonly message: string; readonly places: readonly PlaceReport[] }[];
  readonly at: PlaceReport;
}

export interface ShownLimit {
  readonly what: string;
  readonly seconds: number | null;
  readonly times: number | null;
  readonly why: string;
}

/** What a dry run is written with. */
export interface StepsPage {
  readonly review: Review;
  readonly locate: Locate;
  readonly head: ShownHead;
}

/** A dry run as programs read it. */
export function shownSteps({ sites, workflows, certain }: DryRun, page: StepsPage): ShownDryRun {
  return { ...page.head, sites: sites ?? null, certain, workflows: workflows.map((run) => shownWorkflow(run, page)) };
}

function shownWorkflow(run: WorkflowRun, { review, locate }: StepsPage): ShownWorkflow {
  const { id, className, steps, tasks, limits, budget, contradictions } = run;
  return {
    id,
    class: className,
    steps: steps ? review.outline(run) : null,
    tasks,
    limits: limits.map(({ what, seconds, times, why }) => ({ what, seconds: seconds ?? null, times: times ?? null, why })),
    atMost: budget?.isWhole ? budget.limited : null,
    contradictions: contradictions.map(({ message, places }) => ({ message, places: places.map(locate) })),
    at: locate(run),
  };
}
