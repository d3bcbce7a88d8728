import {
  type Catalog,
  type CatalogClass,
  type CatalogParameter,
  type Found,
  find as findInCatalog,
  type IdParameter,
  isKindOf,
  lookupShortName,
} from '../../catalog/catalog';
import type { ClassHistory } from '../../catalog/history';
import type { Literal } from '../../python/literal';
import type { PythonModule } from '../../python/module';
import { type FindModule, linearise, type ModuleSource, pathOf } from '../../python/program';
import { resolveClass } from '../../python/resolve';
import { scanModule } from '../../python/scan';
import type { Place, Range } from '../../text/range';
import type { JobSources, OutsideModule, SourceText } from '../sources';
import type { AppConfig } from './app-config';
import type { ComponentDef } from './components';
import type { IdReference } from './id-references';

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

const UNKNOWN: ClassFound = { kind: 'unknown' };

/** What a host has loaded of NVFLARE's classes. */
export interface ClassFacts {
  /** Of the release that the job is checked for. */
  readonly catalog?: Catalog | undefined;
  readonly history?: ClassHistory | undefined;
  /** What was made of the catalogue's classes so far; a host that keeps it has less to make on every keystroke. */
  readonly known?: Map<string, ClassFound>;
}

/**
 * Looks up the classes that the apps of one job name: in the catalogue of its release, in its custom code, and in the folders of code
 * that a setting names.
 */
export class ClassIndex {
  readonly catalog: Catalog | undefined;
  /** Which releases have which classes; only where a host has loaded it, because a class was not found. */
  readonly history: ClassHistory | undefined;
  /** What `idReferences` found in configurations. */
  readonly references = new Map<AppConfig, readonly IdReference[]>();
  /** The modules that were asked for and are not in the job; a host with folders of code looks for them there. */
  readonly asked = new Set<string>();
  readonly #sources: JobSources;
  readonly #modules = new Map<string, ModuleSource | undefined>();
  readonly #found = new Map<string, ClassFound>();
  readonly #known: Map<string, ClassFound>;
  readonly #scanned: Map<SourceText, PythonModule>;
  readonly #ofComponents = new Map<ComponentDef, ClassFound>();

  /** Python texts that the previous index of the job has scanned are not scanned again. */
  constructor(sources: JobSources, { catalog, history, known = new Map() }: ClassFacts, previous?: ClassIndex) {
    this.#scanned = previous ? stillThere(previous.#scanned, sources) : new Map();
    this.#known = known;
    this.#sources = sources;
    this.catalog = catalog;
    this.history = history;
  }

  /** What a component's class is. */
  of(component: ComponentDef, app: string): ClassFound {
    const known = this.#ofComponents.get(component);
    if (known) return known;
    const name = component.className?.value;
    const byName = component.classKey === 'name';
    const found = name === undefined ? UNKNOWN : byName ? this.#byName(name) : this.byPath(name, app);
    this.#ofComponents.set(component, found);
    return found;
  }

  /** What a class path leads to for an app. */
  byPath(path: string, app: string): ClassFound {
    if (path === 'nvflare' || path.startsWith('nvflare.')) return this.#nvflare(path);
    const key = `${app} ${path}`;
    const known = this.#found.get(key);
    if (known) return known;
    const found = this.#custom(path, app);
    this.#found.set(key, found);
    return found;
  }

  /**
   * What a class path leads to that is only offered. Of an installed NVFLARE nothing is read for that: where it was not read yet, the
   * nearest release says what there probably is.
   */
  likely(path: string, app: string): ClassFound {
    const { code, nearest } = this.catalog ?? {};
    if (!this.catalog || !code || !nearest || !path.startsWith('nvflare.')) return this.byPath(path, app);
    const read = code.seen(path);
    return read ? classFound(this.catalog, path, read) : classFound(nearest, path, findInCatalog(nearest, path));
  }

  /** What a Python text of the job defines. */
  scan(source: Extract<SourceText, { kind: 'text' }>): PythonModule {
    const known = this.#scanned.get(source);
    if (known) return known;
    const made = scanModule(source.text);
    this.#scanned.set(source, made);
    return made;
  }

  #byName(name: string): ClassFound {
    if (!this.catalog) return UNKNOWN;
    // Where an installed NVFLARE has no table of names, it looks for classes in another way.
    if (Object.keys(this.catalog.data.shortNames).length === 0) return UNKNOWN;
    const choices = lookupShortName(this.catalog, name);
    return choices.length === 1 && choices[0] ? this.#nvflare(choices[0]) : { kind: 'bad-name', name, choices };
  }

  #nvflare(path: string): ClassFound {
    const known = this.#known.get(path);
    if (known) return known;
    const made = this.#make(path);
    // What is not there may be another path with each keystroke.
    if (made.kind === 'known') this.#known.set(path, made);
    return made;
  }

  #make(path: string): ClassFound {
    const { catalog } = this;
    return catalog ? classFound(catalog, path, findInCatalog(catalog, path)) : UNKNOWN;
  }

  #custom(path: string, app: string): ClassFound {
    const find = this.#finder(app);
    const found = resolveClass(path, find);
    switch (found.kind) {
      case 'found': {
        const { definition, signature } = found;
        const parameters = signature.parameters.map((parameter) => ({
          name: parameter.name,
          annotation: parameter.annotation?.text,
          default: parameter.default?.text,
          value: parameter.value,
          ...this.#placeOf(parameter.source, app, parameter),
        }));
        const order = definition.kind === 'class' ? linearise(find, definition) : [];
        return {
          kind: 'known',
          path: found.path,
          origin: 'custom',
          isFunction: definition.kind === 'function',
          parameters,
          byName: byName(parameters),
          required: requiredOf(parameters),
          isOpen: signature.isOpen,
          facts: undefined,
          ...this.#placeOf(definition.source, app, definition.definition),
          isA: (base) => this.#inherits(order.map(pathOf), base),
        };
      }
      case 'no-name': {
        const own = this.#fileOf(found.source, app);
        const file = own ?? this.#outside(found.source.name)?.shown;
        if (file === undefined || found.source.module.text.trim() === '' || !found.source.module.isWhole) return UNKNOWN;
        const { classes, functions } = found.source.module;
        const names = [...classes, ...functions].map(({ name }) => name);
        return { kind: 'not-in-module', path, file, isOutside: own === undefined, names };
      }
      case 'no-module':
        return { kind: 'no-module', path, module: found.module };
      case 'unknown':
        return UNKNOWN;
    }
  }

  /** Whether one of the classes is, or inherits from, an NVFLARE class; those of unknown modules leave it open. */
  #inherits(paths: readonly string[], base: string): boolean | undefined {
    let isSure = true;
    for (const path of paths) {
      if (!path.startsWith('nvflare.')) {
        if (!this.#isOwn(path)) isSure = false;
        continue;
      }
      const found = this.catalog && isKindOf(this.catalog, path, base);
      if (found) return true;
      if (found === undefined) isSure = false;
    }
    return isSure ? false : undefined;
  }

  #isOwn(path: string): boolean {
    const module = path.slice(0, path.lastIndexOf('.'));
    return path === 'object' || path === 'abc.ABC' || [...this.#modules.values()].some((source) => source?.name === module);
  }

  #finder(app: string): FindModule {
    return (name) => {
      const key = `${app} ${name}`;
      if (!this.#modules.has(key)) this.#modules.set(key, this.#module(app, name));
      return this.#modules.get(key);
    };
  }

  #module(app: string, name: string): ModuleSource | undefined {
    for (const { file, isPackage } of moduleFiles(app, name)) {
      const text = this.#sources.texts.get(file);
      if (text?.kind === 'text') return { name, isPackage, module: this.scan(text) };
      if (this.#sources.files.has(file)) return { name, isPackage, module: NOT_READ };
    }
    const folder = `${app}/custom/${name.replaceAll('.', '/')}`;
    return (
      this.#outsideModule(app, name) ??
      (this.#sources.folders.has(folder) ? { name, isPackage: true, module: NOT_READ } : undefined)
    );
  }

  /** A module that a folder of code has; the app's own package or module of that name hides it from Python. */
  #outsideModule(app: string, name: string): ModuleSource | undefined {
    const [top = ''] = name.split('.');
    if (top === 'nvflare' || moduleFiles(app, top).some(({ file }) => this.#sources.files.has(file))) return undefined;
    this.asked.add(name);
    const found = this.#sources.outside?.get(name);
    if (!found) return undefined;
    if (found === 'folder') return { name, isPackage: true, module: NOT_READ };
    const module = found.text.kind === 'text' ? this.scan(found.text) : NOT_READ;
    return { name, isPackage: found.isPackage, module };
  }

  #outside(name: string): OutsideModule | undefined {
    const found = this.#sources.outside?.get(name);
    return found === 'folder' ? undefined : found;
  }

  #fileOf(source: ModuleSource, app: string): string | undefined {
    return moduleFiles(app, source.name).find(({ file }) => this.#sources.files.has(file))?.file;
  }

  #placeOf(source: ModuleSource, app: string, { start, end }: Range): Pick<KnownClass, 'place' | 'outside'> {
    const range = { start, end };
    const file = this.#fileOf(source, app);
    if (file !== undefined) return { place: { file, range } };
    const module = this.#outside(source.name);
    return { place: undefined, outside: module && { module, range } };
  }
}

/** What was scanned of the texts that the sources still have; nothing of the others is kept. */
function stillThere(scanned: ReadonlyMap<SourceText, PythonModule>, sources: JobSources): Map<SourceText, PythonModule> {
  if (scanned.size === 0) return new Map();
  const there = new Set(sources.texts.values());
  for (const module of sources.outside?.values() ?? []) if (module && module !== 'folder') there.add(module.text);
  return new Map([...scanned].filter(([source]) => there.has(source)));
}

/** The files that a module of an app's custom code may be, `pkg/mod.py` or a package's `pkg/mod/__init__.py`. */
export function moduleFiles(app: string, module: string): readonly { readonly file: string; readonly isPackage: boolean }[] {
  const path = `${app}/custom/${module.replaceAll('.', '/')}`;
  return [
    { file: `${path}/__init__.py`, isPackage: true },
    { file: `${path}.py`, isPackage: false },
  ];
}

function classFound(catalog: Catalog, path: string, found: Found | undefined): ClassFound {
  switch (found?.kind) {
    case 'class': {
      const { class: facts } = found;
      const parameters = facts.signature.parameters.map(fromCatalog);
      return {
        kind: 'known',
        path: facts.path,
        origin: 'nvflare',
        isFunction: false,
        parameters,
        byName: byName(parameters),
        required: requiredOf(parameters),
        isOpen: facts.signature.isOpen,
        facts,
        place: undefined,
        isA: (base) => isKindOf(catalog, facts.path, base),
      };
    }
    case 'function':
      return {
        kind: 'known',
        path: found.path,
        origin: 'nvflare',
        isFunction: true,
        parameters: [],
        byName: new Map(),
        required: [],
        isOpen: true,
        facts: undefined,
        place: undefined,
        isA: () => undefined,
      };
    case 'no-name':
      return { kind: 'gone', path, module: found.module, hasModule: true };
    case 'no-module':
      return { kind: 'gone', path, module: found.module, hasModule: false };
    case 'unlisted':
    case undefined:
      return UNKNOWN;
  }
}

function requiredOf(parameters: readonly ClassParameter[]): readonly ClassParameter[] {
  return parameters.filter((parameter) => parameter.default === undefined);
}

/** The first of a name, as a search through the list finds it. */
function byName(parameters: readonly ClassParameter[]): ReadonlyMap<string, ClassParameter> {
  return new Map([...parameters].reverse().map((parameter) => [parameter.name, parameter]));
}

function fromCatalog({ name, annotation, default: written, value }: CatalogParameter): ClassParameter {
  return { name, annotation, default: written, value, place: undefined };
}

/** A module that is there but was not read; whatever is in it is unknown. */
export const NOT_READ: PythonModule = {
  text: '',
  classes: [],
  functions: [
    {
      name: '__getattr__',
      start: 0,
      end: 0,
      circumstance: 'always',
      isAsync: false,
      decorators: [],
      header: { start: 0, end: 0 },
      body: { start: 0, end: 0 },
    },
  ],
  imports: [],
  assignments: [],
  isWhole: true,
};

export type { IdParameter };
