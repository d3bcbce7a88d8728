import { type Catalog, find, lookupClass } from './catalog';
import type { CatalogClass, CatalogParameter } from './catalog-class';
import { type ClassHistory, successorOf } from './history';

/** What became of classes and their parameters between two releases. */
export interface ClassChanges {
  /** Where a class of the earlier release is in the later one; `undefined` where it is gone. What came for it is another class. */
  laterPath(path: string): string | undefined;
  /** The name that a parameter of the class has in the later one; `undefined` where it is gone or not certainly known. */
  laterParameter(path: string, name: string): string | undefined;
}

/** The changes from the first of some catalogues to the last, all releases between them included, in the order of the releases. */
export function classChanges(history: ClassHistory, catalogs: readonly Catalog[]): ClassChanges {
  const next = (path: string, catalog: Catalog) => pathIn(history, catalog, path);
  const last = catalogs.at(-1);
  return {
    laterPath: (path) => last && next(path, last),
    laterParameter(path, name) {
      let at: string | undefined = path;
      let current: string | undefined = name;
      for (let i = 0; i + 1 < catalogs.length && at !== undefined && current !== undefined; i++) {
        const [old, later] = [catalogs[i], catalogs[i + 1]];
        if (!old || !later) continue;
        const before = lookupClass(old, at);
        at = next(at, later);
        const after = at === undefined ? undefined : lookupClass(later, at);
        if (before && after) current = renamedTo(current, before, after);
      }
      return current;
    },
  };
}

function pathIn(history: ClassHistory, catalog: Catalog, path: string): string | undefined {
  if (isThere(catalog, path)) return path;
  const successor = successorOf(history, path, (other) => isThere(catalog, other));
  return successor?.how === 'moved' ? successor.path : undefined;
}

function isThere(catalog: Catalog, path: string): boolean {
  const kind = find(catalog, path)?.kind;
  return kind === 'class' || kind === 'function' || kind === 'unlisted';
}

/** One parameter gone and one come, of the same type and with the same default: that is a new name. */
function renamedTo(name: string, before: CatalogClass, after: CatalogClass): string | undefined {
  const old = before.signature.parameters.find((parameter) => parameter.name === name);
  if (!old || has(after, name)) return name;
  const gone = before.signature.parameters.filter((parameter) => !has(after, parameter.name) && isSame(parameter, old));
  const come = after.signature.parameters.filter((parameter) => !has(before, parameter.name) && isSame(parameter, old));
  const [only, ...others] = come;
  return gone.length === 1 && others.length === 0 ? only?.name : undefined;
}

function has({ signature }: CatalogClass, name: string): boolean {
  return signature.parameters.some((parameter) => parameter.name === name);
}

/** A parameter without a type says too little. */
function isSame(a: CatalogParameter, b: CatalogParameter): boolean {
  return a.annotation !== undefined && a.annotation === b.annotation && a.default === b.default;
}
