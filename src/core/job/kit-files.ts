import { type FileSystem, joinPath } from './file-system';

/** How deep below a folder kits are looked for: `workspace/project/prod_00/site-1/local`. */
const DEEPEST = 6;
/** A folder with more folders than this is no place for kits. */
const MOST_FOLDERS = 5_000;

/** Folders that hold no kits. */
const PASSED_OVER = new Set(['node_modules', '.git', '__pycache__', 'transfer']);

/** The files in and below a folder that startup kits, provisioned projects or POC workspaces have under such a name. */
export async function kitFilesBelow(
  fs: FileSystem,
  root: string,
  isWanted: (path: string) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  let level = [root];
  let seen = 0;
  for (let depth = 0; depth <= DEEPEST && level.length > 0 && seen < MOST_FOLDERS; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      seen++;
      const listing = await fs.list(folder);
      if ('unreadable' in listing) continue;
      for (const { name, kind, link } of listing) {
        const path = joinPath(folder, name);
        if (kind === 'file' && isWanted(path)) found.push(path);
        else if (kind === 'folder' && !link && !PASSED_OVER.has(name)) next.push(path);
      }
    }
    level = next;
  }
  return found;
}
