import type { Range } from '../text/range';

/**
 * What one Python text defines at its outside: enough to know which classes a job can name, how they are made and
 * where their names come from. Bodies of functions are not in here; `scanBody` reads the few that are asked for.
 *
 * Names are as CPython knows them (NFKC), everything else is source text with its place. Of two definitions of one
 * name both are listed, in file order; Python ends up with the last one that it runs.
 */
export interface PythonModule {
  readonly text: string;
  readonly classes: readonly PythonClass[];
  readonly functions: readonly PythonFunction[];
  readonly imports: readonly PythonImport[];
  readonly assignments: readonly PythonAssignment[];
  /** Whether brackets and strings were all closed. Where not, what follows was read on a best guess. */
  readonly isWhole: boolean;
}

/**
 * Under which circumstance a definition takes place: `always`; `sometimes` below an `if`, `try`, `with` or loop;
 * `type-checking` below `if TYPE_CHECKING`, which never runs.
 */
export type Circumstance = 'always' | 'sometimes' | 'type-checking';

/** A stretch of source text. */
export interface Expression extends Range {
  readonly text: string;
}

/** The range of a class, a function or a parameter is that of its name. */
export interface PythonClass extends Range {
  readonly name: string;
  readonly circumstance: Circumstance;
  readonly decorators: readonly Expression[];
  /** Bases and keywords (`metaclass=…`) as they are written. */
  readonly bases: readonly PythonArgument[];
  readonly methods: readonly PythonFunction[];
  readonly assignments: readonly PythonAssignment[];
  readonly classes: readonly PythonClass[];
}

/** A function at the outside of a module, or a method. */
export interface PythonFunction extends Range {
  readonly name: string;
  readonly circumstance: Circumstance;
  readonly isAsync: boolean;
  readonly decorators: readonly Expression[];
  /** From behind the name to the colon. `parametersOf` reads the parameters in it. */
  readonly header: Range;
  /** From behind the colon of the header to the end of the last line. */
  readonly body: Range;
}

/** How an argument may be given for a parameter (`inspect.Parameter.kind`). */
export type ParameterKind = 'positional-only' | 'positional-or-keyword' | 'var-positional' | 'keyword-only' | 'var-keyword';

/** A parameter as it is written. */
export interface PythonParameter extends Range {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly annotation: Expression | undefined;
  readonly default: Expression | undefined;
}

/** An argument of a call or of a class header. The range is that of the value, without name and stars. */
export interface PythonArgument extends Expression {
  /** `''` for `*args`, `**kwargs` and arguments without a name. */
  readonly name: string;
  readonly stars: 0 | 1 | 2;
}

/** One name that an import statement binds. The range holds `a.b as c` of `import a.b as c, d`. */
export interface PythonImport extends Range {
  readonly circumstance: Circumstance;
  /** The module as written, without leading dots. */
  readonly module: string;
  /** How many leading dots the module has. */
  readonly level: number;
  /** The imported name; `undefined` for `import a.b`, `*` for a star import. */
  readonly name: string | undefined;
  readonly alias: string | undefined;
}

/** `name = value`, `name: annotation`, or `__all__ += value`. The range is that of the name. */
export interface PythonAssignment extends Range {
  readonly name: string;
  readonly circumstance: Circumstance;
  readonly operator: '=' | '+=';
  readonly annotation: Expression | undefined;
  readonly value: Expression | undefined;
}

/** The name that an import binds in its module; `undefined` for a star import, which binds many. */
export function boundName(of: PythonImport): string | undefined {
  if (of.alias !== undefined) return of.alias;
  if (of.name === '*') return undefined;
  return of.name ?? (of.module.split('.', 1)[0] as string);
}

/** The definition of the name that counts: the last one that may run. */
export function lastNamed<T extends { readonly name: string; readonly circumstance: Circumstance }>(
  list: readonly T[],
  name: string,
): T | undefined {
  let found: T | undefined;
  for (const item of list) if (item.name === name && (!found || item.circumstance !== 'type-checking')) found = item;
  return found;
}
