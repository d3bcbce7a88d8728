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
  /** The same names by folder; made once by `contentsOf`, because rules ask for them on every keystroke. */
  readonly contents: Contents;
  readonly texts: ReadonlyMap<string, SourceText>;
  /** There is more in the folder than was listed. */
  readonly truncated: boolean;
  /** Symbolic links that lead to no file and no folder, where there are any. */
  readonly deadLinks?: readonly string[];
  /** What was looked for in the folders of code that a setting names; nothing where none does, or nothing was looked for yet. */
  readonly outside?: OutsideCode;
}

/** A folder of Python code that a setting names, because the sites have the same code installed. */
export interface CodeFolder {
  /** As the file system names it. */
  readonly folder: string;
  /** As the setting writes it; messages show it. */
  readonly written: string;
}

/** A module in a folder of code that a setting names. */
export interface OutsideModule {
  /** As the file system names it. */
  readonly file: string;
  /** Its path behind the folder as the setting writes it. */
  readonly shown: string;
  /** Whether it is an `__init__.py`. */
  readonly isPackage: boolean;
  readonly text: SourceText;
}

/**
 * The modules outside of the job that were looked for, by dotted name: a folder without an `__init__.py` is a package without a
 * text, and `undefined` stands for what is in none of the folders.
 */
export type OutsideCode = ReadonlyMap<string, OutsideModule | 'folder' | undefined>;

/** What lies directly in a folder, by name. */
export interface FolderContents {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** What lies directly in each folder that has something in it; the job folder itself is the empty path. */
export type Contents = ReadonlyMap<string, FolderContents>;

/** Sorts the paths of a job by the folder that they lie in. */
export function contentsOf(files: Iterable<string>, folders: Iterable<string>): Contents {
  const contents = new Map<string, { files: string[]; folders: string[] }>();
  const at = (folder: string) => {
    const known = contents.get(folder);
    if (known) return known;
    const made = { files: [], folders: [] };
    contents.set(folder, made);
    return made;
  };
  for (const file of files) at(parentOf(file)).files.push(baseName(file));
  for (const folder of folders) if (folder !== '') at(parentOf(folder)).folders.push(baseName(folder));
  return contents;
}

/** The paths of symbolic links. */
export interface Links {
  readonly folders: readonly string[];
  readonly files: readonly string[];
  /** Those that lead nowhere. */
  readonly dead: readonly string[];
}

/** Finds the links of a job. */
export function linksIn({ files, folders, deadLinks }: JobSources): Links {
  const isLink = ([, { link }]: readonly [string, { readonly link: boolean }]) => link;
  const pathsOf = (all: ReadonlyMap<string, { readonly link: boolean }>) => [...all].filter(isLink).map(([path]) => path);
  return { folders: pathsOf(folders), files: pathsOf(files), dead: deadLinks ?? [] };
}

/** Whether all that lies directly in a folder is known: it was listed to its end, and so were those above it. */
export function isListed({ folders, truncated }: JobSources, folder: string): boolean {
  if (truncated) return false;
  for (let path = folder; ; path = parentOf(path)) {
    if (folders.get(path)?.unreadable !== undefined) return false;
    if (path === '') return true;
  }
}

/** The names of what lies directly in a folder. */
export function namesIn(sources: JobSources, folder: string): FolderContents {
  return sources.contents.get(folder) ?? NOTHING;
}

/** The paths of all files below a folder, the nearer ones first. */
export function filesBelow(sources: JobSources, folder: string): readonly string[] {
  const found: string[] = [];
  const waiting = [folder];
  for (let i = 0; i < waiting.length; i++) {
    const path = waiting[i] as string;
    const inside = namesIn(sources, path);
    const prefix = path === '' ? '' : `${path}/`;
    for (const file of inside.files) found.push(prefix + file);
    for (const below of inside.folders) waiting.push(prefix + below);
  }
  return found;
}

const NOTHING: FolderContents = { files: [], folders: [] };

/** The folder that a path lies in; the empty path for what lies in the job folder. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
