import type { ComponentSection } from '../job/config/components';
import type { Draft, DraftEntry, DraftObject } from '../tree/draft';
import type { EntrySection } from './config-spot';
import { text } from './suggestion';

/** A component of a class with arguments, and with an id where its section has ids. */
export function componentDraft(path: string, args: readonly DraftEntry[], id?: string): DraftObject {
  const entries: DraftEntry[] = [{ key: 'path', value: text(path) }];
  if (id !== undefined) entries.unshift({ key: 'id', value: text(id) });
  if (args.length > 0) entries.push({ key: 'args', value: { kind: 'object', entries: args } });
  return { kind: 'object', entries };
}

/** An element of `executors` or of a list of filters that has one component. */
export function entryDraft(section: EntrySection, tasks: readonly string[], component: DraftObject): DraftObject {
  const names: Draft = { kind: 'array', items: tasks.map((task) => ({ value: text(task) })) };
  const own: DraftEntry =
    section === 'executors'
      ? { key: 'executor', value: component }
      : { key: 'filters', value: { kind: 'array', items: [{ value: component }] } };
  return { kind: 'object', entries: [{ key: 'tasks', value: names }, own] };
}

/** Whether the components of a section are asked for by ids. */
export function hasIds(section: ComponentSection): boolean {
  return section === 'components' || section === 'workflows';
}
