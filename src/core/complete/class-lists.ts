import { lastPart } from '../assist/index';
import type { Catalog } from '../catalog/catalog';
import type { ComponentKind } from '../catalog/kinds';
import type { JobSources, OutsideCode } from '../index';
import type { App } from '../job/model';
import { ClassIndex, classPaths, kindsBy, kindsOf, lookupClass, scanModule } from '../wiring/index';

/** A class that a component may name. */
export interface ListedClass {
  readonly path: string;
  readonly name: string;
  readonly kinds: readonly ComponentKind[];
  readonly origin: 'nvflare' | 'custom';
}

/** The code that a job may use, as a host has read it; another object for other code. */
export interface Code {
  /** Texts of custom code, by path below the job folder. */
  readonly custom: ReadonlyMap<string, string>;
  /** The modules of the folders of code that the settings name. */
  readonly folders: OutsideCode;
}

/**
 * The classes that there are, listed once for each catalogue and for each state of a job's custom code. A host owns one.
 */
export class ClassLists {
  readonly #byCatalog = new WeakMap<Catalog, readonly ListedClass[]>();
  readonly #indexes = new WeakMap<Code, ClassIndex>();
  readonly #byCode = new WeakMap<Code, Map<string, readonly ListedClass[]>>();

  /**
   * NVFLARE's own components, without those that cannot be made. Of an installed release that no catalogue knows those of the nearest
   * one, and what was read of it says which of them are gone.
   */
  ofCatalog(catalog: Catalog): readonly ListedClass[] {
    const { code, nearest } = catalog;
    if (code && nearest) return this.ofCatalog(nearest).filter(({ path }) => !code.seen(path)?.kind.startsWith('no-'));
    const known = this.#byCatalog.get(catalog);
    if (known) return known;
    const list = [...classPaths(catalog)].flatMap((path): readonly ListedClass[] => {
      const kinds = kindsOf(catalog, path);
      const isUsable = kinds.length > 0 && !lookupClass(catalog, path)?.isAbstract && !lastPart(path).startsWith('_');
      return isUsable ? [{ path, name: lastPart(path), kinds, origin: 'nvflare' }] : [];
    });
    list.sort(byName);
    this.#byCatalog.set(catalog, list);
    return list;
  }

  /** What looks classes up, with all custom code. */
  index(code: Code, sources: JobSources, usual: ClassIndex): ClassIndex {
    if (code.custom.size === 0 && code.folders.size === 0) return usual;
    const known = this.#indexes.get(code);
    if (known && known.catalog === usual.catalog) return known;
    const texts = new Map(sources.texts);
    for (const [file, text] of code.custom) texts.set(file, { kind: 'text', text });
    const outside = new Map([...(sources.outside ?? []), ...code.folders]);
    const made = new ClassIndex({ ...sources, texts, outside }, usual);
    this.#indexes.set(code, made);
    return made;
  }

  /** The classes of an app's custom code, and behind them those of the folders of code. */
  ofApp(app: App, code: Code, index: ClassIndex): readonly ListedClass[] {
    let lists = this.#byCode.get(code);
    if (!lists) {
      lists = new Map();
      this.#byCode.set(code, lists);
    }
    const known = lists.get(app.name);
    if (known) return known;
    const own = app.customFiles.flatMap((file) => classesIn(app, moduleOf(app, file), code.custom.get(file), index));
    const others = [...code.folders].flatMap(([module, found]) =>
      found && found !== 'folder' && found.text.kind === 'text' ? classesIn(app, module, found.text.text, index) : [],
    );
    // What an app brings itself is imported first.
    const taken = new Set(own.map(({ path }) => path));
    const list = [...own, ...others.filter(({ path }) => !taken.has(path))];
    lists.set(app.name, list);
    return list;
  }
}

function classesIn(app: App, module: string | undefined, text: string | undefined, index: ClassIndex): readonly ListedClass[] {
  if (text === undefined || module === undefined) return [];
  return scanModule(text).classes.flatMap(({ name }): readonly ListedClass[] => {
    const path = `${module}.${name}`;
    const found = index.byPath(path, app.name);
    if (found.kind !== 'known') return [];
    return [{ path, name, kinds: kindsBy((base) => found.isA(base)), origin: 'custom' }];
  });
}

/** The module that a file of custom code is, as a dotted name. */
function moduleOf({ name }: App, file: string): string | undefined {
  const match = /^(.*?)(?:\/__init__)?\.py$/.exec(file.slice(`${name}/custom/`.length));
  const module = match?.[1]?.replaceAll('/', '.');
  return module !== undefined && module !== '__init__' && /^[\w.]+$/.test(module) ? module : undefined;
}

function byName(a: ListedClass, b: ListedClass): number {
  return a.name < b.name ? -1 : a.name === b.name ? Number(a.path > b.path) : 1;
}
