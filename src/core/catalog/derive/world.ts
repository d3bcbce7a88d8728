import type { PythonFunction } from '../../python/module';
import { lastNamed } from '../../python/module';
import type { ClassDefinition, ModuleSource, Outside } from '../../python/program';
import { pathOf } from '../../python/program';
import type { Code, FunctionCode } from './code';
import type { Flow, IdUse } from './uses';
import type { Value } from './values';
import { EVENT_TOLD, TASK_ASKED } from './values';

/** What is known of a run of a class so far: which functions run, which objects there are, what their variables may hold. */
export interface World extends Flow {
  readonly code: Code;
  /** By variable: of a function its key, a blank and the name; of an object its key, a dot and the name. */
  readonly values: Map<string, Set<Value>>;
  readonly frames: Map<string, Frame>;
  readonly instances: Map<string, Instance>;
  readonly ids: Map<string, IdUse>;
  readonly sends: Set<string>;
  readonly handles: Set<string>;
  readonly fires: Set<string>;
  readonly hears: Set<string>;
  /** Whether something was added since this was last set to false. */
  hasChanged: boolean;
}

/** A world in which nothing runs yet. */
export function newWorld(code: Code): World {
  return {
    code,
    values: new Map(),
    frames: new Map(),
    instances: new Map(),
    ids: new Map(),
    sends: new Set(),
    handles: new Set(),
    fires: new Set(),
    hears: new Set(),
    hasChanged: false,
  };
}

/** An object whose methods run: the component itself, or one that it makes. */
export interface Instance {
  readonly key: string;
  readonly order: readonly (ClassDefinition | Outside)[];
}

/** A function that runs. */
export interface Frame {
  readonly key: string;
  readonly source: ModuleSource;
  readonly code: FunctionCode;
  /** The object that `self` is, and the class in its order that defines the method. */
  readonly self: Instance | undefined;
  readonly owner: ClassDefinition | undefined;
  readonly depth: number;
}

/** The object of a class; all its methods are taken to run. */
export function instanceOf(world: World, of: ClassDefinition): Instance {
  const key = pathOf(of);
  const known = world.instances.get(key);
  if (known) return known;
  const order = world.code.order(of);
  const self: Instance = { key, order };
  world.instances.set(key, self);
  world.hasChanged = true;
  for (const owner of order) {
    if (owner.kind !== 'class') continue;
    for (const method of owner.definition.methods) methodFrame(world, self, owner, method);
  }
  return self;
}

/** The parameter of the constructor that the class defines, or the field where it defines none, gets a value. */
export function seedParameter(world: World, self: Instance, owner: ClassDefinition, parameter: string, value: Value): void {
  const init = lastNamed(owner.definition.methods, '__init__');
  if (init) addValues(world, `${methodFrame(world, self, owner, init).key} ${parameter}`, value);
  else addValues(world, `${self.key}.${parameter}`, value);
}

/** A method of an object as it runs. */
export function methodFrame(world: World, self: Instance, owner: ClassDefinition, of: PythonFunction): Frame {
  const key = `${self.key} ${pathOf(owner)}.${of.name}:${of.start}`;
  const frame = frameOf(world, key, owner.source, of, self, owner, 0);
  if (of.name === 'execute') {
    const asked = frame.code.parameters[1];
    if (asked?.name === 'task_name') addValues(world, `${key} ${asked.name}`, TASK_ASKED);
  }
  if (of.name === 'handle_event') {
    const told = frame.code.parameters[1];
    if (told) addValues(world, `${key} ${told.name}`, EVENT_TOLD);
  }
  return frame;
}

/** A function as it runs, under the key that tells its runs apart. */
export function frameOf(
  world: World,
  key: string,
  source: ModuleSource,
  of: PythonFunction,
  self: Instance | undefined,
  owner: ClassDefinition | undefined,
  depth: number,
): Frame {
  const known = world.frames.get(key);
  if (known) return known;
  const frame: Frame = { key, source, code: world.code.body(source, of), self, owner, depth };
  world.frames.set(key, frame);
  world.hasChanged = true;
  return frame;
}

/** A variable may hold these values, too. */
export function addValues(world: World, node: string, ...values: readonly Value[]): void {
  let set = world.values.get(node);
  if (!set) {
    set = new Set();
    world.values.set(node, set);
  }
  const before = set.size;
  for (const value of values) set.add(value);
  if (set.size > before) world.hasChanged = true;
}

/** What a variable may hold, as far as is known. */
export function valuesOf(world: World, node: string): readonly Value[] {
  return [...(world.values.get(node) ?? [])];
}
