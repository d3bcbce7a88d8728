import { titleOf } from '../job/config/component-title';
import type { ComponentDef } from '../job/config/components';
import { taskFlow } from '../job/config/task-flow';
import type { Wiring } from '../job/config/wiring';
import { isAllSites } from '../job/job-def';
import type { Job } from '../job/model';
import type { Place } from '../text/range';
import { rangeOf } from '../tree/node';
import { type Budget, budgetOf } from './budget';
import { launchContradictions } from './launching';
import type { Contradiction, Limit } from './play';
import type { Step } from './step';
import { PLAYS } from './workflows/index';

/** What happens in which order when a job runs, as far as its files say. */
export interface DryRun {
  /** The clients that get an app, by name; `undefined` where the job goes to all that are connected. */
  readonly sites: readonly string[] | undefined;
  /** In the order in which they run. */
  readonly workflows: readonly WorkflowRun[];
  /** Whether there are no other workflows, and the order of each is known. */
  readonly certain: boolean;
}

/** One workflow. */
export interface WorkflowRun extends Place {
  readonly id: string;
  /** The bare name of its class. */
  readonly className: string;
  /** `undefined` where the order of its steps is not known. */
  readonly steps: readonly Step[] | undefined;
  /** The tasks that it is known to send, in no order. */
  readonly tasks: readonly string[];
  readonly limits: readonly Limit[];
  readonly budget: Budget | undefined;
  readonly contradictions: readonly Contradiction[];
}

/** Plays the workflows of a job's server. */
export function dryRun(job: Job, wiring: Wiring): DryRun {
  const sites = clientSites(job);
  const server = wiring.configs.find(({ side }) => side === 'server');
  if (!server) return { sites, workflows: [], certain: false };
  const { sent } = taskFlow(wiring);
  const file = server.config.file;
  const run = (component: ComponentDef): WorkflowRun => {
    const found = wiring.classes.of(component, server.app);
    const play = found.kind === 'known' && found.origin === 'nvflare' ? PLAYS[found.path] : undefined;
    const setup = found.kind === 'known' ? { component, found, file, release: job.target, wiring, sites } : undefined;
    const played = setup && play?.(setup);
    const tasks = [...new Set(sent.filter((use) => use.component === component).map(({ name }) => name))];
    const launching = played ? launchContradictions(wiring, played.limits, tasks, job.target) : [];
    return {
      id: titleOf(component),
      className: titleOf({ ...component, id: undefined }),
      steps: played?.steps,
      tasks,
      limits: played?.limits ?? [],
      budget: played && budgetOf(played.limits),
      contradictions: [...(played?.contradictions ?? []), ...launching],
      file,
      range: rangeOf(component.className ?? component.node),
    };
  };
  const workflows = server.workflows.filter(({ isDisabled }) => !isDisabled).map(run);
  return { sites, workflows, certain: server.certain && workflows.every(({ steps }) => steps !== undefined) };
}

/** `undefined` for `@ALL`, and where more clients may be meant than can be read. */
function clientSites({ deployment }: Job): readonly string[] | undefined {
  const names = deployment.sites.map(({ value }) => value).filter((value) => value !== 'server');
  return deployment.certain && !names.some(isAllSites) ? names : undefined;
}
