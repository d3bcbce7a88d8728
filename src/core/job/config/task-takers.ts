import { get, type StringNode } from '../../tree/node';
import type { Release } from '../release';
import type { AppConfig, ExecutorDef } from './app-config';
import { takesTask } from './task-pattern';

/** Whether all executors of a client, and the tasks that they are for, can be known. */
export function executorsAreKnown({ certain, root, executors }: AppConfig): boolean {
  const list = root && get(root, 'executors');
  if (!certain || list?.kind === 'unknown') return false;
  if (list?.kind === 'array' && list.value.some(({ kind }) => kind === 'unknown')) return false;
  return executors.every(({ node, tasks }) => !node.value.incomplete && (tasks.certain || tasks.entry === undefined));
}

/** The executor of a client that gets a task: exact names come first, then patterns in file order. */
export function executorFor(
  { executors }: AppConfig,
  task: string,
  release: Release,
): { readonly executor: ExecutorDef; readonly name: StringNode } | undefined {
  for (const isExact of [true, false]) {
    for (const executor of executors) {
      const name = executor.tasks.names.find(({ value }) => (isExact ? value === task : takesTask(value, task, release)));
      if (name) return { executor, name };
    }
  }
  return undefined;
}
