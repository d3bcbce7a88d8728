import { type CodeFolder, type FileSystem, type JobSources, joinPath, type OutsideModule } from '../index';

/**
 * Looks for modules in folders of code, in their order, as Python looks through its path; what is found and what is not is kept in the
 * sources. A folder that cannot be read has nothing. Only the files that the modules may be are read.
 */
export async function loadModules(
  fs: FileSystem,
  sources: JobSources,
  folders: readonly CodeFolder[],
  modules: readonly string[],
): Promise<JobSources> {
  if (modules.length === 0) return sources;
  const outside = new Map(sources.outside);
  for (const module of modules) if (!outside.has(module)) outside.set(module, await look(fs, folders, module));
  return { ...sources, outside };
}

async function look(
  fs: FileSystem,
  folders: readonly CodeFolder[],
  module: string,
): Promise<OutsideModule | 'folder' | undefined> {
  const [top = '', ...rest] = module.split('.');
  const path = module.replaceAll('.', '/');
  let isFolder = false;
  for (const folder of folders) {
    const found = await moduleAt(fs, folder, path);
    if (found) return found;
    // Python looks for what is in a package in that package alone.
    if (rest.length > 0 && (await moduleAt(fs, folder, top))) return (await isThere(fs, folder, path)) ? 'folder' : undefined;
    isFolder ||= await isThere(fs, folder, path);
  }
  return isFolder ? 'folder' : undefined;
}

/** The package or else the module of a path below a folder of code. */
export async function moduleAt(
  fs: FileSystem,
  { folder, written }: CodeFolder,
  path: string,
): Promise<OutsideModule | undefined> {
  for (const [below, isPackage] of [
    [`${path}/__init__.py`, true],
    [`${path}.py`, false],
  ] as const) {
    const file = joinPath(folder, below);
    const text = await fs.read(file);
    if (text.kind !== 'unreadable') return { file, shown: joinPath(written, below), isPackage, text };
  }
  return undefined;
}

async function isThere(fs: FileSystem, { folder }: CodeFolder, path: string): Promise<boolean> {
  return !('unreadable' in (await fs.list(joinPath(folder, path))));
}
