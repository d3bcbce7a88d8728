import { readBody } from './body';
import { fieldParameters, isDataclass } from './dataclass';
import type { CallTree } from './expression-tree';
import { givenTo, isOnlyTaken, isSuperCall, passedOn, takenFrom } from './keywords';
import type { PythonFunction } from './module';
import { lastNamed } from './module';
import type { Parameter, Signature } from './parameter';
import { parametersOf } from './parameters';
import type { ClassDefinition, FindModule, ModuleSource, Outside } from './program';
import { constantOf, linearise, pathOf } from './program';

const UNKNOWN: Signature = { parameters: [], isOpen: true };

/** How a module-level function is called. */
export function signatureOfFunction(find: FindModule, source: ModuleSource, of: PythonFunction): Signature {
  const declared = declaredBy(find, source, undefined, of, 0);
  const isOpen = declared.keywords !== undefined || of.decorators.length > 0;
  return { parameters: declared.parameters, isOpen };
}

/** How a class is called: the parameters of its `__init__`, and those of its bases that it passes on to. */
export function signatureOfClass(find: FindModule, of: ClassDefinition): Signature {
  const order = linearise(find, of);
  const isOddlyMade = of.definition.decorators.some((each) => !isHarmless(each.text));
  const signature = signatureFrom(find, order, 0);
  return isOddlyMade ? { ...signature, isOpen: true } : signature;
}

/** Decorators that leave the constructor as it is, or that are understood here. */
function isHarmless(decorator: string): boolean {
  return /^(?:\w+\.)*(?:dataclass|final|total_ordering|runtime_checkable|unique|deprecated)\b/.test(decorator);
}

/** The signature that the classes from an index on give, as `super()` sees it. */
function signatureFrom(find: FindModule, order: readonly (ClassDefinition | Outside)[], from: number): Signature {
  for (let index = from; index < order.length; index++) {
    const each = order[index] as ClassDefinition | Outside;
    if (each.kind === 'outside') {
      if (isWithoutInit(each.path)) continue;
      return UNKNOWN;
    }
    const { definition } = each;
    const init = lastNamed(definition.methods, '__init__');
    if (init) return signatureOfInit(find, order, index, each, init);
    if (definition.methods.some((method) => method.name === '__new__')) return UNKNOWN;
    if (definition.bases.some((base) => base.name === 'metaclass' && !/\bABCMeta$/.test(base.text))) return UNKNOWN;
    if (definition.assignments.some((assignment) => assignment.name === '__init__')) return UNKNOWN;
    if (isDataclass(each)) return signatureOfFields(find, order.slice(index));
  }
  return { parameters: [], isOpen: false };
}

function signatureOfFields(find: FindModule, order: readonly (ClassDefinition | Outside)[]): Signature {
  const isOpen = order.some((each) => each.kind === 'outside' && !isWithoutInit(each.path));
  const classes = order.filter((each) => each.kind === 'class');
  return { parameters: fieldParameters(find, classes), isOpen };
}

/** Bases that have no constructor of their own. */
function isWithoutInit(path: string): boolean {
  return /^(?:builtins\.)?object$|^abc\.ABC$|^(?:typing|typing_extensions)\.(?:Generic|Protocol)$/.test(path);
}

function signatureOfInit(
  find: FindModule,
  order: readonly (ClassDefinition | Outside)[],
  index: number,
  owner: ClassDefinition,
  init: PythonFunction,
): Signature {
  const declared = declaredBy(find, owner.source, owner, init, 1);
  const isDecorated = init.decorators.length > 0;
  if (declared.keywords === undefined) return { parameters: declared.parameters, isOpen: isDecorated };
  const body = readBody(owner.source.module.text, init);
  const taken = takenFrom(find, owner, body, declared.keywords);
  const passed = passedOn(body, declared.keywords);
  let isOpen = isDecorated || passed.length === 0;
  const inherited: Parameter[] = [];
  for (const call of passed) {
    const below = isSuperCall(call) ? signatureFrom(find, order, index + 1) : signatureOfNamed(find, order, index, call);
    const given = givenTo(call, below, declared.variable);
    if (below.isOpen) isOpen = true;
    inherited.push(...below.parameters.filter((parameter) => !given.has(parameter.name)));
  }
  const names = new Set(declared.parameters.map((parameter) => parameter.name));
  const all = [...declared.parameters];
  for (const parameter of [...taken, ...inherited]) {
    if (names.has(parameter.name)) continue;
    names.add(parameter.name);
    all.push(parameter);
  }
  // Keywords that are only looked at one by one are all known; those that go elsewhere are not.
  return {
    parameters: all,
    isOpen: isOpen && !(passed.length === 0 && taken.length > 0 && isOnlyTaken(body, declared.keywords)),
  };
}

interface Declared {
  readonly parameters: readonly Parameter[];
  /** The name behind `**`. */
  readonly keywords: string | undefined;
  /** The name behind `*`. */
  readonly variable: string | undefined;
}

function declaredBy(
  find: FindModule,
  source: ModuleSource,
  owner: ClassDefinition | undefined,
  of: PythonFunction,
  skipped: number,
): Declared {
  const parameters: Parameter[] = [];
  let keywords: string | undefined;
  let variable: string | undefined;
  for (const each of parametersOf(source.module.text, of).slice(skipped)) {
    const { name, kind, annotation, start, end } = each;
    if (kind === 'var-keyword') keywords = name;
    else if (kind === 'var-positional') variable = name;
    else if (kind !== 'positional-only') {
      const value = each.default && constantOf(find, source, each.default.text);
      parameters.push({ name, kind, annotation, default: each.default, value, source, owner, start, end });
    }
  }
  return { parameters, keywords, variable };
}

/** `Base.__init__(self, …)`: the signature from that base on. */
function signatureOfNamed(
  find: FindModule,
  order: readonly (ClassDefinition | Outside)[],
  index: number,
  call: CallTree,
): Signature {
  const object = call.callee.kind === 'attribute' ? call.callee.object : undefined;
  const name = object?.kind === 'name' || object?.kind === 'attribute' ? object.name : undefined;
  const at = order.findIndex((each, k) => k > index && pathOf(each).split('.').pop() === name);
  return at < 0 ? UNKNOWN : signatureFrom(find, order, at);
}
