import { basename, dirname, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { type FileSystem, joinPath, type Listing } from '../../core/index';
import type { HostFileSystem } from '../host';

/** The ignore files of one folder, in the order in which the later one wins. */
const IGNORE_FILES = ['.gitignore', '.ignore'];

/** A file system that notices ignore files where it lists, and what they say. */
export interface IgnoringFileSystem extends FileSystem {
  /** Whether the user's ignore files leave a path out that lies in a listed folder. Paths of folders end with `/`. */
  isIgnored(path: string): boolean;
}

/** The patterns of one folder, and how they name a path of ours. */
interface Layer {
  readonly patterns: Ignore;
  /** The path as these patterns see it: below their own folder. */
  below(path: string): string;
}

/**
 * Respects `.gitignore` and `.ignore` below a root, and those above it up to the top of its repository. The nearest file that
 * names a path decides. A root that is itself ignored was asked for, so what ignores it does not count.
 */
export function ignoringFileSystem(fs: HostFileSystem, cwd: string, root: string): IgnoringFileSystem {
  const layers = new Map<string, Layer>();
  // Most roots are jobs, of which nothing is ignored; then the files above are never read.
  let above: readonly Layer[] | undefined;

  return {
    isIgnored(path) {
      for (let folder = parentOf(path); layers.size > 0; folder = parentOf(folder)) {
        const answer = ask(layers.get(folder), path);
        if (answer !== undefined) return answer;
        if (folder === root || folder === parentOf(folder)) break;
      }
      above ??= layersAbove(fs, cwd, root);
      for (const layer of above) {
        const answer = ask(layer, path);
        if (answer !== undefined) return answer;
      }
      return false;
    },
    read: (file) => fs.read(file),
    list(folder) {
      const listing = fs.list(folder);
      const patterns = readPatterns(fs, folder, ignoreFilesIn(listing));
      const cut = joinPath(folder, 'x').length - 1;
      if (patterns) layers.set(folder, { patterns, below: (path) => path.slice(cut) });
      return listing;
    },
  };
}

/**
 * What the patterns of one folder say of a path itself. That they ignore a folder above it means nothing here: it was searched,
 * so a nearer ignore file has taken it back.
 */
function ask(layer: Layer | undefined, path: string): boolean | undefined {
  if (!layer) return undefined;
  const below = layer.below(path);
  const { ignored, unignored } = layer.patterns.test(below);
  if (!ignored) return unignored ? false : undefined;
  const parent = below.slice(0, below.lastIndexOf('/', below.length - 2) + 1);
  return parent !== '' && layer.patterns.test(parent).ignored ? undefined : true;
}

/** The ignore files between a root and the top of the repository that it lies in, the nearest first. */
function layersAbove(fs: HostFileSystem, cwd: string, root: string): readonly Layer[] {
  const cut = joinPath(root, 'x').length - 1;
  const layers: Layer[] = [];
  let inside = '';
  let below = resolve(cwd, root);
  for (const folder of foldersAbove(fs, below)) {
    inside = `${basename(below)}/${inside}`;
    below = folder;
    const present = IGNORE_FILES.filter((name) => fs.kindOf(joinPath(folder, name)) === 'file');
    const patterns = readPatterns(fs, folder, present);
    if (!patterns || patterns.test(inside).ignored) continue;
    const prefix = inside;
    layers.push({ patterns, below: (path) => prefix + path.slice(cut) });
  }
  return layers;
}

/** The folders above one up to the top of its repository; none outside of a repository. */
function foldersAbove(fs: HostFileSystem, start: string): readonly string[] {
  const above: string[] = [];
  for (let folder = start; ; ) {
    if (fs.kindOf(joinPath(folder, '.git')) !== 'missing') return above;
    const parent = dirname(folder);
    if (parent === folder) return [];
    above.push(parent);
    folder = parent;
  }
}

function readPatterns(fs: HostFileSystem, folder: string, names: readonly string[]): Ignore | undefined {
  if (names.length === 0) return undefined;
  // As git has it on Linux, where the case of names matters. Elsewhere a job may be checked that git would not see, which harms nobody.
  const patterns = ignore({ ignorecase: false });
  for (const name of names) {
    const source = fs.read(joinPath(folder, name));
    if (source.kind === 'text') patterns.add(source.text);
  }
  return patterns;
}

function ignoreFilesIn(listing: Listing): readonly string[] {
  if ('unreadable' in listing) return NONE;
  if (!listing.some(({ name }) => name.startsWith('.') && IGNORE_FILES.includes(name))) return NONE;
  return IGNORE_FILES.filter((file) => listing.some(({ name, kind }) => name === file && kind === 'file'));
}

const NONE: readonly string[] = [];

/** The folder of a path; paths of folders may end with `/`. */
function parentOf(path: string): string {
  const slash = path.lastIndexOf('/', path.length - 2);
  return slash > 0 ? path.slice(0, slash) : path.startsWith('/') ? '/' : '';
}
