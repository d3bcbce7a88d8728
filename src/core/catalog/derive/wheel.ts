import type { ModuleSource } from '../../python/program';
import { scanModule } from '../../python/scan';
import type { CatalogData } from '../data';
import { deriveCatalog } from './derive';

/** The catalogue of a release from the files of its wheel, by their paths inside it. */
export function catalogOfWheel(release: string, files: ReadonlyMap<string, string>): CatalogData {
  const table = files.get('nvflare/fuel/utils/component_classes.json');
  return deriveCatalog({ release, modules: modulesOf(files), shortNames: table === undefined ? undefined : JSON.parse(table) });
}

/** The modules in these files, and the folders above them that have no `__init__.py`, which Python imports as empty packages. */
function modulesOf(files: ReadonlyMap<string, string>): ReadonlyMap<string, ModuleSource> {
  const modules = new Map<string, ModuleSource>();
  for (const [path, text] of files) {
    if (!path.startsWith('nvflare/') || !path.endsWith('.py')) continue;
    const isPackage = path.endsWith('/__init__.py');
    const name = path.slice(0, isPackage ? -'/__init__.py'.length : -'.py'.length).replaceAll('/', '.');
    modules.set(name, { name, isPackage, module: scanModule(text) });
  }
  for (const name of [...modules.keys()]) {
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      const above = name.slice(0, dot);
      if (!modules.has(above)) modules.set(above, { name: above, isPackage: true, module: scanModule('') });
    }
  }
  return modules;
}
