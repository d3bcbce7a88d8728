import type { AppConfig } from '../job/config/app-config';
import type { ClassIndex } from '../job/config/class-index';
import type { ComponentDef } from '../job/config/components';
import { idReferences } from '../job/config/id-references';
import { scriptsOf } from '../job/config/scripts';
import { type TaskFlow, taskFlow } from '../job/config/task-flow';
import type { Wiring } from '../job/config/wiring';
import type { Place, Range } from '../text/range';
import { type ConfigNode, keyRange, type StringNode } from '../tree/node';
import { taskTexts } from './config-tasks';

/** A place in an app's configuration that names something, and what. */
export interface ConfigName extends Place {
  readonly kind: 'id' | 'task' | 'variable' | 'class' | 'argument' | 'script';
  readonly name: string;
  /** Whether the place brings the thing into being: a component, the executor of a task, a key that is a variable. */
  readonly isDefinition: boolean;
  readonly config: AppConfig;
  /** The component at whose place the name stands. */
  readonly component: ComponentDef | undefined;
}

/** Every name in the configurations of a job, or in one of them, in no particular order. */
export function configNames(wiring: Wiring, only?: AppConfig): readonly ConfigName[] {
  if (only) return configNamer(wiring)(only);
  return wiring.configs.flatMap(configNamer(wiring));
}

/** The names in one configuration after the other; what crosses all of them is looked up once. */
export function configNamer(wiring: Wiring): (config: AppConfig) => readonly ConfigName[] {
  const flow = taskFlow(wiring);
  return (config) => namesOf(config, wiring, flow);
}

/** What a place of a configuration names: of several names the narrowest, and of equals the variable that it is written with. */
export function nameAt(wiring: Wiring, file: string, offset: number): ConfigName | undefined {
  const config = wiring.configs.find((each) => each.config.file === file);
  if (!config) return undefined;
  let best: ConfigName | undefined;
  for (const name of configNames(wiring, config)) {
    if (offset < name.range.start || offset > name.range.end) continue;
    if (!best || width(name.range) < width(best.range)) best = name;
  }
  return best;
}

/** Whether two places name the same thing. Tasks and NVFLARE's classes cross the job, custom code an app; all else a configuration. */
export function isSameName(a: ConfigName, b: ConfigName): boolean {
  if (a.kind !== b.kind || a.name !== b.name) return false;
  if (a.kind === 'argument') return a.config === b.config && a.component?.node === b.component?.node;
  if (a.kind === 'script' || (a.kind === 'class' && !a.name.startsWith('nvflare.'))) return a.config.app === b.config.app;
  return a.kind === 'task' || a.kind === 'class' || a.config === b.config;
}

/** A component that refers to an id, and whether it does so only because nothing else is given. */
export interface IdUse {
  readonly component: ComponentDef;
  readonly parameter: string;
  readonly id: string;
  /** The text that says it; `undefined` for the default of the parameter. */
  readonly node: StringNode | undefined;
}

/**
 * The ids that the components of a configuration ask for. The catalogue knows them for NVFLARE's classes; of other classes an
 * argument whose name ends with `_id` or `_ids` counts where a component of the configuration has that id.
 */
export function idUses(config: AppConfig, classes: ClassIndex): readonly IdUse[] {
  const known = [...idReferences(config, classes)].map(({ component, parameter, id, node }) => ({
    component,
    parameter: parameter.name,
    id,
    node,
  }));
  const { byId } = config.ids;
  const likely = config.built.flatMap((component) => {
    const found = classes.of(component, config.app);
    return found.kind === 'known' && found.facts ? [] : likelyIds(component, byId);
  });
  return [...known, ...likely];
}

function likelyIds(component: ComponentDef, byId: ReadonlyMap<string, ComponentDef>): readonly IdUse[] {
  return component.args
    .filter(({ key }) => /_ids?$/.test(key))
    .flatMap(({ key, value }) => texts(value).map((node) => ({ component, parameter: key, id: node.value, node })))
    .filter(({ id }) => byId.has(id));
}

function texts(node: ConfigNode): readonly StringNode[] {
  if (node.kind === 'string') return [node];
  return node.kind === 'array' ? node.value.filter((item): item is StringNode => item.kind === 'string') : [];
}

function namesOf(config: AppConfig, wiring: Wiring, flow: TaskFlow): readonly ConfigName[] {
  const { file } = config.config;
  const names: ConfigName[] = [];
  const add = (kind: ConfigName['kind'], name: string, isDefinition: boolean, range: Range, component?: ComponentDef) => {
    names.push({ kind, name, isDefinition, file, range: { start: range.start, end: range.end }, config, component });
  };
  addVariables(config, add);
  for (const { executor, tasks } of config.executors)
    for (const task of tasks.names) add('task', task.value, true, task, executor);
  for (const { tasks } of config.chains) for (const task of tasks.names) add('task', task.value, false, task);
  for (const { name, node, component } of taskTexts(config, wiring, flow)) add('task', name, false, node, component);
  for (const { id, node, component } of idUses(config, wiring.classes)) if (node) add('id', id, false, node, component);
  for (const component of config.built) {
    if (component.id) add('id', component.id.value, true, component.id, component);
    if (component.className) add('class', component.className.value, false, component.className, component);
    for (const { script, node } of scriptsOf(component)) add('script', script, false, node, component);
    for (const argument of component.args) add('argument', argument.key, false, keyRange(argument), component);
  }
  return names;
}

function addVariables(
  { variables, config }: AppConfig,
  add: (kind: 'variable', name: string, isDefinition: boolean, range: Range) => void,
): void {
  const keys = new Set<string>();
  for (const { name, start, end, meaning } of variables?.uses ?? []) {
    add('variable', name, false, { start, end });
    if (meaning.kind === 'key') keys.add(name);
  }
  const root = config.document.root;
  if (root.kind !== 'object') return;
  for (const found of root.value.list) if (keys.has(found.key)) add('variable', found.key, true, keyRange(found));
}

function width({ start, end }: Range): number {
  return end - start;
}
