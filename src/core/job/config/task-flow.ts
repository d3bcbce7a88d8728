import { parametersIn } from '../../catalog/task-template';
import { own } from '../../text/own';
import type { StringNode } from '../../tree/node';
import { get } from '../../tree/node';
import type { AppConfig } from './app-config';
import { argumentValue } from './argument-value';
import type { ClassIndex } from './class-index';
import type { ComponentDef } from './components';
import type { KnownClass } from './known-class';

/** A task that a component sends, or does. */
export interface TaskUse {
  readonly name: string;
  readonly config: AppConfig;
  readonly component: ComponentDef;
  /** The argument that names it; `undefined` where the class or the default of a parameter does. */
  readonly node: StringNode | undefined;
}

/** The tasks that go from the workflows of a job to its clients. */
export interface TaskFlow {
  /** What the server's workflows send. */
  readonly sent: readonly TaskUse[];
  /** What components of clients ask the executors of their own client, or of others, for. */
  readonly passedOn: readonly TaskUse[];
  /** Whether these are all tasks that are sent. */
  readonly certain: boolean;
}

/** Tasks that are only sent when an argument says so; by default it does. */
const ONLY_IF: Readonly<Record<string, string>> = { fed_stats_pre_run: 'enable_pre_run_task' };
/** Executors that have tasks done by other executors of the same client. */
const DELEGATES = 'nvflare.app_common.ccwf.client_ctl.ClientSideController';

/** What the apps of a job run, with room for the flow once it is known. */
interface Configured {
  readonly configs: readonly AppConfig[];
  readonly classes: ClassIndex;
  flow?: TaskFlow;
}

/** Which tasks are sent, as the catalogue knows it for NVFLARE's classes and the arguments say. */
export function taskFlow(wiring: Configured): TaskFlow {
  wiring.flow ??= flowOf(wiring);
  return wiring.flow;
}

function flowOf({ configs, classes }: Configured): TaskFlow {
  const sent: TaskUse[] = [];
  const passedOn: TaskUse[] = [];
  let certain = configs.some(({ side }) => side === 'server');
  for (const config of configs) {
    if (config.side === 'server') {
      if (!config.certain || !areListed(config)) certain = false;
      for (const workflow of config.workflows) {
        const tasks = tasksSent(config, workflow, classes);
        sent.push(...tasks.uses);
        if (!tasks.certain) certain = false;
      }
    } else {
      for (const component of config.built) {
        const found = classes.of(component, config.app);
        if (found.kind !== 'known' || component.isDisabled) continue;
        const tasks = usesOf(config, component, found, [...(found.facts?.sends ?? []), ...delegated(found)]);
        passedOn.push(...tasks.uses);
        if (!tasks.certain) certain = false;
      }
    }
  }
  return { sent, passedOn, certain };
}

/** What a client's component must have done by another executor of the same client; NVFLARE looks for it as the run starts. */
export function tasksDelegated(config: AppConfig, classes: ClassIndex): readonly TaskUse[] {
  return config.built.flatMap((component) => {
    const found = classes.of(component, config.app);
    if (found.kind !== 'known' || component.isDisabled) return [];
    return usesOf(config, component, found, delegated(found)).uses;
  });
}

/** Templates of the tasks that a client's component of a class has done by another executor. */
export function delegated(found: KnownClass): readonly string[] {
  if (!found.facts || found.isA(DELEGATES) !== true) return [];
  return found.facts.handles.filter((template) => /^\{\w+\}$/.test(template));
}

function tasksSent(config: AppConfig, workflow: ComponentDef, classes: ClassIndex): Uses {
  const found = classes.of(workflow, config.app);
  if (workflow.isDisabled) return { uses: [], certain: true };
  if (found.kind !== 'known' || !found.facts || found.facts.sends.length === 0) return { uses: [], certain: false };
  return usesOf(config, workflow, found, found.facts.sends);
}

/** The tasks that a component does; `undefined` where the catalogue does not know them all. */
export function tasksDone(config: AppConfig, component: ComponentDef, classes: ClassIndex): readonly TaskUse[] | undefined {
  const found = classes.of(component, config.app);
  if (found.kind !== 'known' || !found.facts || found.facts.handles.length === 0) return undefined;
  const { handles, sends, taskParameters } = found.facts;
  const named = new Set([...handles, ...sends].flatMap(parametersIn));
  if (taskParameters.some((name) => !named.has(name))) return undefined;
  const { uses, certain } = usesOf(config, component, found, handles);
  return certain ? uses : undefined;
}

/** Tasks by their names. */
export interface Uses {
  readonly uses: readonly TaskUse[];
  /** Whether these are all. */
  readonly certain: boolean;
}

/** Fills in templates such as `train`, `{task_name}` and `{prefix}_config`. A task with an empty name is none. */
export function usesOf(config: AppConfig, component: ComponentDef, found: KnownClass, templates: readonly string[]): Uses {
  const uses: TaskUse[] = [];
  let certain = true;
  for (const template of templates) {
    const condition = own(ONLY_IF, template);
    if (condition !== undefined && argumentValue(component, found, condition)?.value === false) continue;
    let node: StringNode | undefined;
    let isKnown = true;
    const name = template.replace(/\{(\w+)\}/g, (_, parameter: string) => {
      const value = argumentValue(component, found, parameter);
      if (typeof value?.value !== 'string') isKnown = false;
      if (value?.node?.kind === 'string') node = value.node;
      return String(value?.value);
    });
    if (!isKnown) certain = false;
    else if (name !== '') uses.push({ name, config, component, node });
  }
  return { uses, certain };
}

function areListed({ root }: AppConfig): boolean {
  const workflows = root && get(root, 'workflows');
  return workflows?.kind === 'array' && workflows.value.every(({ kind }) => kind === 'object');
}
