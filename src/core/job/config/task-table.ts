import type { StringNode } from '../../tree/node';

/** An executor with the name under its tasks by which it takes one. */
export interface TaskTaker<Executor> {
  readonly executor: Executor;
  readonly name: StringNode;
}

/** Who takes which tasks: the first that has the exact name, and the patterns in file order. */
export interface TaskTable<Executor> {
  readonly byName: ReadonlyMap<string, TaskTaker<Executor>>;
  readonly patterns: readonly TaskTaker<Executor>[];
}

/** Makes the table of a client, once: many rules look at it for each task. */
export function taskTable<Executor extends { readonly tasks: { readonly names: readonly StringNode[] } }>(
  executors: readonly Executor[],
): TaskTable<Executor> {
  const byName = new Map<string, TaskTaker<Executor>>();
  const patterns: TaskTaker<Executor>[] = [];
  for (const executor of executors) {
    for (const name of executor.tasks.names) {
      if (!byName.has(name.value)) byName.set(name.value, { executor, name });
      if (name.value.includes('*')) patterns.push({ executor, name });
    }
  }
  return { byName, patterns };
}
