import type { Awaitable, Listing } from '../job/file-system';

/** What is known of a file, links followed. */
export interface FileStat {
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since 1970, where the host knows it. */
  readonly modified: number | undefined;
}

/** The host's way to read the bytes of a folder. Neither function throws for what a user's disk may hold. */
export interface PackFileSystem {
  list(folder: string): Awaitable<Listing>;
  stat(path: string): Awaitable<FileStat | { readonly unreadable: string }>;
  /** The bytes of a file in pieces, in order; `read` is called with each. Returns why the file cannot be read, as a clause. */
  bytes(file: string, read: (piece: Uint8Array) => void): Awaitable<string | undefined>;
}
