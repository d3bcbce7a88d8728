import type { AppConfig, ExecutorDef } from '../../job/config/app-config';
import type { ComponentDef, ComponentSection } from '../../job/config/components';
import { type TaskFlow, taskFlow } from '../../job/config/task-flow';
import { takesTask } from '../../job/config/task-pattern';
import { executorFor, executorsAreKnown } from '../../job/config/task-takers';
import type { VariableMeaning } from '../../job/config/variables';
import type { Wiring } from '../../job/config/wiring';
import type { Job } from '../../job/model';
import type { Release } from '../../job/release';
import type { Place } from '../../text/range';
import { keyRange, rangeOf } from '../../tree/node';
import { type Plain, toPlain } from '../../tree/query';
import { sectionText, titleOf } from '../component-words';
import { creationOrder } from './creation-order';
import { siteView } from './view';

/** What a site runs: its app's configuration with variables put in. */
export interface SiteWiring {
  readonly file: string;
  /** Workflows, executors and components in the order in which they are made; filters have a list of their own. */
  readonly components: readonly SiteComponent[];
  /** On the server the tasks that it sends, at a client those that are sent or that an executor is for. */
  readonly tasks: readonly SiteTask[];
  readonly filters: readonly SiteFilters[];
  /** The variables that the configuration names. */
  readonly variables: readonly SiteVariable[];
}

/** A component that the site builds. */
export interface SiteComponent extends Place {
  readonly section: ComponentSection;
  readonly id: string | undefined;
  /** The class path, or the bare name; `undefined` where it cannot be known. */
  readonly className: string | undefined;
  readonly isDisabled: boolean;
}

/** A task that comes to the site, or is sent from it. */
export interface SiteTask extends Place {
  readonly name: string;
  /** The workflows that are known to send it. */
  readonly sentBy: readonly string[];
  /** The executor that does it here; on the server nobody does. */
  readonly doneBy: string | undefined;
}

/** A chain of filters at the site. */
export interface SiteFilters extends Place {
  readonly tasks: readonly string[];
  /** `task data, out`. */
  readonly where: string;
  readonly filters: readonly string[];
}

/** A variable of the configuration, with where its value comes from. */
export interface SiteVariable extends Place {
  readonly name: string;
  readonly from: VariableMeaning['kind'];
  /** `undefined` where it is only known when the job runs. */
  readonly value: Plain;
}

/** What a site runs; `undefined` where no configuration for it was found or can be read. */
export function siteWiring(job: Job, wiring: Wiring, site: string): SiteWiring | undefined {
  const view = siteView(job, site);
  const config = wiring.configs.find(({ app, side }) => app === view.app?.app && side === view.role);
  if (!config?.root) return undefined;
  const { file } = config.config;
  const sent = sentTasks(taskFlow(wiring));
  return {
    file,
    components: creationOrder(config)
      .filter(({ section }) => !section.startsWith('task_'))
      .map((each) => siteComponent(each, file)),
    tasks: config.side === 'server' ? sent : clientTasks(config, sent, job.target),
    filters: config.chains.map((chain) => ({
      tasks: chain.tasks.names.map(({ value }) => value),
      where: sectionText(chain),
      filters: chain.filters.map(titleOf),
      file,
      range: rangeOf(chain.node),
    })),
    variables: variablesOf(config, site),
  };
}

function siteComponent(component: ComponentDef, file: string): SiteComponent {
  return {
    section: component.section,
    id: component.id?.value,
    className: component.className?.value,
    isDisabled: component.isDisabled,
    file,
    range: rangeOf(component.className ?? component.node),
  };
}

/** The tasks of all workflows, each once. */
function sentTasks({ sent }: TaskFlow): readonly SiteTask[] {
  const tasks = new Map<string, SiteTask>();
  for (const { name, component, node, config } of sent) {
    const by = titleOf(component);
    const known = tasks.get(name);
    if (known?.sentBy.includes(by)) continue;
    const place = { file: config.config.file, range: rangeOf(node ?? component.className ?? component.node) };
    tasks.set(name, known ? { ...known, sentBy: [...known.sentBy, by] } : { name, sentBy: [by], doneBy: undefined, ...place });
  }
  return [...tasks.values()];
}

/** Nothing is said of a task that an executor may do which was not read. */
function clientTasks(config: AppConfig, sent: readonly SiteTask[], release: Release): readonly SiteTask[] {
  const { file } = config.config;
  const isCertain = executorsAreKnown(config);
  const done = sent.flatMap((task): readonly SiteTask[] => {
    const found = executorFor(config, task.name, release);
    if (found) return [{ ...task, doneBy: nameOf(found.executor), file, range: rangeOf(found.name) }];
    return isCertain ? [task] : [];
  });
  const others = config.executors.flatMap((executor) =>
    executor.tasks.names
      .filter(({ value }) => !sent.some(({ name }) => takesTask(value, name, release)))
      .map((node) => ({ name: node.value, sentBy: [], doneBy: nameOf(executor), file, range: rangeOf(node) })),
  );
  return [...done, ...others];
}

function nameOf({ executor }: ExecutorDef): string | undefined {
  return executor && titleOf(executor);
}

function variablesOf({ variables, config }: AppConfig, site: string): readonly SiteVariable[] {
  const seen = new Map<string, SiteVariable>();
  for (const { name, meaning, start, end } of variables?.uses ?? []) {
    if (seen.has(name) || meaning.kind === 'local') continue;
    const value = meaning.kind === 'key' ? toPlain(meaning.entry.value) : name === 'SITE_NAME' ? site : undefined;
    const range = meaning.kind === 'key' ? keyRange(meaning.entry) : { start, end };
    seen.set(name, { name, from: meaning.kind, value, file: config.file, range });
  }
  return [...seen.values()];
}
