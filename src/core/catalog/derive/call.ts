import type { CallTree } from '../../python/expression-tree';
import { lastNamed } from '../../python/module';
import type { ClassDefinition, Outside } from '../../python/program';
import { constantOf, pathOf } from '../../python/program';
import { noteClasses, noteTexts } from './uses';
import type { Value } from './values';
import { escaped, instanceValue, textValue } from './values';
import type { Frame, Instance, World } from './world';
import { addValues, frameOf, instanceOf, methodFrame, valuesOf } from './world';

/** The class whose objects are tasks (`nvflare/apis/controller_spec.py`). */
const TASK_CLASS = 'nvflare.apis.controller_spec.Task';
/** How deep calls of plain functions are told apart. */
const MAX_DEPTH = 3;

/** An argument of a call with what it may be. */
export interface Given {
  readonly name: string;
  readonly stars: 0 | 1 | 2;
  /** Of `**keywords`: the variable. */
  readonly from: string;
  readonly values: readonly Value[];
}

/** What a call of a function or class may return. */
export function callByName(
  world: World,
  frame: Frame,
  dotted: string,
  call: CallTree,
  given: readonly Given[],
): readonly Value[] {
  if (dotted === 'isinstance') {
    noteClasses(world, given[0]?.values ?? [], given[1]?.values ?? [], 'expected');
    return [];
  }
  if (/^(?:str|list|tuple|set|sorted)$/.test(dotted)) return given[0]?.values ?? [];
  if (frame.code.locals.has(dotted.split('.', 1)[0] as string)) return [];
  const found = world.code.lookUp(frame.source, dotted);
  if (found?.kind === 'class') {
    if (pathOf(found) === TASK_CLASS) {
      const name = given.find((argument) => argument.name === 'name') ?? given.find((argument) => argument.name === '');
      noteTexts(name?.values ?? [], world.sends);
      return [];
    }
    if (!world.code.order(found).some(isOfInterest)) return [];
    const made = instanceOf(world, found);
    callMethod(world, made, made.order, '__init__', given, 1);
    return [instanceValue(made.key)];
  }
  if (found?.kind !== 'function' || frame.depth >= MAX_DEPTH) return [];
  const key = `${frame.key}>${call.start} ${pathOf(found)}`;
  const inner = frameOf(world, key, found.source, found.definition, undefined, undefined, frame.depth + 1);
  return bind(world, inner, given, 0);
}

/** What a call of a method may return: of the first class in the order that has it. */
export function callMethod(
  world: World,
  self: Instance | undefined,
  order: readonly (ClassDefinition | Outside)[],
  name: string,
  given: readonly Given[],
  skipped: number,
): readonly Value[] {
  if (!self) return [];
  for (const owner of order) {
    if (owner.kind !== 'class') continue;
    const method = lastNamed(owner.definition.methods, name);
    if (!method) continue;
    const isStatic = method.decorators.some((each) => each.text === 'staticmethod');
    return bind(world, methodFrame(world, self, owner, method), given, isStatic ? 0 : skipped);
  }
  return [];
}

/** Gives the arguments to the parameters, and the defaults to those without; returns what the function returns. */
function bind(world: World, frame: Frame, given: readonly Given[], skipped: number): readonly Value[] {
  const parameters = frame.code.parameters.slice(skipped);
  const named = new Set<string>();
  let place = 0;
  for (const argument of given) {
    if (argument.stars > 0) continue;
    const parameter =
      argument.name === ''
        ? parameters.filter((each) => each.kind !== 'keyword-only' && each.kind !== 'var-keyword')[place++]
        : parameters.find((each) => each.name === argument.name);
    if (!parameter) continue;
    named.add(parameter.name);
    addValues(world, `${frame.key} ${parameter.name}`, ...argument.values);
  }
  for (const parameter of parameters) {
    if (named.has(parameter.name)) continue;
    const spread = given.filter((argument) => argument.stars === 2);
    for (const { from } of spread)
      addValues(world, `${frame.key} ${parameter.name}`, ...valuesOf(world, `${from}[${parameter.name}]`));
    if (spread.length > 0 || !parameter.default) continue;
    const constant = constantOf(world.code.find, frame.source, parameter.default.text);
    if (constant?.kind === 'string') addValues(world, `${frame.key} ${parameter.name}`, textValue(escaped(constant.value)));
  }
  return valuesOf(world, `${frame.key} return`);
}

/** Whether the code around a class deals with components or tasks at all; most helpers do not. */
function isOfInterest(of: ClassDefinition | Outside): boolean {
  return (
    of.kind === 'class' && /get_component\(|get_all_components\(|\bTask\(|find_executor\(|task_name/.test(of.source.module.text)
  );
}
