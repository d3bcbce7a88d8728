import { type FileSystem, joinPath } from '../../index';
import type { ModuleSource } from '../../python/program';
import { moduleAt, NOT_READ, scanModule } from '../../wiring/index';

/**
 * Reads a module of an installed package, by its dotted name; `undefined` where the package has no such module. One that is there in
 * another form than Python text, or cannot be read, may have any name in it.
 */
export async function readModule(fs: FileSystem, folder: string, name: string): Promise<ModuleSource | undefined> {
  const path = name.split('.').slice(1).join('/');
  const found = await moduleAt(fs, { folder, written: folder }, path);
  if (found) {
    const module = found.text.kind === 'text' ? scanModule(found.text.text) : NOT_READ;
    return { name, isPackage: found.isPackage, module };
  }
  const slash = path.lastIndexOf('/');
  const names = await namesIn(fs, joinPath(folder, path.slice(0, Math.max(slash, 0))));
  const last = path.slice(slash + 1);
  const isThere = names.some((entry) => entry === last || (COMPILED.test(entry) && entry.startsWith(`${last}.`)));
  return isThere ? { name, isPackage: names.includes(last), module: NOT_READ } : undefined;
}

/** What Python imports beside `.py` files. */
const COMPILED = /\.(?:pyc|so|pyd)$/;

async function namesIn(fs: FileSystem, folder: string): Promise<readonly string[]> {
  const listing = await fs.list(folder);
  return 'unreadable' in listing ? [] : listing.map(({ name }) => name);
}
