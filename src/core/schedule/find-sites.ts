import { type Formats, formatOf, readConfig } from '../formats/index';
import type { FileSystem } from '../job/file-system';
import { kitFilesBelow } from '../job/kit-files';
import { isSiteFile, type KnownSite, knownSites, type SiteFile } from './known-sites';

/**
 * The clients of startup kits, provisioned folders, POC workspaces and project files in and below a folder; of a file where the path
 * is one. Reads need the formats JSON and YAML; files that cannot be read tell of nothing.
 */
export async function findSites(fs: FileSystem, path: string, formats: Formats): Promise<readonly KnownSite[]> {
  return readSites(fs, isSiteFile(path) ? [path] : await kitFilesBelow(fs, path, isSiteFile), formats);
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
