import { endOfName } from './characters';
import type { Literal } from './literal';
import { readLiteral } from './literal';
import type { PythonAssignment, PythonClass, PythonFunction, PythonImport, PythonModule } from './module';
import { boundName, lastNamed } from './module';

/** A module under the name it is imported by. */
export interface ModuleSource {
  /** Dotted, such as `nvflare.app_common.ccwf`. */
  readonly name: string;
  /** Whether it is an `__init__.py`, or a folder without one; relative imports in it start one step lower. */
  readonly isPackage: boolean;
  readonly module: PythonModule;
}

/** Gives the module of a dotted name; `undefined` where it is not known. */
export type FindModule = (name: string) => ModuleSource | undefined;

/** What a name stands for. */
export type Definition =
  | { readonly kind: 'module'; readonly source: ModuleSource }
  | { readonly kind: 'class'; readonly source: ModuleSource; readonly definition: PythonClass }
  | { readonly kind: 'function'; readonly source: ModuleSource; readonly definition: PythonFunction }
  /** A name with a value that is no other name: a constant, or something computed. */
  | { readonly kind: 'value'; readonly source: ModuleSource; readonly definition: PythonAssignment }
  /** Something in a module that is not known, under the path it would have there. */
  | { readonly kind: 'outside'; readonly path: string };

/** A class in a known module. */
export type ClassDefinition = Extract<Definition, { kind: 'class' }>;

/** No chain of imports and aliases is longer; cycles end here. */
const MAX_STEPS = 40;

/** The path of a class, function or value where it is defined. */
export function pathOf(definition: Definition): string {
  if (definition.kind === 'outside') return definition.path;
  if (definition.kind === 'module') return definition.source.name;
  return `${definition.source.name}.${definition.definition.name}`;
}

/**
 * What a name at the outside of a module stands for, through imports, re-exports and aliases. `undefined` where nothing
 * in the module gives the name.
 */
export function lookUp(find: FindModule, source: ModuleSource, name: string, steps = 0): Definition | undefined {
  if (steps > MAX_STEPS) return undefined;
  const binding = lastBinding(source.module, name);
  if (binding) return definitionOf(find, source, binding, steps + 1);
  for (const each of source.module.imports) {
    if (each.name !== '*') continue;
    const from = find(absoluteName(source, each));
    if (from && from.module !== source.module && isExported(from, name)) {
      const found = lookUp(find, from, name, steps + 1);
      if (found) return found;
    }
  }
  const below = source.isPackage ? find(`${source.name}.${name}`) : undefined;
  return below && { kind: 'module', source: below };
}

type Binding = PythonClass | PythonFunction | PythonImport | PythonAssignment;

/** What binds the name last, as the module runs. What only a type checker sees counts where nothing else binds it. */
function lastBinding(module: PythonModule, name: string): Binding | undefined {
  let found: Binding | undefined;
  const consider = (each: Binding) => {
    if (!found) found = each;
    else if (isBetter(each, found)) found = each;
  };
  for (const each of module.imports) if (each.name !== '*' && boundName(each) === name) consider(each);
  for (const each of module.classes) if (each.name === name) consider(each);
  for (const each of module.functions) if (each.name === name) consider(each);
  for (const each of module.assignments) if (each.name === name) consider(each);
  return found;
}

/** Whether only type checkers see the name in the module: at run time it is not there. */
export function isForTypeCheckers(module: PythonModule, name: string): boolean {
  return lastBinding(module, name)?.circumstance === 'type-checking';
}

/** Whether of two bindings of one name the first is the one that is meant. */
function isBetter(a: Binding, b: Binding): boolean {
  const isChecking = a.circumstance === 'type-checking';
  if (isChecking !== (b.circumstance === 'type-checking')) return !isChecking;
  const [first, last] = a.start < b.start ? [a, b] : [b, a];
  return isFallback(first, last) ? a === first : a === last;
}

/** `try: import x` with `except ImportError: x = None` behind it. */
function isFallback(before: Binding, after: Binding): boolean {
  return before.circumstance === 'sometimes' && after.circumstance === 'sometimes' && 'level' in before && 'operator' in after;
}

function definitionOf(find: FindModule, source: ModuleSource, binding: Binding, steps: number): Definition | undefined {
  if ('level' in binding) return imported(find, source, binding, steps);
  if ('operator' in binding) {
    const value = binding.value?.text;
    const target = value !== undefined && DOTTED.test(value) ? lookUpDotted(find, source, value, steps) : undefined;
    return target ?? { kind: 'value', source, definition: binding };
  }
  if ('bases' in binding) return { kind: 'class', source, definition: binding };
  return { kind: 'function', source, definition: binding };
}

const DOTTED = /^[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:\.[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)*$/;

function imported(find: FindModule, source: ModuleSource, statement: PythonImport, steps: number): Definition | undefined {
  const moduleName = absoluteName(source, statement);
  if (statement.name === undefined) {
    const name = statement.alias === undefined ? (moduleName.split('.', 1)[0] as string) : moduleName;
    const module = find(name);
    return module ? { kind: 'module', source: module } : { kind: 'outside', path: name };
  }
  const module = find(moduleName);
  if (!module) return { kind: 'outside', path: `${moduleName}.${statement.name}` };
  // A module may import a name from itself as a package: then it is the module below that is meant.
  if (module.module === source.module) {
    const below = find(`${moduleName}.${statement.name}`);
    return below && { kind: 'module', source: below };
  }
  return lookUp(find, module, statement.name, steps);
}

/** The dotted name of the module that an import statement names, leading dots counted from the importing module. */
export function absoluteName(source: ModuleSource, statement: PythonImport): string {
  if (statement.level === 0) return statement.module;
  const parts = source.name.split('.');
  const kept = parts.slice(0, parts.length - statement.level + (source.isPackage ? 1 : 0));
  return [...kept, ...(statement.module ? [statement.module] : [])].join('.');
}

function isExported(source: ModuleSource, name: string): boolean {
  const all = exportsOf(source.module);
  return all ? all.includes(name) : !name.startsWith('_');
}

/** The names in `__all__`; `undefined` where there is none, or where it is computed. */
export function exportsOf(module: PythonModule): readonly string[] | undefined {
  const names: string[] = [];
  let isThere = false;
  for (const { name, operator, value } of module.assignments) {
    if (name !== '__all__') continue;
    const literal = value && readLiteral(value.text);
    if (!literal || !('items' in literal)) return undefined;
    if (operator === '=') names.length = 0;
    for (const item of literal.items) if (item.kind === 'string') names.push(item.value);
    isThere = true;
  }
  return isThere ? names : undefined;
}

/** What a dotted name stands for inside a module: `AppConstants.TASK_TRAIN`, `controller.Task`. */
export function lookUpDotted(find: FindModule, source: ModuleSource, dotted: string, steps = 0): Definition | undefined {
  const [first, ...rest] = dotted.split('.') as [string, ...string[]];
  let found = lookUp(find, source, first, steps + 1);
  for (const name of rest) {
    if (!found) return undefined;
    found = member(find, found, name, steps + 1);
  }
  return found;
}

function member(find: FindModule, of: Definition, name: string, steps: number): Definition | undefined {
  switch (of.kind) {
    case 'module':
      return lookUp(find, of.source, name, steps);
    case 'outside':
      return { kind: 'outside', path: `${of.path}.${name}` };
    case 'class': {
      for (const each of linearise(find, of)) {
        if (each.kind !== 'class') continue;
        const { source, definition } = each;
        const inner = definition.classes.find((item) => item.name === name);
        if (inner) return { kind: 'class', source, definition: inner };
        const constant = lastNamed(definition.assignments, name);
        if (constant?.value) return { kind: 'value', source, definition: constant };
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

/**
 * The class with all classes it inherits from, in the order in which Python looks for a method (C3). Where the classes
 * cannot be ordered so, the order is that of a walk, each class once. Bases that are not known are in it as `outside`.
 */
export function linearise(find: FindModule, of: ClassDefinition, depth = 0): readonly (ClassDefinition | Outside)[] {
  const bases = basesOf(find, of);
  if (depth > MAX_STEPS) return [of];
  const lists: (ClassDefinition | Outside)[][] = bases.map((base) =>
    base.kind === 'class' ? [...linearise(find, base, depth + 1)] : [base],
  );
  return [of, ...merge([...lists, [...bases]])];
}

/** Something of which only the path is known. */
export type Outside = Extract<Definition, { kind: 'outside' }>;

/** The bases of a class in the order of its header. A base that is no plain name is `outside` under its text. */
export function basesOf(find: FindModule, of: ClassDefinition): readonly (ClassDefinition | Outside)[] {
  return of.definition.bases
    .filter((base) => base.name === '' && base.stars === 0)
    .map((base) => {
      const dotted = /^[\w.\u0080-\uffff]+/.exec(base.text)?.[0] ?? base.text;
      const found = endOfName(dotted, 0) > 0 ? lookUpDotted(find, of.source, dotted) : undefined;
      if (found?.kind === 'class' && found.definition !== of.definition) return found;
      return found?.kind === 'outside' ? found : { kind: 'outside', path: dotted };
    });
}

function same(a: ClassDefinition | Outside, b: ClassDefinition | Outside): boolean {
  if (a.kind === 'class') return b.kind === 'class' && a.definition === b.definition;
  return b.kind === 'outside' && a.path === b.path;
}

function merge(lists: (ClassDefinition | Outside)[][]): readonly (ClassDefinition | Outside)[] {
  const result: (ClassDefinition | Outside)[] = [];
  for (;;) {
    const left = lists.filter((list) => list.length > 0);
    if (left.length === 0) return result;
    const heads = left.map((list) => list[0] as ClassDefinition | Outside);
    const good = heads.find((head) => !left.some((list) => list.slice(1).some((item) => same(item, head))));
    const next = good ?? (heads[0] as ClassDefinition | Outside);
    if (!result.some((item) => same(item, next))) result.push(next);
    for (const list of left) {
      const at = list.findIndex((item) => same(item, next));
      if (at >= 0) list.splice(at, 1);
    }
  }
}

/** The value of an expression in a module: a literal, or a name that leads to one. */
export function constantOf(find: FindModule, source: ModuleSource, text: string, steps = 0): Literal | undefined {
  const literal = readLiteral(text);
  if (literal || steps > MAX_STEPS || !DOTTED.test(text)) return literal;
  const found = lookUpDotted(find, source, text, steps);
  if (found?.kind !== 'value' || found.definition.operator !== '=' || !found.definition.value) return undefined;
  return constantOf(find, found.source, found.definition.value.text, steps + 1);
}
