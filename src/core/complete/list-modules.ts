import { type CodeFolder, type FileSystem, isNeverWalked, isPrivateFolder, joinPath, type OutsideModule } from '../index';

/** A folder with more modules than these is a library; its first ones are listed, those near the top first. */
const MOST_MODULES = 300;
/** Larger files are no code that somebody wrote. In bytes. */
const LARGEST_MODULE = 500_000;
/** A folder that has more folders than these is not walked through to its end. */
const MOST_FOLDERS = 1000;

/**
 * The modules that folders of code have, by dotted name, with the packages that they are in; of two by one name the one that Python
 * takes. For offers, not for checks: those look only for what a job names.
 */
export async function listModules(
  fs: FileSystem,
  folders: readonly CodeFolder[],
): Promise<ReadonlyMap<string, OutsideModule | 'folder'>> {
  const found = new Map<string, OutsideModule | 'folder'>();
  for (const folder of folders) await listIn(fs, folder, found);
  return found;
}

async function listIn(fs: FileSystem, { folder, written }: CodeFolder, found: Map<string, OutsideModule | 'folder'>) {
  // A package or module of a folder before hides all of its name; a mere folder does not.
  const earlier = new Set([...found].flatMap(([module, what]) => (what === 'folder' ? [] : [module])));
  let modules = earlier.size;
  const waiting = [''];
  for (let i = 0; i < waiting.length && i < MOST_FOLDERS && modules < MOST_MODULES; i++) {
    const below = waiting[i] as string;
    const listing = await fs.list(joinPath(folder, below));
    if ('unreadable' in listing || (below !== '' && isPrivateFolder(listing))) continue;
    const package_ = below.replaceAll('/', '.');
    for (const { name, kind, link } of [...listing].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const stem = kind === 'folder' ? name : /^(.+)\.py$/.exec(name)?.[1];
      if (stem === undefined || !/^[A-Za-z_]\w*$/.test(stem) || isTest(stem)) continue;
      // Python looks for what is in a package in that package alone.
      if (below === '' && earlier.has(stem)) continue;
      const path = below === '' ? name : `${below}/${name}`;
      if (kind === 'folder') {
        if (link || isNeverWalked(name)) continue;
        waiting.push(path);
        const module = path.replaceAll('/', '.');
        if (!found.has(module)) found.set(module, 'folder');
        continue;
      }
      const module = stem === '__init__' ? package_ : package_ === '' ? stem : `${package_}.${stem}`;
      if (module === '' || earlier.has(module) || modules >= MOST_MODULES) continue;
      const file = joinPath(folder, path);
      const text = await fs.read(file, LARGEST_MODULE);
      if (text.kind !== 'text') continue;
      found.set(module, { file, shown: joinPath(written, path), isPackage: stem === '__init__', text });
      modules++;
    }
  }
}

/** What tests a library is no component of a job. */
function isTest(stem: string): boolean {
  return stem === 'tests' || stem === 'conftest' || stem === 'setup' || /^test_|_test$/.test(stem);
}
