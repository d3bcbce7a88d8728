import type { AppConfig } from '../../job/config/app-config';
import type { TaskUse } from '../../job/config/task-flow';
import type { StringNode } from '../../tree/node';
import type { Fix, Related } from '../finding';
import { treeFix } from '../fixes';

/** The place that a task is named at: the argument, or the class whose task it is. */
export function placeOf({ node, component }: TaskUse): StringNode | TaskUse['component']['node'] {
  return node ?? component.className ?? component.node;
}

/** A fix that writes another task in the place of one; none where the text does not stand there as it is. */
export function replaceTask({ config }: AppConfig, node: StringNode, name: string): readonly Fix[] {
  const written = config.document.text.slice(node.start, node.end);
  if (node.origin || !written.includes(node.value) || written.includes('{')) return [];
  return [treeFix(`Change "${node.value}" to "${name}" in ${config.file}`, config.file, { kind: 'replace', node, value: name })];
}

/** Nobody looks through more executors, or reads more names, than so many. */
const MOST_EXECUTORS = 10;
const MOST_TASKS = 20;

/** The executors of a client with their tasks, for a finding that is about another file; of very many the first. */
export function tasksOfClient({ config, executors }: AppConfig): readonly Related[] {
  return executors.slice(0, MOST_EXECUTORS).flatMap(({ tasks }) => {
    if (!tasks.entry) return [];
    const names = listed(tasks.names.map(({ value }) => `"${value}"`));
    return [{ file: config.file, range: tasks.entry.value, message: `this executor is for ${names === '' ? 'no task' : names}` }];
  });
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_TASKS;
  return more > 0 ? `${names.slice(0, MOST_TASKS).join(', ')} and ${more} more` : names.join(', ');
}

/** What names a component in a message: the last part of its class path. */
export function classOf({ className }: TaskUse['component']): string {
  return className ? className.value.slice(className.value.lastIndexOf('.') + 1) : 'the component';
}
