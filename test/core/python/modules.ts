import type { FindModule, ModuleSource } from '../../../src/core/python/program';
import { scanModule } from '../../../src/core/python/scan';

/** Modules by their paths: `pkg/__init__.py`, `pkg/a.py`. Folders above them are packages. */
export function modulesFrom(files: Readonly<Record<string, string>>): FindModule {
  const modules = new Map<string, ModuleSource>();
  const add = (name: string, isPackage: boolean, text: string) =>
    modules.set(name, { name, isPackage, module: scanModule(text) });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.replace(/\.py$/, '').split('/');
    for (let k = 1; k < parts.length; k++) {
      const above = parts.slice(0, k).join('.');
      if (!modules.has(above)) add(above, true, '');
    }
    const isPackage = parts.at(-1) === '__init__';
    add((isPackage ? parts.slice(0, -1) : parts).join('.'), isPackage, text);
  }
  return (name) => modules.get(name);
}
