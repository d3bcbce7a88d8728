import type { SourceText } from './sources';

/** A value, or the promise of one: hosts that know at once need not make a caller wait. */
export type Awaitable<T> = T | Promise<T>;

/** One entry of a folder. A link says what it points to, where the host can tell. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  readonly link: boolean;
  readonly size?: number;
}

/** The entries of a folder in any order, or why it cannot be read, as a clause: `permission denied`. */
export type Listing = readonly FolderEntry[] | { readonly unreadable: string };

/**
 * The host's way to read folders and files; the only thing that the core ever awaits. Paths are the host's own (paths or
 * URIs), extended with `/` and names. Neither function throws for what a user's disk may hold.
 */
export interface FileSystem {
  list(folder: string): Awaitable<Listing>;
  /**
   * The text of a file: strict UTF-8, a byte-order mark kept. Texts of open editors win over the disk. A file of more bytes than
   * `largest`, or than the host's own limit, is too large.
   */
  read(file: string, largest?: number): Awaitable<SourceText>;
}

/** What was already read while a job was looked for, by the host's paths, so that nothing is read twice. */
export interface Seen {
  readonly listings: ReadonlyMap<string, Listing>;
  readonly texts: ReadonlyMap<string, SourceText>;
}

/** The path of something in a folder. The empty path is the folder that relative paths start from. */
export function joinPath(folder: string, name: string): string {
  if (folder === '' || name === '') return folder + name;
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}
