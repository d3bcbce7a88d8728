import type { BodyStatement } from '../../python/body';
import { readBody } from '../../python/body';
import type { ExpressionTree } from '../../python/expression-tree';
import { partsOf } from '../../python/expression-tree';
import type { PythonClass, PythonFunction, PythonParameter } from '../../python/module';
import type { Signature } from '../../python/parameter';
import { parametersOf } from '../../python/parameters';
import type { ClassDefinition, Definition, FindModule, ModuleSource, Outside } from '../../python/program';
import { linearise, lookUpDotted } from '../../python/program';
import { signatureOfClass } from '../../python/signature';

/** The modules of a release, with what was read of their functions so far. Belongs to one run of the derivation. */
export interface Code {
  readonly find: FindModule;
  body(source: ModuleSource, of: PythonFunction): FunctionCode;
  order(of: ClassDefinition): readonly (ClassDefinition | Outside)[];
  signature(of: ClassDefinition): Signature;
  lookUp(source: ModuleSource, dotted: string): Definition | undefined;
  /** Whether a module was looked for that is not read yet; what is found then is thrown away. */
  isLacking(): boolean;
}

/** A function with its inside. */
export interface FunctionCode {
  readonly parameters: readonly PythonParameter[];
  readonly statements: readonly BodyStatement[];
  /** Names that the function itself binds. */
  readonly locals: ReadonlySet<string>;
}

/** The code of modules; each question is answered once and remembered. */
export function newCode(find: FindModule, isLacking: () => boolean = () => false): Code {
  const bodies = new Map<PythonFunction, FunctionCode>();
  const orders = new Map<PythonClass, readonly (ClassDefinition | Outside)[]>();
  const signatures = new Map<PythonClass, Signature>();
  const names = new Map<string, Definition | undefined>();
  return {
    find,
    isLacking,
    body: (source, of) => remember(bodies, of, () => functionCode(source, of)),
    order: (of) => remember(orders, of.definition, () => linearise(find, of)),
    signature: (of) => remember(signatures, of.definition, () => signatureOfClass(find, of)),
    lookUp: (source, dotted) => remember(names, `${source.name} ${dotted}`, () => lookUpDotted(find, source, dotted)),
  };
}

function remember<K, V>(memory: Map<K, V>, key: K, make: () => V): V {
  const known = memory.get(key);
  if (known !== undefined || memory.has(key)) return known as V;
  const made = make();
  memory.set(key, made);
  return made;
}

function functionCode(source: ModuleSource, of: PythonFunction): FunctionCode {
  const parameters = parametersOf(source.module.text, of);
  const statements = readBody(source.module.text, of);
  const locals = new Set(parameters.map((parameter) => parameter.name));
  for (const statement of statements) {
    if (statement.kind === 'assign' || statement.kind === 'each') addNames(statement.target, locals);
    for (const part of partsOf(statement.value)) if (part.kind === 'loop' && part.items[0]) addNames(part.items[0], locals);
  }
  return { parameters, statements, locals };
}

function addNames(target: ExpressionTree, names: Set<string>): void {
  const targets = target.kind === 'items' ? target.items : [target];
  for (const each of targets) if (each.kind === 'name') names.add(each.name);
}
