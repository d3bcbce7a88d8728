import { type ConfigNode, get, type ObjectNode } from '../../tree/node';
import type { ComponentDef } from './components';

/**
 * What `get_component` finds in a running job: the components and workflows of a configuration, by id. Nested components, executors
 * and filters are not found by one.
 */
export interface IdTable {
  readonly byId: ReadonlyMap<string, ComponentDef>;
  /** False where there may be ids that are not listed. */
  readonly certain: boolean;
}

/** What the ids of a configuration stand in. */
interface Listed {
  readonly root: ObjectNode | undefined;
  readonly certain: boolean;
  readonly components: readonly ComponentDef[];
  readonly workflows: readonly ComponentDef[];
}

/** Makes the table of a configuration, once: many rules look at it on every keystroke. */
export function readIds({ root, certain, components, workflows }: Listed): IdTable {
  const byId = new Map<string, ComponentDef>();
  for (const component of [...components, ...workflows]) {
    const id = component.id?.value ?? defaultId(component);
    if (id !== undefined && !byId.has(id)) byId.set(id, component);
  }
  const sections = ['components', 'workflows'].map((section) => root && get(root, section));
  return { byId, certain: certain && sections.every(isWhollyKnown) };
}

/** A workflow without an id goes by the name of its class (`server_json_config.py`). */
function defaultId({ section, className }: ComponentDef): string | undefined {
  return section === 'workflows' ? className?.value.slice(className.value.lastIndexOf('.') + 1) : undefined;
}

function isWhollyKnown(section: ConfigNode | undefined): boolean {
  if (section?.kind === 'unknown') return false;
  if (section?.kind !== 'array') return true;
  return section.value.every((item) => {
    if (item.kind !== 'object') return item.kind !== 'unknown';
    return !item.value.incomplete && get(item, 'id')?.kind !== 'unknown';
  });
}
