import type { Literal } from './literal';
import type { Expression, ParameterKind } from './module';
import type { ClassDefinition, ModuleSource } from './program';

/** A parameter that a class or function takes, wherever among its bases it is declared. */
export interface Parameter {
  readonly name: string;
  /** Parameters of other kinds than these cannot be given by name, which is how NVFLARE gives arguments. */
  readonly kind: Extract<ParameterKind, 'positional-or-keyword' | 'keyword-only'>;
  readonly annotation: Expression | undefined;
  /** The default as it is written; `undefined` for a parameter that must be given. */
  readonly default: Expression | undefined;
  /** The value of the default, where it is a literal or a name that leads to one. */
  readonly value: Literal | undefined;
  /** The module that declares it: annotation and default are to be understood there. */
  readonly source: ModuleSource;
  /** The class that declares it; `undefined` for a parameter of a function. */
  readonly owner: ClassDefinition | undefined;
  readonly start: number;
  readonly end: number;
}

/** How something is called by arguments with names. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  /**
   * Whether arguments that are not among the parameters may be taken as well: they are passed on to something
   * that is not known, or the class is made in another way than by `__init__`.
   */
  readonly isOpen: boolean;
}
