import type { ArrayNode, ConfigNode, Entry, ObjectNode, StringNode } from '../../tree/node';
import { entry, get } from '../../tree/node';
import type { ConfigFile } from '../model';
import type { Release } from '../release';
import { type ComponentDef, type ComponentSection, componentOf, nestedIn } from './components';
import { type IdTable, readIds } from './id-table';
import type { Side } from './system-variables';
import { type TaskTable, taskTable } from './task-table';
import { type Resolved, resolveVariables } from './variables';

/** What `config_fed_server` or `config_fed_client` of an app says: components, workflows, executors, filters. */
export interface AppConfig {
  readonly app: string;
  readonly side: Side;
  /** What is read depends on it: variables, for instance. */
  readonly release: Release;
  readonly config: ConfigFile;
  /** The file's value with variables put in; `undefined` where it is no object. */
  readonly root: ObjectNode | undefined;
  readonly variables: Resolved | undefined;
  readonly components: readonly ComponentDef[];
  /** Of a server's configuration; empty for a client's, which NVFLARE does not look for. */
  readonly workflows: readonly ComponentDef[];
  /** Of a client's configuration; empty for a server's. */
  readonly executors: readonly ExecutorDef[];
  readonly chains: readonly FilterChain[];
  /** What stands where NVFLARE builds from an object, and is none. */
  readonly misfits: readonly Misfit[];
  /** Every component that is built, also executors, filters and those nested in arguments; in file order. */
  readonly built: readonly ComponentDef[];
  /** The executors by the tasks that they are for. */
  readonly takers: TaskTable<ExecutorDef>;
  /** The components and workflows by the ids that others may ask for. */
  readonly ids: IdTable;
  /** False where a part could not be read, so that there may be more than is listed. */
  readonly certain: boolean;
}

/** A value that must be an object, and what the object would be. */
export interface Misfit {
  readonly node: ConfigNode;
  readonly what: 'component' | 'workflow' | 'executor' | 'filter' | 'entry of executors' | 'entry of filters';
}

/** One element of `executors`. */
export interface ExecutorDef {
  readonly node: ObjectNode;
  readonly tasks: Tasks;
  readonly executor: ComponentDef | undefined;
}

/** One element of `task_data_filters` or `task_result_filters`. */
export interface FilterChain {
  readonly section: 'task_data_filters' | 'task_result_filters';
  readonly node: ObjectNode;
  readonly tasks: Tasks;
  /** In lower case; `undefined` where it is none of the three or cannot be known. */
  readonly direction: 'in' | 'out' | 'inout' | undefined;
  readonly directionEntry: Entry | undefined;
  readonly filters: readonly ComponentDef[];
}

/** The tasks that an executor or a chain of filters is for. */
export interface Tasks {
  readonly entry: Entry | undefined;
  readonly names: readonly StringNode[];
  readonly certain: boolean;
}

/** Reads one configuration of an app (`nvflare/private/fed_json_config.py` and the configurators of the two sides). */
export function readAppConfig(app: string, side: Side, config: ConfigFile, release: Release): AppConfig {
  const written = config.document.root;
  const variables = written.kind === 'object' ? resolveVariables(written, side, release) : undefined;
  const root = variables?.root;
  const components = listed(root, 'components');
  const workflows = side === 'server' ? listed(root, 'workflows') : [];
  const executors = side === 'client' ? executorsOf(root) : [];
  const chains = [...chainsOf(root, 'task_data_filters', side), ...chainsOf(root, 'task_result_filters', side)];
  const top = [
    ...components,
    ...workflows,
    ...executors.flatMap(({ executor }) => executor ?? []),
    ...chains.flatMap(({ filters }) => filters),
  ];
  const built = inFileOrder(top.some(hasNested) ? top.flatMap((component) => [component, ...nestedIn(component)]) : top);
  const certain = root !== undefined && !root.value.incomplete && written.kind === 'object';
  const misfits = [...misfitsIn(root, side)];
  const read = { app, side, release, config, root, variables, components, workflows, executors, chains, misfits, built, certain };
  return { ...read, takers: taskTable(executors), ids: readIds(read) };
}

function hasNested({ nested }: ComponentDef): boolean {
  return nested.length > 0;
}

/** Most files have their sections in the order in which they are read here. */
function inFileOrder(components: readonly ComponentDef[]): readonly ComponentDef[] {
  const isSorted = components.every(({ node }, i) => i === 0 || (components[i - 1]?.node.start ?? 0) <= node.start);
  return isSorted ? components : [...components].sort((a, b) => a.node.start - b.node.start);
}

function* misfitsIn(root: ObjectNode | undefined, side: Side): Generator<Misfit> {
  const isRight = ({ kind }: ConfigNode) => kind === 'object' || kind === 'unknown';
  const wrong = (items: readonly ConfigNode[], what: Misfit['what']): readonly Misfit[] =>
    items.every(isRight) ? [] : items.filter((node) => !isRight(node)).map((node) => ({ node, what }));
  yield* wrong(itemsOf(root, 'components'), 'component');
  if (side === 'server') yield* wrong(itemsOf(root, 'workflows'), 'workflow');
  const executors = side === 'client' ? itemsOf(root, 'executors') : [];
  yield* wrong(executors, 'entry of executors');
  for (const item of executors) {
    const executor = item.kind === 'object' ? get(item, 'executor') : undefined;
    if (executor) yield* wrong([executor], 'executor');
  }
  for (const section of ['task_data_filters', 'task_result_filters']) {
    const chains = itemsOf(root, section);
    yield* wrong(chains, 'entry of filters');
    for (const item of chains) {
      const filters = item.kind === 'object' ? get(item, 'filters') : undefined;
      if (filters?.kind === 'array') yield* wrong(filters.value, 'filter');
    }
  }
}

function listed(root: ObjectNode | undefined, section: ComponentSection): readonly ComponentDef[] {
  const items = itemsOf(root, section);
  return items.flatMap((item, index) => (item.kind === 'object' ? [componentOf(item, section, `${section}.#${index + 1}`)] : []));
}

/** The elements of a section. A section that is no list is passed over in silence, as NVFLARE does. */
function itemsOf(root: ObjectNode | undefined, section: string): readonly ConfigNode[] {
  const value = root && get(root, section);
  return value?.kind === 'array' ? value.value : [];
}

function executorsOf(root: ObjectNode | undefined): readonly ExecutorDef[] {
  return itemsOf(root, 'executors').flatMap((item, index) => {
    if (item.kind !== 'object') return [];
    const executor = get(item, 'executor');
    const path = `executors.#${index + 1}.executor`;
    return [
      {
        node: item,
        tasks: tasksOf(item),
        executor: executor?.kind === 'object' ? componentOf(executor, 'executors', path) : undefined,
      },
    ];
  });
}

function chainsOf(root: ObjectNode | undefined, section: FilterChain['section'], side: Side): readonly FilterChain[] {
  return itemsOf(root, section).flatMap((item, index) => {
    if (item.kind !== 'object') return [];
    const filters = get(item, 'filters');
    const list = filters?.kind === 'array' ? (filters as ArrayNode).value : [];
    return [
      {
        section,
        node: item,
        tasks: tasksOf(item),
        direction: directionOf(item, section, side),
        directionEntry: entry(item, 'direction'),
        filters: list.flatMap((filter, i) =>
          filter.kind === 'object' ? [componentOf(filter, section, `${section}.#${index + 1}.filters.#${i + 1}`)] : [],
        ),
      },
    ];
  });
}

/** Data leaves the server and comes in at clients; results go the other way. */
function directionOf(item: ObjectNode, section: FilterChain['section'], side: Side): FilterChain['direction'] {
  const node = get(item, 'direction');
  if (node === undefined) return (section === 'task_data_filters') === (side === 'server') ? 'out' : 'in';
  const text = node.kind === 'string' ? node.value.toLowerCase() : undefined;
  return text === 'in' || text === 'out' || text === 'inout' ? text : undefined;
}

function tasksOf(item: ObjectNode): Tasks {
  const found = entry(item, 'tasks');
  if (found?.value.kind !== 'array')
    return { entry: found, names: [], certain: found !== undefined && found.value.kind !== 'unknown' };
  const names = found.value.value.filter((task): task is StringNode => task.kind === 'string');
  return { entry: found, names, certain: found.value.value.every((task) => task.kind !== 'unknown') };
}
