import { ancestors, type Catalog, classPaths, find, lookupClass } from '../catalog';
import type { CatalogClass } from '../catalog-class';

/**
 * Where a class of one release is in a later one, as the catalogues of the releases from the one to the other show it: at the same path,
 * under its name in another module, or under another name with just the same bases and parameters in its own module. `undefined` where
 * it is gone, or where more than one class may be what became of it.
 */
export function laterPath(path: string, catalogs: readonly Catalog[]): string | undefined {
  let current: string | undefined = path;
  for (let i = 0; i + 1 < catalogs.length && current !== undefined; i++) {
    const [old, next] = [catalogs[i], catalogs[i + 1]];
    if (old && next) current = isThere(next, current) ? current : movedTo(current, old, next);
  }
  return current;
}

function isThere(catalog: Catalog, path: string): boolean {
  const kind = find(catalog, path)?.kind;
  return kind === 'class' || kind === 'function' || kind === 'unlisted';
}

function movedTo(path: string, old: Catalog, next: Catalog): string | undefined {
  const before = lookupClass(old, path);
  if (!before) return undefined;
  // The path was one of a re-export that is gone, and the class is still where it is defined.
  if (isThere(next, before.path)) return before.path;
  const fresh = [...classPaths(next)].filter((candidate) => !lookupClass(old, candidate));
  const moved = fresh.filter((candidate) => {
    const after = nameOf(candidate) === before.name ? lookupClass(next, candidate) : undefined;
    return after !== undefined && isAkin(before, old, after, next);
  });
  if (moved.length > 0) return onlyOne(moved);
  return onlyOne(
    fresh.filter((candidate) => {
      const after = lookupClass(next, candidate);
      return after !== undefined && after.module === before.module && isAlike(before, after);
    }),
  );
}

/** Classes of one name may have nothing to do with each other; those of one kind inherit from the same class of NVFLARE. */
function isAkin(before: CatalogClass, old: Catalog, after: CatalogClass, next: Catalog): boolean {
  const above = (catalog: Catalog, { path }: CatalogClass) => ancestors(catalog, path).slice(1).filter(isOfNvflare).map(nameOf);
  const names = above(next, after);
  return above(old, before).some((name) => names.includes(name));
}

function isOfNvflare(path: string): boolean {
  return path.startsWith('nvflare.');
}

function isAlike(before: CatalogClass, after: CatalogClass): boolean {
  return (
    before.bases.join() === after.bases.join() && before.signature.parameters.length > 0 && written(before) === written(after)
  );
}

function written({ signature }: CatalogClass): string {
  return signature.parameters.map(({ name, annotation, default: value }) => `${name}: ${annotation} = ${value}`).join();
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function onlyOne<T>(all: readonly T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}
