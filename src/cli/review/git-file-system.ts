import { posix, resolve } from 'node:path';
import { baseName, type FolderEntry, parentOf, type SourceText } from '../../core/index';
import { textOfBytes } from '../../text-of-bytes';
import type { Host, HostFileSystem } from '../host';
import { slashed } from '../slashed';

/** Larger files are compared by name only, like on the disk. */
const LARGEST = 8 << 20;

/** A file of a commit. */
interface Blob {
  readonly size: number;
  readonly isLink: boolean;
  readonly bytes: Uint8Array | undefined;
}

/**
 * The disk as it is, but for one folder, which is as a commit has it. A clause instead where git cannot say so: the folder is in no
 * repository, or there is no such commit.
 */
export async function fileSystemAt(host: Host, folder: string, revision: string): Promise<HostFileSystem | string> {
  const listed = await host.git(folder, ['ls-tree', '-r', '-l', '-z', '--end-of-options', revision, '.']);
  if ('failure' in listed) return listed.failure;
  const files = parseTree(listed.out);
  if (files.length === 0) return `${revision} has no such folder`;
  const lacking = `not all files of ${revision} are here; git fetches them for: git archive ${revision}`;
  if (files.some(({ size }) => Number.isNaN(size))) return lacking;
  const wanted = files.filter(({ size }) => size <= LARGEST);
  const read = await host.git(folder, ['cat-file', '--batch'], wanted.map(({ object }) => `${object}\n`).join(''));
  if ('failure' in read) return read.failure;
  const contents = parseBatch(read.out);
  if (contents.length < wanted.length) return lacking;
  const blobs = new Map(files.map(({ path, size, isLink }): [string, Blob] => [path, { size, isLink, bytes: undefined }]));
  for (const [i, { path, size, isLink }] of wanted.entries()) blobs.set(path, { size, isLink, bytes: contents[i] });
  return overlaid(host, slashed(resolve(host.cwd, folder)), blobs);
}

interface Listed {
  readonly path: string;
  readonly object: string;
  readonly size: number;
  readonly isLink: boolean;
}

/**
 * `<mode> blob <object> <size>\t<path>`, each ended by a zero byte; submodules are left out. The size of a file that the repository
 * lacks is no number.
 */
function parseTree(out: Uint8Array): readonly Listed[] {
  const lines = new TextDecoder().decode(out).split('\0').filter(Boolean);
  return lines.flatMap((line) => {
    const [, mode, object = '', size, path = ''] = /^(\d+) blob (\w+) +(\w+)\t([\s\S]*)$/.exec(line) ?? [];
    if (mode === undefined || LEADS_AWAY.test(path)) return [];
    return [{ path, object, size: Number(size), isLink: mode === '120000' }];
  });
}

/** Names that git itself never writes, but that somebody may have put into a commit. They would lead out of the folder. */
const LEADS_AWAY = /(?:^|\/)\.{0,2}(?:\/|$)/;

/** `<object> blob <size>\n<bytes>\n` for each, up to the first that the repository lacks. */
function parseBatch(out: Uint8Array): readonly Uint8Array[] {
  const contents: Uint8Array[] = [];
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    const size = Number(new TextDecoder().decode(out.subarray(at, end)).split(' ')[2]);
    if (Number.isNaN(size)) break;
    contents.push(out.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}

function overlaid({ fs, cwd }: Host, root: string, blobs: ReadonlyMap<string, Blob>): HostFileSystem {
  /** The path below the folder; `undefined` for what lies elsewhere. */
  const inside = (path: string): string | undefined => {
    const below = posix.relative(root, posix.resolve(slashed(cwd), path));
    return below.startsWith('..') || posix.isAbsolute(below) ? undefined : below;
  };
  const listings = listingsOf(blobs);
  return {
    ...fs,
    list(folder) {
      const below = inside(folder);
      return below === undefined ? fs.list(folder) : [...(listings.get(below)?.values() ?? [])];
    },
    read(file, largest) {
      const below = inside(file);
      return below === undefined ? fs.read(file, largest) : textOf(blobs.get(below), largest);
    },
    kindOf(path) {
      const below = inside(path);
      if (below === undefined) return fs.kindOf(path);
      if (blobs.has(below)) return 'file';
      return listings.has(below) ? 'folder' : 'missing';
    },
    apply: () => 'a commit cannot be changed',
  };
}

/** What lies in each folder, by its name. */
function listingsOf(blobs: ReadonlyMap<string, Blob>): ReadonlyMap<string, ReadonlyMap<string, FolderEntry>> {
  const listings = new Map<string, Map<string, FolderEntry>>();
  for (const [file, { size, isLink }] of blobs) {
    let entry: FolderEntry = { name: baseName(file), kind: 'file', link: isLink, size };
    for (let path = file; ; path = parentOf(path)) {
      const folder = parentOf(path);
      const listing = listings.get(folder);
      listings.set(folder, (listing ?? new Map<string, FolderEntry>()).set(entry.name, entry));
      // Where the folder is known, those above it are.
      if (listing || folder === '') break;
      entry = { name: baseName(folder), kind: 'folder', link: false };
    }
  }
  return listings;
}

function textOf(blob: Blob | undefined, largest = LARGEST): SourceText {
  if (!blob) return { kind: 'unreadable', reason: 'it is not in the commit' };
  if (!blob.bytes || blob.size > largest) return { kind: 'too-large', size: blob.size, limit: largest };
  return textOfBytes(blob.bytes);
}
