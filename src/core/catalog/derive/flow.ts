import type { CallTree, ExpressionTree } from '../../python/expression-tree';
import { partsOf } from '../../python/expression-tree';
import { readLiteral } from '../../python/literal';
import type { PythonFunction } from '../../python/module';
import { lastNamed } from '../../python/module';
import type { ClassDefinition, ModuleSource, Outside } from '../../python/program';
import { constantOf, pathOf } from '../../python/program';
import type { Code, FunctionCode } from './code';
import type { Value } from './values';
import {
  ALL_COMPONENTS,
  classValue,
  componentValue,
  contentOf,
  elementValue,
  escaped,
  instanceValue,
  parameterOf,
  TASK_ASKED,
  textValue,
} from './values';

/** What becomes of the constructor parameters of a class, in its own code and that of its ancestors. */
export interface Flow {
  /** Parameters that hold ids of components, with the classes that the code asks the components to be of. */
  readonly ids: ReadonlyMap<string, IdUse>;
  /** Templates of the names of tasks that the code sends. */
  readonly sends: ReadonlySet<string>;
  /** Templates of the names of tasks that the code does when asked, or has done by another executor. */
  readonly handles: ReadonlySet<string>;
}

export interface IdUse {
  /** Whether the parameter takes a list of ids. */
  isList: boolean;
  /** Classes that the code insists on: a component must be of at least one of them. */
  readonly demanded: Set<string>;
  /** Classes that the code expects, but does not check. */
  readonly expected: Set<string>;
}

/** The class whose objects are tasks (`nvflare/apis/controller_spec.py`). */
const TASK_CLASS = 'nvflare.apis.controller_spec.Task';
/** More rounds than any class of NVFLARE needs to come to rest. */
const MAX_ROUNDS = 12;
/** How deep calls of plain functions are told apart. */
const MAX_DEPTH = 3;

/** An object whose methods run: the component itself, or one that it makes. */
interface Instance {
  readonly key: string;
  readonly order: readonly (ClassDefinition | Outside)[];
}

/** A function that runs. */
interface Frame {
  readonly key: string;
  readonly source: ModuleSource;
  readonly code: FunctionCode;
  /** The object that `self` is, and the class in its order that defines the method. */
  readonly self: Instance | undefined;
  readonly owner: ClassDefinition | undefined;
  readonly depth: number;
}

/**
 * Follows values through the code of a class until nothing changes: which parameters end up in `get_component`, in the name
 * of a task, or beside the name of the task an executor is asked for. The order of statements does not count.
 */
export function flowOf(code: Code, of: ClassDefinition): Flow {
  const run = new Run(code);
  const self = run.instance(of);
  for (const parameter of code.signature(of).parameters) {
    if (parameter.owner) run.seed(self, parameter.owner, parameter.name, textValue(`{${parameter.name}}`));
  }
  run.settle();
  return { ids: run.ids, sends: run.sends, handles: run.handles };
}

class Run implements Flow {
  readonly ids = new Map<string, IdUse>();
  readonly sends = new Set<string>();
  readonly handles = new Set<string>();
  readonly #code: Code;
  readonly #values = new Map<string, Set<Value>>();
  readonly #frames = new Map<string, Frame>();
  readonly #instances = new Map<string, Instance>();
  #hasChanged = false;

  constructor(code: Code) {
    this.#code = code;
  }

  settle(): void {
    this.#hasChanged = true;
    for (let round = 0; this.#hasChanged && round < MAX_ROUNDS; round++) {
      this.#hasChanged = false;
      for (const frame of [...this.#frames.values()]) this.#runFrame(frame);
    }
  }

  /** The object of a class; all its methods are taken to run. */
  instance(of: ClassDefinition): Instance {
    const key = pathOf(of);
    const known = this.#instances.get(key);
    if (known) return known;
    const order = this.#code.order(of);
    const self: Instance = { key, order };
    this.#instances.set(key, self);
    this.#hasChanged = true;
    for (const owner of order) {
      if (owner.kind !== 'class') continue;
      for (const method of owner.definition.methods) this.#method(self, owner, method);
    }
    return self;
  }

  seed(self: Instance, owner: ClassDefinition, parameter: string, value: Value): void {
    const init = lastNamed(owner.definition.methods, '__init__');
    if (init) this.#add(`${this.#method(self, owner, init).key} ${parameter}`, value);
    else this.#add(`${self.key}.${parameter}`, value);
  }

  #method(self: Instance, owner: ClassDefinition, of: PythonFunction): Frame {
    const key = `${self.key} ${pathOf(owner)}.${of.name}:${of.start}`;
    const frame = this.#frame(key, owner.source, of, self, owner, 0);
    if (of.name === 'execute') {
      const asked = frame.code.parameters[1];
      if (asked?.name === 'task_name') this.#add(`${key} ${asked.name}`, TASK_ASKED);
    }
    return frame;
  }

  #frame(
    key: string,
    source: ModuleSource,
    of: PythonFunction,
    self: Instance | undefined,
    owner: ClassDefinition | undefined,
    depth: number,
  ): Frame {
    const known = this.#frames.get(key);
    if (known) return known;
    const frame: Frame = { key, source, code: this.#code.body(source, of), self, owner, depth };
    this.#frames.set(key, frame);
    this.#hasChanged = true;
    return frame;
  }

  #add(node: string, ...values: readonly Value[]): void {
    let set = this.#values.get(node);
    if (!set) {
      set = new Set();
      this.#values.set(node, set);
    }
    const before = set.size;
    for (const value of values) set.add(value);
    if (set.size > before) this.#hasChanged = true;
  }

  #runFrame(frame: Frame): void {
    for (const statement of frame.code.statements) {
      const values = this.#evaluate(frame, statement.value);
      if (statement.kind === 'assign') {
        this.#assign(frame, statement.target, values);
        if (!statement.annotation) continue;
        const held = this.#evaluate(frame, statement.target);
        this.#expect([...values, ...held], this.#classesIn(frame, statement.annotation), 'expected');
      } else if (statement.kind === 'each') {
        this.#assign(frame, statement.target, values.map(elementOf));
      } else if (statement.kind === 'assert') {
        this.#insist(frame, statement.value);
      } else if (statement.kind === 'return') {
        this.#add(`${frame.key} return`, ...values);
      }
    }
  }

  #assign(frame: Frame, target: ExpressionTree, values: readonly Value[]): void {
    if (target.kind === 'name') this.#add(`${frame.key} ${target.name}`, ...values);
    else if (target.kind === 'attribute') {
      for (const self of this.#objects(frame, target.object)) this.#add(`${self.key}.${target.name}`, ...values);
    } else if (target.kind === 'subscript') {
      // `keywords["name"] = value`: an argument for whom the keywords are passed on to.
      const [object, key] = target.items;
      if (object?.kind !== 'name' || key?.kind !== 'string') return;
      const name = readLiteral(frame.source.module.text.slice(key.start, key.end));
      if (name?.kind === 'string') this.#add(`${frame.key} ${object.name}[${name.value}]`, ...values);
    } else if (target.kind === 'items') for (const item of target.items) this.#assign(frame, item, []);
  }

  /** The objects that an expression may be: `self`, or something that the code made. */
  #objects(frame: Frame, tree: ExpressionTree): readonly Instance[] {
    if (frame.self && tree.kind === 'name' && tree.name === frame.code.parameters[0]?.name) return [frame.self];
    return this.#evaluate(frame, tree)
      .map((value) => this.#instances.get(contentOf(value, 'instance') ?? ''))
      .filter((each) => each !== undefined);
  }

  #evaluate(frame: Frame, tree: ExpressionTree): readonly Value[] {
    switch (tree.kind) {
      case 'name':
        if (frame.code.locals.has(tree.name)) return this.#read(`${frame.key} ${tree.name}`);
        return this.#global(frame, tree.name);
      case 'attribute':
        return this.#attribute(frame, tree.object, tree.name);
      case 'call':
        return this.#call(frame, tree);
      case 'string':
        return this.#string(frame, tree.start, tree.end);
      case 'number':
        return [];
      case 'choice':
        for (const part of tree.beside) this.#evaluate(frame, part);
        return tree.items.flatMap((item) => this.#evaluate(frame, item));
      case 'mapping':
        for (const part of tree.beside) this.#evaluate(frame, part);
        return tree.items.flatMap((item) => this.#evaluate(frame, item));
      case 'subscript':
        this.#compare(tree.items.map((item) => this.#evaluate(frame, item)));
        return [];
      case 'items':
        return tree.items.flatMap((item) => this.#evaluate(frame, item));
      case 'loop': {
        const [target, iterable] = tree.items;
        if (target && iterable) this.#assign(frame, target, this.#evaluate(frame, iterable).map(elementOf));
        return [];
      }
      case 'comparison':
        this.#compare(tree.items.map((item) => this.#evaluate(frame, item)));
        return [];
      case 'negation':
        for (const item of tree.items) {
          this.#evaluate(frame, item);
          this.#insist(frame, item);
        }
        return [];
      case 'other':
        for (const item of tree.items) this.#evaluate(frame, item);
        return [];
    }
  }

  #read(node: string): readonly Value[] {
    return [...(this.#values.get(node) ?? [])];
  }

  #global(frame: Frame, dotted: string): readonly Value[] {
    const found = this.#code.lookUp(frame.source, dotted);
    if (found?.kind === 'class' || found?.kind === 'outside') return [classValue(pathOf(found))];
    if (found?.kind !== 'value' || !found.definition.value) return [];
    const constant = constantOf(this.#code.find, found.source, found.definition.value.text);
    return constant?.kind === 'string' ? [textValue(escaped(constant.value))] : [];
  }

  #attribute(frame: Frame, object: ExpressionTree, name: string): readonly Value[] {
    const objects = this.#objects(frame, object);
    if (objects.length > 0) return objects.flatMap((self) => this.#attributeOf(self, name));
    const dotted = dottedText(object);
    const isLocal = dotted !== undefined && frame.code.locals.has(dotted.split('.', 1)[0] as string);
    if (dotted !== undefined && !isLocal) return this.#global(frame, `${dotted}.${name}`);
    return [];
  }

  #attributeOf(self: Instance, name: string): readonly Value[] {
    const values = [...this.#read(`${self.key}.${name}`)];
    for (const owner of self.order) {
      if (owner.kind !== 'class') continue;
      const method = lastNamed(owner.definition.methods, name);
      if (method?.decorators.some((each) => each.text === 'property')) {
        return [...values, ...this.#read(`${this.#method(self, owner, method).key} return`)];
      }
      const constant = lastNamed(owner.definition.assignments, name)?.value;
      const literal = constant && constantOf(this.#code.find, owner.source, constant.text);
      if (literal?.kind === 'string') return [...values, textValue(escaped(literal.value))];
    }
    return values;
  }

  #string(frame: Frame, start: number, end: number): readonly Value[] {
    const text = frame.source.module.text.slice(start, end);
    const literal = readLiteral(text);
    if (literal?.kind === 'string') return [textValue(escaped(literal.value))];
    const inside = /^[fF](["'])([^"'\\]*)\1$/.exec(text)?.[2];
    return inside === undefined ? [] : this.#format(frame, inside);
  }

  /** An f-string whose fields are plain names or attributes. */
  #format(frame: Frame, text: string): readonly Value[] {
    let templates = [''];
    for (const part of text.split(/(\{[^{}]*\})/)) {
      let options = [escaped(part)];
      if (part.startsWith('{')) {
        const [first, ...rest] = part.slice(1, -1).split('.') as [string, ...string[]];
        let field: ExpressionTree = { kind: 'name', name: first, start: 0, end: 0 };
        for (const name of rest) field = { kind: 'attribute', object: field, name, start: 0, end: 0 };
        options = this.#evaluate(frame, field)
          .map((value) => contentOf(value, 'text'))
          .filter((each) => each !== undefined);
      }
      templates = templates.flatMap((template) => options.map((option) => template + option)).slice(0, 16);
    }
    return templates.map(textValue);
  }

  #compare(sides: readonly (readonly Value[])[]): void {
    if (!sides.some((side) => side.includes(TASK_ASKED))) return;
    for (const side of sides) this.#collect(side, this.handles);
  }

  #collect(values: readonly Value[], into: Set<string>): void {
    for (const value of values) {
      const template = contentOf(value, 'text');
      if (template !== undefined && template !== '') into.add(template);
    }
  }

  #call(frame: Frame, call: CallTree): readonly Value[] {
    const given = call.arguments.map(({ name, stars, value }) => {
      const from = stars === 2 && value.kind === 'name' ? `${frame.key} ${value.name}` : '';
      return { name, stars, from, values: this.#evaluate(frame, value) };
    });
    const { callee } = call;
    if (callee.kind === 'name') return this.#callName(frame, callee.name, call, given);
    if (callee.kind !== 'attribute') {
      this.#evaluate(frame, callee);
      return [];
    }
    if (callee.object.kind === 'call' && callee.object.callee.kind === 'name' && callee.object.callee.name === 'super') {
      return this.#callMethod(frame.self, this.#behind(frame), callee.name, given, 1);
    }
    const objects = this.#objects(frame, callee.object);
    const methods = objects.filter((self) => hasMethod(self.order, callee.name));
    if (methods.length > 0) return methods.flatMap((self) => this.#callMethod(self, self.order, callee.name, given, 1));
    const first = given[0]?.values ?? [];
    if (callee.name === 'get_component') return this.#getComponent(first);
    if (callee.name === 'get_all_components') return [ALL_COMPONENTS];
    if (callee.name === 'get') {
      const held = this.#evaluate(frame, callee.object);
      if (held.includes(ALL_COMPONENTS)) return this.#getComponent(first);
      this.#compare([first, held]);
    }
    if (callee.name === 'find_executor') this.#collect(first, this.handles);
    for (const value of this.#evaluate(frame, callee.object)) {
      const path = contentOf(value, 'class');
      const at = frame.self?.order.findIndex((each) => pathOf(each) === path) ?? -1;
      if (frame.self && at >= 0) return this.#callMethod(frame.self, frame.self.order.slice(at), callee.name, given, 0);
    }
    const dotted = dottedText(callee);
    return dotted === undefined || objects.length > 0 ? [] : this.#callName(frame, dotted, call, given);
  }

  #behind(frame: Frame): readonly (ClassDefinition | Outside)[] {
    const order = frame.self?.order ?? [];
    const at = order.findIndex((each) => each.kind === 'class' && each.definition === frame.owner?.definition);
    return order.slice(at + 1);
  }

  #getComponent(ids: readonly Value[]): readonly Value[] {
    const found: Value[] = [];
    for (const value of ids) {
      const parameter = parameterOf(value) ?? contentOf(value, 'element');
      if (parameter === undefined) continue;
      const use = this.ids.get(parameter) ?? { isList: false, demanded: new Set<string>(), expected: new Set<string>() };
      if (contentOf(value, 'element') !== undefined) use.isList = true;
      this.ids.set(parameter, use);
      found.push(componentValue(parameter));
    }
    return found;
  }

  /** `if not isinstance(…)` and `assert isinstance(…)`: the code goes no further with anything else. */
  #insist(frame: Frame, tree: ExpressionTree): void {
    if (tree.kind !== 'call' || tree.callee.kind !== 'name' || tree.callee.name !== 'isinstance') return;
    const [object, classes] = tree.arguments;
    if (object && classes) this.#expect(this.#evaluate(frame, object.value), this.#evaluate(frame, classes.value), 'demanded');
  }

  #expect(values: readonly Value[], classes: readonly Value[], how: 'demanded' | 'expected'): void {
    for (const value of values) {
      const use = this.ids.get(contentOf(value, 'component') ?? '');
      for (const each of classes) {
        const path = contentOf(each, 'class');
        if (use && path) use[how].add(path);
      }
    }
  }

  #classesIn(frame: Frame, annotation: ExpressionTree): readonly Value[] {
    const found: Value[] = [];
    for (const part of partsOf(annotation)) {
      if (part.kind !== 'name' && part.kind !== 'attribute') continue;
      const dotted = dottedText(part);
      const definition = dotted === undefined ? undefined : this.#code.lookUp(frame.source, dotted);
      if (definition?.kind === 'class') found.push(classValue(pathOf(definition)));
    }
    return found;
  }

  #callName(frame: Frame, dotted: string, call: CallTree, given: readonly Given[]): readonly Value[] {
    if (dotted === 'isinstance') {
      this.#expect(given[0]?.values ?? [], given[1]?.values ?? [], 'expected');
      return [];
    }
    if (/^(?:str|list|tuple|set|sorted)$/.test(dotted)) return given[0]?.values ?? [];
    if (frame.code.locals.has(dotted.split('.', 1)[0] as string)) return [];
    const found = this.#code.lookUp(frame.source, dotted);
    if (found?.kind === 'class') {
      if (pathOf(found) === TASK_CLASS) {
        const name = given.find((argument) => argument.name === 'name') ?? given.find((argument) => argument.name === '');
        this.#collect(name?.values ?? [], this.sends);
        return [];
      }
      if (!this.#code.order(found).some(isOfInterest)) return [];
      const made = this.instance(found);
      this.#callMethod(made, made.order, '__init__', given, 1);
      return [instanceValue(made.key)];
    }
    if (found?.kind !== 'function' || frame.depth >= MAX_DEPTH) return [];
    const key = `${frame.key}>${call.start} ${pathOf(found)}`;
    const inner = this.#frame(key, found.source, found.definition, undefined, undefined, frame.depth + 1);
    return this.#bind(inner, given, 0);
  }

  #callMethod(
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
      return this.#bind(this.#method(self, owner, method), given, isStatic ? 0 : skipped);
    }
    return [];
  }

  /** Gives the arguments to the parameters, and the defaults to those without; returns what the function returns. */
  #bind(frame: Frame, given: readonly Given[], skipped: number): readonly Value[] {
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
      this.#add(`${frame.key} ${parameter.name}`, ...argument.values);
    }
    for (const parameter of parameters) {
      if (named.has(parameter.name)) continue;
      const spread = given.filter((argument) => argument.stars === 2);
      for (const { from } of spread) this.#add(`${frame.key} ${parameter.name}`, ...this.#read(`${from}[${parameter.name}]`));
      if (spread.length > 0 || !parameter.default) continue;
      const constant = constantOf(this.#code.find, frame.source, parameter.default.text);
      if (constant?.kind === 'string') this.#add(`${frame.key} ${parameter.name}`, textValue(escaped(constant.value)));
    }
    return this.#read(`${frame.key} return`);
  }
}

interface Given {
  readonly name: string;
  readonly stars: 0 | 1 | 2;
  /** Of `**keywords`: the variable. */
  readonly from: string;
  readonly values: readonly Value[];
}

/** Whether the code around a class deals with components or tasks at all; most helpers do not. */
function isOfInterest(of: ClassDefinition | Outside): boolean {
  return (
    of.kind === 'class' && /get_component\(|get_all_components\(|\bTask\(|find_executor\(|task_name/.test(of.source.module.text)
  );
}

function hasMethod(order: readonly (ClassDefinition | Outside)[], name: string): boolean {
  return order.some((each) => each.kind === 'class' && each.definition.methods.some((method) => method.name === name));
}

function elementOf(value: Value): Value {
  const parameter = parameterOf(value);
  return parameter === undefined ? value : elementValue(parameter);
}

/** `a.b.c` of names and attributes only. */
function dottedText(tree: ExpressionTree): string | undefined {
  if (tree.kind === 'name') return tree.name;
  if (tree.kind !== 'attribute') return undefined;
  const object = dottedText(tree.object);
  return object === undefined ? undefined : `${object}.${tree.name}`;
}
