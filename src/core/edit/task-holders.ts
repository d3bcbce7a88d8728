import type { AppConfig } from '../job/config/app-config';
import type { ComponentDef } from '../job/config/components';
import type { KnownClass } from '../job/config/known-class';
import type { Wiring } from '../job/config/wiring';
import type { Release } from '../job/release';
import { rangeOf } from '../tree/node';
import { executorFor, isPartOfTask } from '../wiring/index';
import { giveArguments } from './give-arguments';
import { change, type EditNote, type PlannedChange, type Refusal, refuse } from './plan';

/** A component that takes part in a task, with what the catalogue knows of its class. */
interface Holder {
  readonly config: AppConfig;
  readonly component: ComponentDef;
  readonly of: KnownClass;
}

/** A class that sends or does the task by a name that no argument can change; `undefined` where there is none. */
export function fixedTask(wiring: Wiring, task: string, release: Release): string | undefined {
  for (const { of } of holders(wiring, task, release)) {
    const templates = [...(of.facts?.sends ?? []), ...(of.facts?.handles ?? [])];
    if (templates.includes(task)) return of.path.slice(of.path.lastIndexOf('.') + 1);
  }
  return undefined;
}

/** The arguments that keep components at the task that they had by the default of a parameter. */
export function defaultTasks(
  wiring: Wiring,
  task: string,
  newName: string,
  release: Release,
): readonly PlannedChange[] | Refusal {
  const changes: PlannedChange[] = [];
  for (const { config, component, of } of holders(wiring, task, release)) {
    const parameters = (of.facts?.taskParameters ?? []).filter((name) => hasByDefault(component, of, name, task));
    if (parameters.length === 0) continue;
    const edits = giveArguments(component, parameters, newName);
    if (!edits)
      return refuse(
        `${component.path} has task "${task}" by default, and its arguments are not written out. Give it "${parameters[0]}" by hand.`,
      );
    changes.push(...edits.map((edit) => change(config.config.file, edit)));
  }
  return changes;
}

/** Notes about workflows that may send the task in code that is not known here. */
export function unknownSenders({ configs, classes }: Wiring, task: string): readonly EditNote[] {
  return configs.flatMap((config) =>
    config.workflows.flatMap((workflow) => {
      const found = classes.of(workflow, config.app);
      const isKnown = found.kind === 'known' && (found.facts?.sends.length ?? 0) > 0;
      if (isKnown || workflow.isDisabled || !workflow.className) return [];
      const place = { file: config.config.file, range: rangeOf(workflow.className) };
      return [
        { message: `${workflow.className.value} may send "${task}" in its code, which is not known here.`, places: [place] },
      ];
    }),
  );
}

/** The workflows, and on each client the executor that gets the task and what has tasks done by others. */
function* holders({ configs, classes }: Wiring, task: string, release: Release): Generator<Holder> {
  for (const config of configs) {
    const executor = config.side === 'client' ? executorFor(config, task, release)?.executor.executor : undefined;
    for (const component of config.built) {
      const found = classes.of(component, config.app);
      if (component.isDisabled || found.kind !== 'known' || !found.facts) continue;
      const takesPart = component.section === 'workflows' || component === executor || found.facts.sends.length > 0;
      if (takesPart || isPartOf(component, executor)) yield { config, component, of: found };
    }
  }
}

/** Whether a component is nested in the executor, which then hands tasks on to it. */
function isPartOf(component: ComponentDef, executor: ComponentDef | undefined): boolean {
  return executor !== undefined && executor.node.start < component.node.start && component.node.end <= executor.node.end;
}

function hasByDefault(component: ComponentDef, { facts, parameters }: KnownClass, name: string, task: string): boolean {
  if (!component.argsCertain || component.args.some(({ key }) => key === name)) return false;
  if (facts && isPartOfTask(facts, name)) return false;
  const value = parameters.find((parameter) => parameter.name === name)?.value;
  return value?.kind === 'string' && value.value === task;
}
