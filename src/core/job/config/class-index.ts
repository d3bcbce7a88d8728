import { type Catalog, find as findInCatalog, isKindOf, lookupShortName } from '../../catalog/catalog';
import type { ClassHistory } from '../../catalog/history';
import { linearise, pathOf } from '../../python/program';
import { resolveClass } from '../../python/resolve';
import type { JobSources } from '../sources';
import type { AppConfig } from './app-config';
import type { ComponentDef } from './components';
import { CustomModules } from './custom-modules';
import { type ClassFound, type IdReference, parametersOf } from './known-class';
import { classFound } from './nvflare-class';

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
  /** The Python modules that apps can import. */
  readonly modules: CustomModules;
  readonly #found = new Map<string, ClassFound>();
  readonly #known: Map<string, ClassFound>;
  readonly #ofComponents = new Map<ComponentDef, ClassFound>();

  /** Python texts that the previous index of the job has scanned are not scanned again. */
  constructor(sources: JobSources, { catalog, history, known = new Map() }: ClassFacts, previous?: ClassIndex) {
    this.modules = new CustomModules(sources, previous?.modules);
    this.#known = known;
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
    const find = this.modules.finder(app);
    const found = resolveClass(path, find);
    switch (found.kind) {
      case 'found': {
        const { definition, signature } = found;
        const parameters = signature.parameters.map((parameter) => ({
          name: parameter.name,
          annotation: parameter.annotation?.text,
          default: parameter.default?.text,
          value: parameter.value,
          ...this.modules.placeOf(parameter.source, app, parameter),
        }));
        const order = definition.kind === 'class' ? linearise(find, definition) : [];
        return {
          kind: 'known',
          path: found.path,
          origin: 'custom',
          isFunction: definition.kind === 'function',
          ...parametersOf(parameters),
          isOpen: signature.isOpen,
          facts: undefined,
          ...this.modules.placeOf(definition.source, app, definition.definition),
          isA: (base) => this.#inherits(order.map(pathOf), base),
        };
      }
      case 'no-name': {
        const own = this.modules.fileOf(found.source, app);
        const file = own ?? this.modules.outside(found.source.name)?.shown;
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
        if (path !== 'object' && path !== 'abc.ABC' && !this.modules.has(path)) isSure = false;
        continue;
      }
      const found = this.catalog && isKindOf(this.catalog, path, base);
      if (found) return true;
      if (found === undefined) isSure = false;
    }
    return isSure ? false : undefined;
  }
}
