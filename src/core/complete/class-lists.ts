import { lastPart } from '../assist/index';
import type { Catalog } from '../catalog/catalog';
import type { ComponentKind } from '../catalog/kinds';
import type { JobSources } from '../index';
import type { App } from '../job/model';
import { ClassIndex, classPaths, kindsBy, kindsOf, lookupClass, scanModule } from '../wiring/index';

/** A class that a component may name. */
export interface ListedClass {
  readonly path: string;
  readonly name: string;
  readonly kinds: readonly ComponentKind[];
  readonly origin: 'nvflare' | 'custom';
}

/** The custom code of a job, by path below the job folder; another map for other code. */
export type Code = ReadonlyMap<string, string>;

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
    if (code.size === 0) return usual;
    const known = this.#indexes.get(code);
    if (known && known.catalog === usual.catalog) return known;
    const texts = new Map(sources.texts);
    for (const [file, text] of code) texts.set(file, { kind: 'text', text });
    const made = new ClassIndex({ ...sources, texts }, usual);
    this.#indexes.set(code, made);
    return made;
  }

  /** The classes of an app's custom code. */
  ofApp(app: App, code: Code, index: ClassIndex): readonly ListedClass[] {
    let lists = this.#byCode.get(code);
    if (!lists) {
      lists = new Map();
      this.#byCode.set(code, lists);
    }
    const known = lists.get(app.name);
    if (known) return known;
    const list = app.customFiles.flatMap((file) => classesIn(app, file, code.get(file), index));
    lists.set(app.name, list);
    return list;
  }
}

function classesIn(app: App, file: string, text: string | undefined, index: ClassIndex): readonly ListedClass[] {
  const module = moduleOf(app, file);
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
