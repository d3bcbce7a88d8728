import { get } from '../../tree/node';
import type { Release } from '../release';
import type { AppConfig, ExecutorDef } from './app-config';
import { takesTask } from './task-pattern';
import type { TaskTaker } from './task-table';

/**
 * Whether all executors of a client, and the tasks that they are for, can be known. Where there are none, or one has no list of
 * tasks, NVFLARE refuses the configuration for that, and what was meant is open.
 */
export function executorsAreKnown({ certain, root, executors }: AppConfig): boolean {
  const list = root && get(root, 'executors');
  if (!certain || list?.kind !== 'array' || executors.length === 0 || list.value.some(({ kind }) => kind === 'unknown'))
    return false;
  return executors.every(({ node, tasks }) => !node.value.incomplete && tasks.entry?.value.kind === 'array' && tasks.certain);
}

/** The executor of a client that gets a task: exact names come first, then patterns in file order. */
export function executorFor({ takers }: AppConfig, task: string, release: Release): TaskTaker<ExecutorDef> | undefined {
  return takers.byName.get(task) ?? takers.patterns.find(({ name }) => takesTask(name.value, task, release));
}
