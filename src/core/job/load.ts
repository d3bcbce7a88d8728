import { formatOf, withoutEnding } from '../formats/index';
import { type Awaitable, type FileSystem, joinPath, type Listing, type Seen } from './file-system';
import { CLIENT_CONFIG, META, SERVER_CONFIG } from './files';
import { isDataFile } from './pack/data-files';
import { baseName, contentsOf, type FileInfo, type FolderInfo, type JobSources, type SourceText } from './sources';

/** A job with more files than this carries data; the rest of it is not listed. Configurations lie near the top and are found first. */
const MOST_ENTRIES = 20_000;

/** Data files of more bytes than this are not looked into. */
const LARGEST_DATA = 1_000_000;

/** With more data files than this a job is too large for all of them to be looked into. */
const MOST_DATA = 50;

/** What a host may know before a job is loaded. */
export interface LoadOptions {
  /** What `discoverJobs` read on its way; it is not read again. */
  readonly seen?: Seen;
  /** The folder's own name, where its path does not end with it (`.`). */
  readonly name?: string;
}

/** Reads a job folder: the names of everything below it, and the texts of its meta files, app configurations and data files. */
export async function loadJob(fs: FileSystem, folder: string, { seen, name }: LoadOptions = {}): Promise<JobSources> {
  const list = (path: string): Awaitable<Listing> => seen?.listings.get(path) ?? fs.list(path);
  const files = new Map<string, FileInfo>();
  const folders = new Map<string, FolderInfo>();
  const configurations: string[] = [];
  const data: string[] = [];
  const deadLinks: string[] = [];
  let truncated = false;
  let level: Level = [{ path: '', listing: list(folder) }];
  while (level.length > 0 && !truncated) {
    const next: Level = [];
    for (const { path, listing } of level) {
      const entries = await listing;
      if ('unreadable' in entries) {
        folders.set(path, { link: false, unreadable: entries.unreadable });
        continue;
      }
      for (const entry of entries) {
        if (files.size + folders.size >= MOST_ENTRIES) {
          truncated = true;
          break;
        }
        const below = path === '' ? entry.name : `${path}/${entry.name}`;
        if (entry.kind === 'file') {
          files.set(below, { size: entry.size, link: entry.link });
          if (isConfiguration(entry.name, path === '')) configurations.push(below);
          else if (data.length < MOST_DATA && isDataFile(below)) data.push(below);
        } else if (entry.kind === 'folder') {
          folders.set(below, { link: entry.link });
          if (!entry.link) next.push({ path: below, listing: list(joinPath(folder, below)) });
        } else if (entry.link) deadLinks.push(below);
      }
    }
    level = next;
  }
  const texts = await readAll(fs, folder, configurations, { seen });
  if (data.length > 0)
    for (const [path, text] of await readAll(fs, folder, data, { seen, largest: LARGEST_DATA })) texts.set(path, text);
  return {
    folder,
    name: name ?? baseName(folder.replace(/\/+$/, '')),
    files,
    folders,
    contents: contentsOf(files.keys(), folders.keys()),
    texts,
    truncated,
    ...(deadLinks.length > 0 && { deadLinks }),
  };
}

type Level = { readonly path: string; readonly listing: Awaitable<Listing> }[];

/** Reads more texts of a job that is already loaded: the Python files that its configurations name. */
export async function loadTexts(fs: FileSystem, sources: JobSources, paths: readonly string[]): Promise<JobSources> {
  const missing = paths.filter((path) => sources.files.has(path) && !sources.texts.has(path));
  if (missing.length === 0) return sources;
  return { ...sources, texts: new Map([...sources.texts, ...(await readAll(fs, sources.folder, missing))]) };
}

/** All reads are begun before the first is awaited. */
async function readAll(
  fs: FileSystem,
  folder: string,
  paths: readonly string[],
  { seen, largest }: { readonly seen?: Seen | undefined; readonly largest?: number } = {},
): Promise<Map<string, SourceText>> {
  const reads = paths.map((path): [string, Awaitable<SourceText>] => {
    const file = joinPath(folder, path);
    return [path, seen?.texts.get(file) ?? fs.read(file, largest)];
  });
  const texts = new Map<string, SourceText>();
  for (const [path, text] of reads) texts.set(path, await text);
  return texts;
}

function isConfiguration(name: string, atTop: boolean): boolean {
  if (!(atTop && name.startsWith(META)) && !name.startsWith('config_fed_')) return false;
  if (formatOf(name) === undefined) return false;
  const stem = withoutEnding(name);
  return stem === SERVER_CONFIG || stem === CLIENT_CONFIG || (atTop && stem === META);
}
