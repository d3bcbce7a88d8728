import type { CallTree, ExpressionTree } from '../../python/expression-tree';
import { partsOf } from '../../python/expression-tree';
import { readLiteral } from '../../python/literal';
import { lastNamed } from '../../python/module';
import type { ClassDefinition, Outside } from '../../python/program';
import { constantOf, pathOf } from '../../python/program';
import { callByName, callMethod } from './call';
import { noteEvents } from './events';
import { noteClasses, noteComparison, noteComponents, noteTexts } from './uses';
import type { Value } from './values';
import { ALL_COMPONENTS, classValue, contentOf, elementOf, escaped, textValue } from './values';
import type { Frame, Instance, World } from './world';
import { addValues, methodFrame, valuesOf } from './world';

/** What an expression may be, and what is learned by computing it. */
export function evaluate(world: World, frame: Frame, tree: ExpressionTree): readonly Value[] {
  switch (tree.kind) {
    case 'name':
      if (frame.code.locals.has(tree.name)) return valuesOf(world, `${frame.key} ${tree.name}`);
      return globalValue(world, frame, tree.name);
    case 'attribute':
      return attributeValue(world, frame, tree.object, tree.name);
    case 'call':
      return callValue(world, frame, tree);
    case 'string':
      return stringValue(world, frame, tree.start, tree.end);
    case 'number':
      return [];
    case 'choice':
      for (const part of tree.beside) evaluate(world, frame, part);
      return tree.items.flatMap((item) => evaluate(world, frame, item));
    case 'mapping':
      for (const part of tree.beside) evaluate(world, frame, part);
      return tree.items.flatMap((item) => evaluate(world, frame, item));
    case 'subscript':
      noteComparison(
        world,
        tree.items.map((item) => evaluate(world, frame, item)),
      );
      return [];
    case 'items':
      return tree.items.flatMap((item) => evaluate(world, frame, item));
    case 'loop': {
      const [target, iterable] = tree.items;
      if (target && iterable) assign(world, frame, target, evaluate(world, frame, iterable).map(elementOf));
      return [];
    }
    case 'comparison':
      noteComparison(
        world,
        tree.items.map((item) => evaluate(world, frame, item)),
      );
      return [];
    case 'negation':
      for (const item of tree.items) {
        evaluate(world, frame, item);
        insist(world, frame, item);
      }
      return [];
    case 'other':
      for (const item of tree.items) evaluate(world, frame, item);
      return [];
  }
}

/** A variable, attribute or entry gets values. */
export function assign(world: World, frame: Frame, target: ExpressionTree, values: readonly Value[]): void {
  if (target.kind === 'name') addValues(world, `${frame.key} ${target.name}`, ...values);
  else if (target.kind === 'attribute') {
    for (const self of objectsOf(world, frame, target.object)) addValues(world, `${self.key}.${target.name}`, ...values);
  } else if (target.kind === 'subscript') {
    // `keywords["name"] = value`: an argument for whom the keywords are passed on to.
    const [object, key] = target.items;
    if (object?.kind !== 'name' || key?.kind !== 'string') return;
    const name = readLiteral(frame.source.module.text.slice(key.start, key.end));
    if (name?.kind === 'string') addValues(world, `${frame.key} ${object.name}[${name.value}]`, ...values);
  } else if (target.kind === 'items') for (const item of target.items) assign(world, frame, item, []);
}

/** The objects that an expression may be: `self`, or something that the code made. */
function objectsOf(world: World, frame: Frame, tree: ExpressionTree): readonly Instance[] {
  if (frame.self && tree.kind === 'name' && tree.name === frame.code.parameters[0]?.name) return [frame.self];
  return evaluate(world, frame, tree)
    .map((value) => world.instances.get(contentOf(value, 'instance') ?? ''))
    .filter((each) => each !== undefined);
}

function globalValue(world: World, frame: Frame, dotted: string): readonly Value[] {
  const found = world.code.lookUp(frame.source, dotted);
  if (found?.kind === 'class' || found?.kind === 'outside') return [classValue(pathOf(found))];
  if (found?.kind !== 'value' || !found.definition.value) return [];
  const constant = constantOf(world.code.find, found.source, found.definition.value.text);
  return constant?.kind === 'string' ? [textValue(escaped(constant.value))] : [];
}

function attributeValue(world: World, frame: Frame, object: ExpressionTree, name: string): readonly Value[] {
  const objects = objectsOf(world, frame, object);
  if (objects.length > 0) return objects.flatMap((self) => attributeOf(world, self, name));
  const dotted = dottedText(object);
  const isLocal = dotted !== undefined && frame.code.locals.has(dotted.split('.', 1)[0] as string);
  if (dotted !== undefined && !isLocal) return globalValue(world, frame, `${dotted}.${name}`);
  return [];
}

function attributeOf(world: World, self: Instance, name: string): readonly Value[] {
  const values = [...valuesOf(world, `${self.key}.${name}`)];
  for (const owner of self.order) {
    if (owner.kind !== 'class') continue;
    const method = lastNamed(owner.definition.methods, name);
    if (method?.decorators.some((each) => each.text === 'property')) {
      return [...values, ...valuesOf(world, `${methodFrame(world, self, owner, method).key} return`)];
    }
    const constant = lastNamed(owner.definition.assignments, name)?.value;
    const literal = constant && constantOf(world.code.find, owner.source, constant.text);
    if (literal?.kind === 'string') return [...values, textValue(escaped(literal.value))];
  }
  return values;
}

function stringValue(world: World, frame: Frame, start: number, end: number): readonly Value[] {
  const text = frame.source.module.text.slice(start, end);
  const literal = readLiteral(text);
  if (literal?.kind === 'string') return [textValue(escaped(literal.value))];
  const inside = /^[fF](["'])([^"'\\]*)\1$/.exec(text)?.[2];
  return inside === undefined ? [] : formatted(world, frame, inside);
}

/** An f-string whose fields are plain names or attributes. */
function formatted(world: World, frame: Frame, text: string): readonly Value[] {
  let templates = [''];
  for (const part of text.split(/(\{[^{}]*\})/)) {
    let options = [escaped(part)];
    if (part.startsWith('{')) {
      const [first, ...rest] = part.slice(1, -1).split('.') as [string, ...string[]];
      let field: ExpressionTree = { kind: 'name', name: first, start: 0, end: 0 };
      for (const name of rest) field = { kind: 'attribute', object: field, name, start: 0, end: 0 };
      options = evaluate(world, frame, field)
        .map((value) => contentOf(value, 'text'))
        .filter((each) => each !== undefined);
    }
    templates = templates.flatMap((template) => options.map((option) => template + option)).slice(0, 16);
  }
  return templates.map(textValue);
}

/** What a call may return: of a method, of `get_component`, of a function or class of a module. */
function callValue(world: World, frame: Frame, call: CallTree): readonly Value[] {
  const given = call.arguments.map(({ name, stars, value }) => {
    const from = stars === 2 && value.kind === 'name' ? `${frame.key} ${value.name}` : '';
    return { name, stars, from, values: evaluate(world, frame, value) };
  });
  const { callee } = call;
  if (callee.kind === 'name') return callByName(world, frame, callee.name, call, given);
  if (callee.kind !== 'attribute') {
    evaluate(world, frame, callee);
    return [];
  }
  if (callee.object.kind === 'call' && callee.object.callee.kind === 'name' && callee.object.callee.name === 'super') {
    return callMethod(world, frame.self, behind(frame), callee.name, given, 1);
  }
  const objects = objectsOf(world, frame, callee.object);
  noteEvents(world, frame, objects, callee.name, given);
  const methods = objects.filter((self) => hasMethod(self.order, callee.name));
  if (methods.length > 0) return methods.flatMap((self) => callMethod(world, self, self.order, callee.name, given, 1));
  const first = given[0]?.values ?? [];
  if (callee.name === 'get_component') return noteComponents(world, first);
  if (callee.name === 'get_all_components') return [ALL_COMPONENTS];
  if (callee.name === 'get') {
    const held = evaluate(world, frame, callee.object);
    if (held.includes(ALL_COMPONENTS)) return noteComponents(world, first);
    noteComparison(world, [first, held]);
  }
  if (callee.name === 'find_executor') noteTexts(first, world.handles);
  for (const value of evaluate(world, frame, callee.object)) {
    const path = contentOf(value, 'class');
    const at = frame.self?.order.findIndex((each) => pathOf(each) === path) ?? -1;
    if (frame.self && at >= 0) return callMethod(world, frame.self, frame.self.order.slice(at), callee.name, given, 0);
  }
  const dotted = dottedText(callee);
  return dotted === undefined || objects.length > 0 ? [] : callByName(world, frame, dotted, call, given);
}

/** The classes that `super()` looks at from inside a method. */
function behind(frame: Frame): readonly (ClassDefinition | Outside)[] {
  const order = frame.self?.order ?? [];
  const at = order.findIndex((each) => each.kind === 'class' && each.definition === frame.owner?.definition);
  return order.slice(at + 1);
}

/** `if not isinstance(…)` and `assert isinstance(…)`: the code goes no further with anything else. */
export function insist(world: World, frame: Frame, tree: ExpressionTree): void {
  if (tree.kind !== 'call' || tree.callee.kind !== 'name' || tree.callee.name !== 'isinstance') return;
  const [object, classes] = tree.arguments;
  if (object && classes)
    noteClasses(world, evaluate(world, frame, object.value), evaluate(world, frame, classes.value), 'demanded');
}

/** The classes of NVFLARE that an annotation names. */
export function classesIn(world: World, frame: Frame, annotation: ExpressionTree): readonly Value[] {
  const found: Value[] = [];
  for (const part of partsOf(annotation)) {
    if (part.kind !== 'name' && part.kind !== 'attribute') continue;
    const dotted = dottedText(part);
    const definition = dotted === undefined ? undefined : world.code.lookUp(frame.source, dotted);
    if (definition?.kind === 'class') found.push(classValue(pathOf(definition)));
  }
  return found;
}

function hasMethod(order: readonly (ClassDefinition | Outside)[], name: string): boolean {
  return order.some((each) => each.kind === 'class' && each.definition.methods.some((method) => method.name === name));
}

/** `a.b.c` of names and attributes only. */
function dottedText(tree: ExpressionTree): string | undefined {
  if (tree.kind === 'name') return tree.name;
  if (tree.kind !== 'attribute') return undefined;
  const object = dottedText(tree.object);
  return object === undefined ? undefined : `${object}.${tree.name}`;
}
