import type { ComponentDef } from '../job/config/components';
import type { TreeEdit } from '../tree/edit';
import { get } from '../tree/node';

/**
 * Gives a component arguments that it had by default so far, all with one value; `undefined` where its arguments are no object that
 * is written out.
 */
export function giveArguments(
  { node, argsEntry, classKey }: ComponentDef,
  names: readonly string[],
  value: string,
): readonly TreeEdit[] | undefined {
  if (!argsEntry) {
    const args = Object.fromEntries(names.map((name) => [name, value]));
    return [{ kind: 'add-entry', object: node, key: 'args', value: args, ...(classKey !== undefined && { after: classKey }) }];
  }
  const args = argsEntry.value.kind === 'object' ? (get(argsEntry.value, 'class_attributes') ?? argsEntry.value) : undefined;
  if (args?.kind !== 'object') return undefined;
  return names.map((key) => ({ kind: 'add-entry', object: args, key, value }));
}
