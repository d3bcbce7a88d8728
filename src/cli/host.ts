import type { FileSystem, Listing, SourceText } from '../core/index';
import type { FileStat, PackFileSystem } from '../core/manifest/index';

/** What the command line needs of the machine that it runs on; tests give one in memory. */
export interface Host {
  /** The arguments behind the name of the program. */
  readonly argv: readonly string[];
  /** The absolute folder that relative paths start from. */
  readonly cwd: string;
  readonly fs: HostFileSystem;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What people look at: whether output goes to a terminal, and how wide that is. */
  readonly terminal: { readonly out: boolean; readonly err: boolean; readonly columns: number };
  /** The text of the catalogue of NVFLARE's classes of a release line, `2.9`, or of `history`; `undefined` for lines without one. */
  catalog(line: string): string | undefined;
  /** The text of a file of a template of jobs, by its path below `templates`. */
  template(source: string): string;
  /**
   * Runs the program `git` in a folder, only where a command was asked for versions of a job. Its output as bytes, or why it could
   * not do it, as a clause.
   */
  git(folder: string, args: readonly string[], input?: string): Promise<GitAnswer>;
  /** Writes to the standard output: the report. */
  write(text: string): void;
  /** Writes to the standard error output: everything else. */
  warn(text: string): void;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
}

/** The disk. Paths may be relative to the host's folder; the empty path is that folder. Answers at once, and never throws. */
export interface HostFileSystem extends FileSystem, PackFileSystem {
  list(folder: string): Listing;
  read(file: string, largest?: number): SourceText;
  /** What a path leads to, links followed, or why that cannot be known. */
  kindOf(path: string): 'file' | 'folder' | 'other' | 'missing' | { readonly unreadable: string };
  /** The absolute path of what a path leads to, links followed; the absolute path itself where it leads to nothing. */
  real(path: string): string;
  /** The size of what a path leads to, links followed. */
  stat(path: string): FileStat | { readonly unreadable: string };
  /** The bytes of a file in pieces; see `PackFileSystem`. */
  bytes(file: string, read: (piece: Uint8Array) => void): string | undefined;
  /** Makes all changes in order, or none; no file is ever half written. Returns what went wrong, as a clause. */
  apply(changes: readonly FileChange[]): string | undefined;
}

/** What the program `git` said. */
export type GitAnswer = { readonly out: Uint8Array } | { readonly failure: string };

/** One change of the disk. Folders above a new file are made as needed, and nothing is ever overwritten but by `write`. */
export type FileChange =
  /** With a text before, only where the file still has that one. */
  | { readonly kind: 'write'; readonly file: string; readonly text: string; readonly before?: string }
  | { readonly kind: 'create-file'; readonly file: string; readonly text: string }
  | { readonly kind: 'create-folder'; readonly folder: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'delete-file'; readonly file: string }
  /** Only of an empty folder. */
  | { readonly kind: 'delete-folder'; readonly folder: string };
