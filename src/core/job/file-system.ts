import type { SourceText } from './sources';

/** One entry of a folder. A link says what it points to, where the host can tell. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
  readonly link: boolean;
  readonly size?: number;
}

/**
 * The host's way to read folders and files; the only thing that the core ever awaits. Paths are the host's own (paths or
 * URIs), extended with `/` and names. Neither function throws for what a user's disk may hold.
 */
export interface FileSystem {
  /** The entries in any order, or why the folder cannot be read. */
  list(folder: string): Promise<readonly FolderEntry[] | { readonly unreadable: string }>;
  /** The text of a file: strict UTF-8, a byte-order mark kept. Texts of open editors win over the disk. */
  read(file: string): Promise<SourceText>;
}
