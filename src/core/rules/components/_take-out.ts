import { type ArrayNode, type ConfigNode, get, type ObjectNode } from '../../tree/node';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';

/** A fix that takes out the element of a section which is a component or holds it; none where that would leave the list empty. */
export function takeOut(file: string, title: string, root: ObjectNode | undefined, node: ConfigNode): readonly Fix[] {
  for (const section of ['components', 'workflows', 'executors', 'task_data_filters', 'task_result_filters']) {
    const list = root && get(root, section);
    if (list?.kind !== 'array') continue;
    const found = holderOf(list, node);
    if (!found) continue;
    return found.array.value.length > 1 ? [treeFix(title, file, { kind: 'remove-item', ...found })] : [];
  }
  return [];
}

interface Holder {
  readonly array: ArrayNode;
  readonly item: ConfigNode;
}

function holderOf(array: ArrayNode, node: ConfigNode): Holder | undefined {
  for (const item of array.value) {
    if (item === node) return { array, item };
    if (item.kind !== 'object') continue;
    if (get(item, 'executor') === node) return { array, item };
    const filters = get(item, 'filters');
    const inner = filters?.kind === 'array' ? holderOf(filters, node) : undefined;
    if (inner) return inner;
  }
  return undefined;
}
