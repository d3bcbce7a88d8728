import { type FileSystem, joinPath, type Range } from '../index';
import { lastNamed, type PythonClass, type PythonModule, parametersOf, scanModule } from '../wiring/index';

/** A class of NVFLARE that is looked for, or one of its parameters. */
export interface Wanted {
  /** Where the class is defined, and the classes that it inherits from, nearest first; those outside of NVFLARE may be among them. */
  readonly classes: readonly string[];
  /** A parameter of the constructor. */
  readonly parameter?: string | undefined;
}

/** A place in an installed package; lines are made of its text. */
export interface PackagePlace {
  readonly file: string;
  readonly text: string;
  readonly range: Range;
}

/**
 * Where an installed NVFLARE defines a class, or the constructor that declares the parameter: that of the class or of one that it
 * inherits from. The class itself where no constructor declares it; `undefined` where the package does not have the class.
 */
export async function placeInPackage(
  fs: FileSystem,
  folder: string,
  { classes, parameter }: Wanted,
): Promise<PackagePlace | undefined> {
  let first: PackagePlace | undefined;
  for (const path of classes) {
    if (!path.startsWith('nvflare.')) continue;
    const found = await classIn(fs, folder, path);
    if (!found) continue;
    const { file, module, definition } = found;
    first ??= { file, text: module.text, range: { start: definition.start, end: definition.end } };
    if (parameter === undefined) return first;
    const init = lastNamed(definition.methods, '__init__');
    const declared = init && parametersOf(module.text, init).find(({ name }) => name === parameter);
    if (declared) return { file, text: module.text, range: { start: declared.start, end: declared.end } };
  }
  return first;
}

interface FoundClass {
  readonly file: string;
  readonly module: PythonModule;
  readonly definition: PythonClass;
}

async function classIn(fs: FileSystem, folder: string, path: string): Promise<FoundClass | undefined> {
  const dot = path.lastIndexOf('.');
  const name = path.slice(dot + 1);
  for (const file of filesOf(folder, path.slice(0, dot))) {
    const source = await fs.read(file);
    if (source.kind !== 'text') continue;
    const module = scanModule(source.text);
    const definition = lastNamed(module.classes, name);
    if (definition) return { file, module, definition };
  }
  return undefined;
}

/** The files that a module may be: `nvflare/apis/dxo.py`, or that of a package, `nvflare/apis/__init__.py`. */
function filesOf(folder: string, module: string): readonly string[] {
  const path = module.split('.').slice(1).join('/');
  if (path === '') return [joinPath(folder, '__init__.py')];
  return [joinPath(folder, `${path}.py`), joinPath(folder, `${path}/__init__.py`)];
}
