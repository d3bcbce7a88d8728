import { type Literal, readLiteral } from '../python/literal';
import { parametersOf } from '../python/parameters';
import { scanModule } from '../python/scan';
import type { ClassData } from './data';
import { withRoot } from './nvflare-path';
import { parametersIn } from './task-template';

/** A class of the release, with all that is known of it. */
export interface CatalogClass {
  /** Where the class is defined. */
  readonly path: string;
  readonly name: string;
  readonly module: string;
  /** Paths of the bases, in order; those outside of NVFLARE, too. */
  readonly bases: readonly string[];
  readonly signature: CatalogSignature;
  readonly isAbstract: boolean;
  readonly ids: readonly IdParameter[];
  /** Templates: `train`, `{train_task_name}`, `{task_name_prefix}_config`. */
  readonly sends: readonly string[];
  readonly handles: readonly string[];
  /** Parameters that name a task, in whatever way that is known. */
  readonly taskParameters: readonly string[];
  /** Templates of the events that it fires. */
  readonly fires: readonly string[];
  /** Templates of the events that it does something about. */
  readonly hears: readonly string[];
}

/** What a constructor takes. */
export interface CatalogSignature {
  readonly parameters: readonly CatalogParameter[];
  /** Arguments that are not among the parameters may be taken as well. */
  readonly isOpen: boolean;
}

/** A parameter that can be given by name. */
export interface CatalogParameter {
  readonly name: string;
  readonly annotation: string | undefined;
  /** The default as Python writes it; `undefined` for a parameter that must be given. */
  readonly default: string | undefined;
  /** Its value, where the source says it. */
  readonly value: Literal | undefined;
}

/** A parameter that holds the id of a component. */
export interface IdParameter {
  readonly name: string;
  readonly isList: boolean;
  /** The component must be of at least one of these; none where the code does not say. */
  readonly classes: readonly string[];
  /** Whether the code checks it; else it fails somewhere when the class is wrong. */
  readonly isChecked: boolean;
}

/** A class by what a catalogue says of it. */
export function makeClass(path: string, module: string, name: string, [bases, parameters, uses = {}]: ClassData): CatalogClass {
  const { sends = [], handles = [], tasks = [], fires = [], hears = [] } = uses;
  const named = [...sends, ...handles].flatMap(parametersIn);
  return {
    path,
    module,
    name,
    bases: pathsIn(bases),
    signature: readSignature(parameters),
    isAbstract: uses.abstract === 1,
    ids: Object.entries(uses.ids ?? {}).map(([parameter, classes]) => readId(parameter, classes)),
    sends,
    handles,
    taskParameters: [...new Set([...named, ...tasks])],
    fires,
    hears,
  };
}

function readId(name: string, written: string): IdParameter {
  const [, marks = '', classes = ''] = /^([*?]*)(.*)$/.exec(written) ?? [];
  const paths = pathsIn(classes);
  return { name, isList: marks.includes('*'), classes: paths, isChecked: paths.length > 0 && !marks.includes('?') };
}

function pathsIn(written: string): readonly string[] {
  return written
    .split(' ')
    .filter((path) => path !== '')
    .map((path) => (path.startsWith(':') ? path.slice(1) : withRoot(path)));
}

/** Reads parameters as Python writes them, with Python's own rules. */
function readSignature(written: string): CatalogSignature {
  const text = `def made(${written.replace(/\*\*$/, '**others')}): ...`;
  const [made] = scanModule(text).functions;
  const all = made ? parametersOf(text, made) : [];
  const parameters = all.filter((each) => !each.kind.startsWith('var-'));
  return {
    parameters: parameters.map((each) => ({
      name: each.name,
      annotation: each.annotation?.text,
      default: each.default?.text,
      value: each.default && readLiteral(each.default.text),
    })),
    isOpen: all.some((each) => each.kind === 'var-keyword'),
  };
}
