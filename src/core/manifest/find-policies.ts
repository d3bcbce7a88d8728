import { type Formats, formatOf, readConfig } from '../formats/index';
import { type FileSystem, joinPath } from '../job/file-system';
import { parentOf } from '../job/sources';
import { isPolicyFile, type PolicyFile } from './forecast';

/** How deep below a folder kits are looked for, and in how many folders. */
const DEEPEST = 6;
const MOST_FOLDERS = 5_000;
const PASSED_OVER = new Set(['node_modules', '.git', '__pycache__', 'transfer']);

/** The rights of the startup kits in and below a folder. */
export async function findPolicies(fs: FileSystem, root: string, formats: Formats): Promise<readonly PolicyFile[]> {
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
        if (kind === 'file' && isPolicyFile(path)) found.push(path);
        else if (kind === 'folder' && !link && !PASSED_OVER.has(name)) next.push(path);
      }
    }
    level = next;
  }
  return readPolicies(fs, found, formats);
}

/** Reads files of rights that a host found. The kit of a server has `fed_server.json` in its folder `startup`. */
export async function readPolicies(fs: FileSystem, files: readonly string[], formats: Formats): Promise<readonly PolicyFile[]> {
  const read: PolicyFile[] = [];
  for (const file of files) {
    const source = await fs.read(file);
    if (source.kind !== 'text') continue;
    const startup = await fs.list(joinPath(parentOf(parentOf(file)), 'startup'));
    const isServer = !('unreadable' in startup) && startup.some(({ name }) => name === 'fed_server.json');
    read.push({ file, root: readConfig(formats, formatOf(file) ?? 'json', source.text).root, isServer });
  }
  return read;
}
