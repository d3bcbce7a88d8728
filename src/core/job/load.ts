import { formatOf, withoutEnding } from '../formats/index';
import type { FileSystem, FolderEntry } from './file-system';
import { META } from './files';
import { baseName, type FileInfo, type FolderInfo, type JobSources, type SourceText } from './sources';

/** A job with more files than this carries data; the rest of it is not listed. Configurations lie near the top and are found first. */
const MOST_ENTRIES = 20_000;

/** Reads a job folder: the names of everything below it, and the texts of its meta files and app configurations. */
export async function loadJob(fs: FileSystem, folder: string, topEntries?: readonly FolderEntry[]): Promise<JobSources> {
  const files = new Map<string, FileInfo>();
  const folders = new Map<string, FolderInfo>();
  let level: { readonly path: string; readonly entries: Promise<Listed> }[] = [
    { path: '', entries: topEntries ? Promise.resolve(topEntries) : fs.list(folder) },
  ];
  let truncated = false;
  while (level.length > 0 && !truncated) {
    const nextLevel: typeof level = [];
    for (const { path, entries } of level) {
      const listed = await entries;
      if ('unreadable' in listed) {
        folders.set(path, { link: false, unreadable: listed.unreadable });
        continue;
      }
      for (const entry of listed) {
        if (files.size + folders.size >= MOST_ENTRIES) {
          truncated = true;
          break;
        }
        const below = path === '' ? entry.name : `${path}/${entry.name}`;
        if (entry.kind === 'file') files.set(below, { size: entry.size, link: entry.link });
        else if (entry.kind === 'folder') {
          folders.set(below, { link: entry.link });
          if (!entry.link) nextLevel.push({ path: below, entries: fs.list(`${folder}/${below}`) });
        }
      }
    }
    level = nextLevel;
  }
  const texts = await readAll(fs, folder, [...files.keys()].filter(isConfiguration));
  return { folder, name: baseName(folder.replace(/\/+$/, '')), files, folders, texts, truncated };
}

type Listed = readonly FolderEntry[] | { readonly unreadable: string };

/** Reads more texts of a job that is already loaded: the Python files that its configurations name. */
export async function loadTexts(fs: FileSystem, sources: JobSources, paths: readonly string[]): Promise<JobSources> {
  const missing = paths.filter((path) => sources.files.has(path) && !sources.texts.has(path));
  if (missing.length === 0) return sources;
  return { ...sources, texts: new Map([...sources.texts, ...(await readAll(fs, sources.folder, missing))]) };
}

async function readAll(fs: FileSystem, folder: string, paths: readonly string[]): Promise<Map<string, SourceText>> {
  const texts = await Promise.all(paths.map(async (path) => [path, await fs.read(`${folder}/${path}`)] as const));
  return new Map(texts);
}

function isConfiguration(path: string): boolean {
  if (formatOf(path) === undefined) return false;
  const stem = baseName(withoutEnding(path));
  const depth = path.split('/').length;
  if (stem === META) return depth === 1;
  return stem === 'config_fed_server' || stem === 'config_fed_client';
}
