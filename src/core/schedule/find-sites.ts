import { type Formats, formatOf, readConfig } from '../formats/index';
import { type FileSystem, joinPath } from '../job/file-system';
import { isSiteFile, type KnownSite, knownSites, type SiteFile } from './known-sites';

/** How deep below a folder kits are looked for: `workspace/project/prod_00/site-1/local`. */
const DEEPEST = 6;
/** A folder with more folders than this is no place for kits. */
const MOST_FOLDERS = 5_000;

/** Folders that hold no kits. */
const PASSED_OVER = new Set(['node_modules', '.git', '__pycache__', 'transfer']);

/**
 * The clients of startup kits, provisioned folders, POC workspaces and project files in and below a folder; of a file where the path
 * is one. Reads need the formats JSON and YAML; files that cannot be read tell of nothing.
 */
export async function findSites(fs: FileSystem, path: string, formats: Formats): Promise<readonly KnownSite[]> {
  return readSites(fs, isSiteFile(path) ? [path] : await siteFilesBelow(fs, path), formats);
}

/** The clients of files that a host found. */
export async function readSites(fs: FileSystem, files: readonly string[], formats: Formats): Promise<readonly KnownSite[]> {
  const read: SiteFile[] = [];
  for (const file of files) {
    const source = await fs.read(file);
    if (source.kind === 'text') read.push({ file, root: readConfig(formats, formatOf(file) ?? 'json', source.text).root });
  }
  return knownSites(read);
}

async function siteFilesBelow(fs: FileSystem, root: string): Promise<readonly string[]> {
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
        if (kind === 'file' && isSiteFile(path)) found.push(path);
        else if (kind === 'folder' && !link && !PASSED_OVER.has(name)) next.push(path);
      }
    }
    level = next;
  }
  return found;
}
