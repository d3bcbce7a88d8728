import { STAND_IN } from '../formats/typing/typed-place';
import type { ComponentDef, ComponentSection } from '../job/config/components';
import type { ConfigNode, ObjectNode } from '../tree/node';
import { at, type Path } from '../tree/query';
import { CLASS_KEYS, componentOf } from '../wiring/index';
import { keysIn } from './from-facts';

/** What a place in an app's configuration belongs to. */
export type ConfigSpot =
  | { readonly kind: 'top'; readonly path: Path }
  /** In an element of `executors` or of a list of filters. */
  | { readonly kind: 'entry'; readonly section: EntrySection; readonly index: number; readonly below: Path }
  /** In a component; `below` are the steps from its object on. */
  | { readonly kind: 'component'; readonly component: ComponentDef; readonly isNested: boolean; readonly below: Path };

/** The sections whose items are entries with tasks, not components. */
export type EntrySection = 'executors' | 'task_data_filters' | 'task_result_filters';

/** Where the steps of a place lead. */
export function spotOf(root: ConfigNode, path: Path): ConfigSpot {
  const [section, index] = path;
  if (typeof index !== 'number') return { kind: 'top', path };
  const own = componentPath(path);
  if (own !== undefined && isSection(section)) return inComponent(root, section, path, own, false);
  if (section === 'executors' || section === 'task_data_filters' || section === 'task_result_filters') {
    return { kind: 'entry', section, index, below: path.slice(2) };
  }
  return { kind: 'top', path };
}

/** How many steps lead to the component in which a place is, the place itself included. */
function componentPath(path: Path): number | undefined {
  const [section, , third, fourth] = path;
  if (section === 'components' || section === 'workflows') return 2;
  if (section === 'executors') return third === 'executor' ? 3 : undefined;
  const isFilter = section === 'task_data_filters' || section === 'task_result_filters';
  return isFilter && third === 'filters' && typeof fourth === 'number' ? 4 : undefined;
}

function isSection(section: string | number | undefined): section is ComponentSection {
  return ['components', 'workflows', 'executors', 'task_data_filters', 'task_result_filters'].includes(String(section));
}

function inComponent(root: ConfigNode, section: ComponentSection, path: Path, steps: number, isNested: boolean): ConfigSpot {
  const node = at(root, path.slice(0, steps));
  const below = path.slice(steps);
  const [args, name] = below;
  if (args === 'args' && name !== undefined && name !== 'class_attributes') {
    const argument = at(root, path.slice(0, steps + 2));
    if (argument?.kind === 'object' && isBuilt(argument)) return inComponent(root, section, path, steps + 2, true);
  }
  const object = node?.kind === 'object' ? node : EMPTY;
  return { kind: 'component', component: componentOf(object, section, ''), isNested, below };
}

/** Whether an object among arguments is built, or is about to name a class. */
function isBuilt(node: ObjectNode): boolean {
  const keys = keysIn(node);
  return (
    CLASS_KEYS.some((key) => key !== 'name' && keys.has(key)) ||
    (keys.size === 0 && node.value.list.some(({ key }) => key === STAND_IN))
  );
}

const EMPTY: ObjectNode = {
  kind: 'object',
  start: 0,
  end: 0,
  value: { list: [], superseded: [], index: undefined, incomplete: false },
};
