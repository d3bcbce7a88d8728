import type { CatalogClass, IdParameter } from '../../catalog/catalog-class';
import type { Literal } from '../../python/literal';
import type { Place, Range } from '../../text/range';
import type { StringNode } from '../../tree/node';
import type { OutsideModule } from '../sources';
import type { ComponentDef } from './components';

/** A parameter of a constructor, whoever wrote the class. */
export interface ClassParameter {
  readonly name: string;
  readonly annotation: string | undefined;
  /** The default as Python writes it; `undefined` for a parameter that must be given. */
  readonly default: string | undefined;
  readonly value: Literal | undefined;
  /** Where custom code declares it. */
  readonly place: Place | undefined;
  /** Where code outside of the job declares it. */
  readonly outside?: OutsidePlace | undefined;
}

/** A place in a folder of code that a setting names. */
export interface OutsidePlace {
  readonly module: OutsideModule;
  readonly range: Range;
}

/** A class or function that a component names. */
export interface KnownClass {
  readonly kind: 'known';
  /** The path where it is defined. */
  readonly path: string;
  readonly origin: 'nvflare' | 'custom';
  readonly isFunction: boolean;
  readonly parameters: readonly ClassParameter[];
  readonly byName: ReadonlyMap<string, ClassParameter>;
  /** The parameters that must be given. */
  readonly required: readonly ClassParameter[];
  /** Arguments that are not among the parameters may be taken as well. */
  readonly isOpen: boolean;
  /** What the catalogue says besides; only of classes of NVFLARE. */
  readonly facts: CatalogClass | undefined;
  readonly place: Place | undefined;
  /** Where it is, when a folder of code that a setting names has it. */
  readonly outside?: OutsidePlace | undefined;
  /** Whether it inherits from an NVFLARE class; `undefined` where that cannot be known. */
  isA(base: string): boolean | undefined;
}

/** What the class path of a component leads to. */
export type ClassFound =
  | KnownClass
  /** NVFLARE of the target release certainly has no such module or name. */
  | { readonly kind: 'gone'; readonly path: string; readonly module: string; readonly hasModule: boolean }
  /** `name` has no class in NVFLARE's table, or several. */
  | { readonly kind: 'bad-name'; readonly name: string; readonly choices: readonly string[] }
  /** The module of the app, or of a folder of code that a setting names, is there, but has no such name. */
  | {
      readonly kind: 'not-in-module';
      readonly path: string;
      readonly file: string;
      readonly isOutside: boolean;
      readonly names: readonly string[];
    }
  /** The app has no such module; it may still be installed at the sites. */
  | { readonly kind: 'no-module'; readonly path: string; readonly module: string }
  | { readonly kind: 'unknown' };

/** An argument, or the default of one, by which a component asks for another one by its id. */
export interface IdReference {
  readonly component: ComponentDef;
  readonly of: KnownClass;
  readonly parameter: IdParameter;
  readonly id: string;
  /** The text that gives the id; `undefined` where the parameter's default does. */
  readonly node: StringNode | undefined;
}

/** The parameters of a class in the forms in which they are looked up: by name, the first of each, and those that must be given. */
export function parametersOf(parameters: readonly ClassParameter[]): Pick<KnownClass, 'parameters' | 'byName' | 'required'> {
  return {
    parameters,
    byName: new Map([...parameters].reverse().map((parameter) => [parameter.name, parameter])),
    required: parameters.filter((parameter) => parameter.default === undefined),
  };
}
