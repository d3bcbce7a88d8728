import type { FilterChain } from '../job/config/app-config';

export { lastPart, titleOf } from '../job/config/component-title';

/** Where a chain of filters stands on the way of a task. */
export function sectionText({ section, direction }: FilterChain): string {
  return `${section === 'task_data_filters' ? 'task data' : 'task results'}${direction ? `, ${direction}` : ''}`;
}
