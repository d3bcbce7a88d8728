import type { ConfigDocument } from '../formats/document';
import { formatOf, withoutEnding } from '../formats/index';
import { get } from '../tree/node';
import { type Awaitable, type FileSystem, type FolderEntry, joinPath, type Listing, type Seen } from './file-system';
import { CLIENT_CONFIG, META, SERVER_CONFIG } from './files';
import type { SourceText } from './sources';
import { isNeverWalked, isPrivateFolder } from './walk-limits';

/** A folder that is a job, a template of one, or an app of before 2.1. `loadJob` takes it with what was read of it. */
export interface FoundJob {
  /** The host's path. */
  readonly folder: string;
  /** An app of before 2.1 has no meta file. */
  readonly hasMeta: boolean;
  readonly seen: Seen;
}

/** What a host decides about the search. */
export interface RecogniseOptions {
  /** Reads a meta file whose folder does not look like a job, to see whether it has a `deploy_map`. */
  read(file: string, text: string): Awaitable<ConfigDocument>;
  /** Whether the user's ignore files leave the path out. Paths of folders end with `/`. */
  isIgnored?(path: string): boolean;
}

/** How a host follows the search. */
export interface DiscoverOptions extends RecogniseOptions {
  /** Called for each folder that cannot be listed. */
  onUnreadable?(folder: string, reason: string): void;
}

/** So many folders are listed ahead, for hosts that take their time to answer. */
const LOOKAHEAD = 16;

/**
 * Finds the jobs in and below a folder and yields each as it is found, in the order of their paths. Nothing below a job is
 * searched, nor below links, environments, NVFLARE's own work folders and what is ignored; the root itself always is.
 */
export async function* discoverJobs(fs: FileSystem, root: string, options: DiscoverOptions): AsyncGenerator<FoundJob> {
  const waiting: Waiting[] = [{ folder: root, known: undefined, listing: undefined }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { folder, known } = next;
    const listing = await (next.listing ?? fs.list(folder));
    if ('unreadable' in listing) {
      options.onUnreadable?.(folder, listing.unreadable);
      continue;
    }
    if (folder !== root && isPrivateFolder(listing)) continue;
    const look = lookInto(fs, folder, listing, options, known);
    const isLeftOut = folder !== root && hasOnlyIgnoredMetas(folder, listing, options);
    if (!isLeftOut && (await isJob(look, folder, listing))) {
      yield { folder, hasMeta: listing.some(isMeta), seen: look };
      continue;
    }
    const below = listing.filter((entry) => isWalked(entry, folder, options)).sort((a, b) => (a.name < b.name ? 1 : -1));
    for (const { name } of below) {
      const path = joinPath(folder, name);
      waiting.push({ folder: path, known: look.listings, listing: look.listings.get(path) });
    }
    for (let i = waiting.length - 1; i >= 0 && i >= waiting.length - LOOKAHEAD; i--) {
      const ahead = waiting[i] as Waiting;
      ahead.listing ??= fs.list(ahead.folder);
    }
  }
}

interface Waiting {
  readonly folder: string;
  /** Listings from below the parent, made when the parent was tried. */
  readonly known: ReadonlyMap<string, Listing> | undefined;
  listing: Awaitable<Listing> | undefined;
}

/** Whether one folder is a job, and what was read to know it; `undefined` where it is none or cannot be listed. */
export async function recogniseJob(fs: FileSystem, folder: string, options: RecogniseOptions): Promise<FoundJob | undefined> {
  const listing = await fs.list(folder);
  if ('unreadable' in listing) return undefined;
  const look = lookInto(fs, folder, listing, options);
  return (await isJob(look, folder, listing)) ? { folder, hasMeta: listing.some(isMeta), seen: look } : undefined;
}

/** Whether a folder has meta files, and all of them are ignored. */
function hasOnlyIgnoredMetas(folder: string, entries: readonly FolderEntry[], { isIgnored }: RecogniseOptions): boolean {
  const metas = entries.filter(isMeta);
  return isIgnored !== undefined && metas.length > 0 && metas.every(({ name }) => isIgnored(joinPath(folder, name)));
}

function isWalked({ name, kind, link }: FolderEntry, folder: string, options: RecogniseOptions): boolean {
  if (kind !== 'folder' || link || isNeverWalked(name)) return false;
  return !options.isIgnored?.(`${joinPath(folder, name)}/`);
}

/** One folder that may be a job, and what was read below it so far. */
interface Look {
  readonly fs: FileSystem;
  readonly options: RecogniseOptions;
  /** Listings that an earlier look at a folder above made. */
  readonly known: ReadonlyMap<string, Listing> | undefined;
  readonly listings: Map<string, Listing>;
  readonly texts: Map<string, SourceText>;
}

function lookInto(
  fs: FileSystem,
  folder: string,
  listing: readonly FolderEntry[],
  options: RecogniseOptions,
  known?: ReadonlyMap<string, Listing>,
): Look {
  return { fs, options, known, listings: new Map([[folder, listing]]), texts: new Map() };
}

/** Shape is looked at first: that costs only listings which loading the job needs anyway. */
async function isJob(look: Look, folder: string, entries: readonly FolderEntry[]): Promise<boolean> {
  const metas = entries.filter(isMeta).map(({ name }) => joinPath(folder, name));
  if (metas.length === 0) return isApp(look, folder, entries);
  if (await looksLikeJob(look, folder, entries)) return true;
  for (const meta of metas) if (await hasDeployMap(look, meta)) return true;
  return false;
}

/** An app beside the meta file, or the flat layout of a template: configurations without `config/` around them. */
async function looksLikeJob(look: Look, folder: string, entries: readonly FolderEntry[]): Promise<boolean> {
  if (entries.some(isAppConfig) || (await isApp(look, folder, entries))) return true;
  for (const { name, kind, link } of entries) {
    if (kind !== 'folder' || link || isNeverWalked(name)) continue;
    const below = joinPath(folder, name);
    const inside = await listOnce(look, below);
    if (inside.some(isAppConfig) || (await isApp(look, below, inside))) return true;
  }
  return false;
}

async function isApp(look: Look, folder: string, entries: readonly FolderEntry[]): Promise<boolean> {
  const config = entries.find(({ name, kind, link }) => name === 'config' && kind === 'folder' && !link);
  return config !== undefined && (await listOnce(look, joinPath(folder, 'config'))).some(isAppConfig);
}

async function hasDeployMap(look: Look, file: string): Promise<boolean> {
  const source = await look.fs.read(file);
  look.texts.set(file, source);
  if (source.kind !== 'text' || !source.text.includes('deploy_map')) return false;
  const { root } = await look.options.read(file, source.text);
  return root.kind === 'object' && get(root, 'deploy_map') !== undefined;
}

async function listOnce({ fs, listings, known }: Look, folder: string): Promise<readonly FolderEntry[]> {
  const listing = listings.get(folder) ?? known?.get(folder) ?? (await fs.list(folder));
  listings.set(folder, listing);
  return 'unreadable' in listing ? [] : listing;
}

function isMeta({ name, kind }: FolderEntry): boolean {
  return kind === 'file' && name.startsWith(META) && formatOf(name) !== undefined && withoutEnding(name) === META;
}

function isAppConfig({ name, kind }: FolderEntry): boolean {
  if (kind !== 'file' || !name.startsWith('config_fed_') || formatOf(name) === undefined) return false;
  const stem = withoutEnding(name);
  return stem === SERVER_CONFIG || stem === CLIENT_CONFIG;
}
