import type { FilterChain } from '../job/config/app-config';
import type { ComponentDef } from '../job/config/components';

/** A component in few words: its id, or else the last part of its class. */
export function titleOf({ id, className, path }: ComponentDef): string {
  return id?.value ?? (className ? lastPart(className.value) : path);
}

/** Where a chain of filters stands on the way of a task. */
export function sectionText({ section, direction }: FilterChain): string {
  return `${section === 'task_data_filters' ? 'task data' : 'task results'}${direction ? `, ${direction}` : ''}`;
}

/** The bare name of a class path. */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
