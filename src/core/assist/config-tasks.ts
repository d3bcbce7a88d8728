import { isPartOfTask } from '../catalog/task-template';
import type { AppConfig } from '../job/config/app-config';
import type { ComponentDef } from '../job/config/components';
import { type TaskFlow, tasksDone } from '../job/config/task-flow';
import type { Wiring } from '../job/config/wiring';
import type { StringNode } from '../tree/node';

/** An argument that names a task. */
export interface TaskText {
  readonly name: string;
  readonly node: StringNode;
  readonly component: ComponentDef;
}

/** The arguments of a configuration's components that name tasks: those that are sent, done, or used in some other way. */
export function taskTexts(config: AppConfig, { classes }: Wiring, { sent, passedOn }: TaskFlow): readonly TaskText[] {
  const texts = new Map<StringNode, TaskText>();
  const done = config.built.flatMap((component) => tasksDone(config, component, classes) ?? []);
  for (const { name, node, component, config: of } of [...sent, ...passedOn, ...done]) {
    if (node && of === config) texts.set(node, { name, node, component });
  }
  for (const component of config.built) {
    const found = classes.of(component, config.app);
    if (found.kind !== 'known' || !found.facts) continue;
    for (const parameter of found.facts.taskParameters) {
      if (isPartOfTask(found.facts, parameter)) continue;
      for (const node of textsOf(component, parameter)) {
        if (!texts.has(node)) texts.set(node, { name: node.value, node, component });
      }
    }
  }
  return [...texts.values()];
}

function textsOf({ args }: ComponentDef, parameter: string): readonly StringNode[] {
  const value = args.find(({ key }) => key === parameter)?.value;
  const nodes = value?.kind === 'array' ? value.value : value ? [value] : [];
  return nodes.filter((node): node is StringNode => node.kind === 'string' && node.value !== '');
}
