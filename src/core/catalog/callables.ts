import type { CatalogData } from './data';

/** The paths of all classes and functions of a catalogue, in the order in which its imports count them. */
export function callables({ classes, functions }: Pick<CatalogData, 'classes' | 'functions'>): readonly string[] {
  const paths: string[] = [];
  const add = (module: string, name: string) => paths.push(module === '' ? name : `${module}.${name}`);
  for (const [module, own] of Object.entries(classes)) for (const name of Object.keys(own)) add(module, name);
  for (const [module, own] of Object.entries(functions)) for (const name of own) add(module, name);
  return paths;
}

/** By module: by name, the path of what the module imports. */
export function importedNames(data: CatalogData): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const paths = callables(data);
  const all = new Map<string, Map<string, string>>();
  for (const [module, distances] of Object.entries(data.imports)) {
    const own = new Map<string, string>();
    let number = 0;
    for (const distance of distances) {
      number += distance;
      const path = paths[number] ?? '';
      own.set(path.slice(path.lastIndexOf('.') + 1), path);
    }
    all.set(module, own);
  }
  for (const [module, names] of Object.entries(data.aliases)) {
    const own = all.get(module) ?? new Map<string, string>();
    for (const [name, number] of Object.entries(names)) own.set(name, paths[number] ?? '');
    all.set(module, own);
  }
  return all;
}
