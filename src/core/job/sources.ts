/** What is known of a file below the job folder. */
export interface FileInfo {
  /** In bytes, where the host knows it. */
  readonly size: number | undefined;
  /** A symbolic link to a file; NVFLARE packs what it points to. */
  readonly link: boolean;
}

/** What is known of a folder below the job folder. */
export interface FolderInfo {
  /** A symbolic link to a folder; NVFLARE does not walk into it, so it is empty here. */
  readonly link: boolean;
  /** Why the folder could not be listed. */
  readonly unreadable?: string;
}

/** A text as a host read it, or why there is none. */
export type SourceText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'not-utf8'; readonly offset: number }
  | { readonly kind: 'too-large'; readonly size: number; readonly limit: number }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A job folder as it was read: names of everything in it, and the texts that matter. Paths are below the folder, joined with `/`. */
export interface JobSources {
  /** The folder as its host names it, a path or a URI. The core only hands it back. */
  readonly folder: string;
  /** The folder's own name. */
  readonly name: string;
  readonly files: ReadonlyMap<string, FileInfo>;
  readonly folders: ReadonlyMap<string, FolderInfo>;
  readonly texts: ReadonlyMap<string, SourceText>;
  /** There is more in the folder than was listed. */
  readonly truncated: boolean;
}

/** The names of what lies directly in a folder; the job folder itself is the empty path. */
export function namesIn(
  sources: JobSources,
  folder: string,
): { readonly files: readonly string[]; readonly folders: readonly string[] } {
  const prefix = folder === '' ? '' : `${folder}/`;
  const directly = (path: string) => path.startsWith(prefix) && !path.includes('/', prefix.length);
  const name = (path: string) => path.slice(prefix.length);
  return {
    files: [...sources.files.keys()].filter(directly).map(name),
    folders: [...sources.folders.keys()].filter(directly).map(name),
  };
}

/** The folder that a path lies in; the empty path for what lies in the job folder. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
