import { joinPath } from '../job/file-system';
import { compareCodePoints } from './code-points';
import { HEAD_SIZE, kindOfBytes, kindOfName } from './file-kind';
import type { Pack, PackEntry, PackTrouble } from './pack';
import type { PackFileSystem } from './pack-file-system';
import { LARGEST_SEARCHED, secretIn } from './secret-text';
import { type Hash, sha256 } from './sha256';
import { latin1, utf8 } from './utf8';
import { type Walked, walk } from './walk';

/** What a host decides about packing. */
export interface PackOptions {
  /** The folder's own name. */
  readonly name: string;
  /** Files of more bytes are not read, so that there is no hash then. */
  readonly largestRead?: number;
  /** A hash that is quicker than ours. */
  readonly hash?: () => Hash;
}

/** Names that NVFLARE leaves out of the hash: signing writes them anew. */
const SIGNATURES = new Set(['.__nvfl_sig.json', '.__nvfl_submitter.crt']);

/**
 * Reads what NVFLARE's archive of a job folder would hold: `_zip_directory` of `nvflare/fuel/utils/zip_utils.py`. It walks into
 * folders but not into links to folders, which become empty ones; it follows links to files; it leaves nothing out.
 *
 * The hash is that of `canonical_job_content_hash` in `nvflare/apis/utils/job_submit_token.py` over that archive, which servers since
 * 2.8 keep of jobs that come with a submit token: SHA-256 over each file by path, but for signatures; the path and the bytes both have
 * their lengths before them, as 8 bytes.
 */
export async function readPack(fs: PackFileSystem, folder: string, options: PackOptions): Promise<Pack> {
  const { found, truncated } = await walk(fs, folder);
  const inOrder = [...found].sort((a, b) => compareCodePoints(a.path, b.path));
  const hash = (options.hash ?? sha256)();
  const entries: PackEntry[] = [];
  let isWhole = !truncated;
  for (const each of inOrder) {
    const read = await readEntry(fs, folder, each, options, hash);
    isWhole &&= read.isWhole;
    entries.push(read.entry);
  }
  const archiveSize = sizeOfArchive(entries, options.name);
  return { entries, archiveSize, hash: isWhole ? `sha256:${hash.digest()}` : undefined, truncated };
}

interface ReadEntry {
  readonly entry: PackEntry;
  /** Whether the bytes are in the hash, where they belong into it. */
  readonly isWhole: boolean;
}

async function readEntry(
  fs: PackFileSystem,
  folder: string,
  { path, kind, link, trouble }: Walked,
  { largestRead = Number.POSITIVE_INFINITY }: PackOptions,
  hash: Hash,
): Promise<ReadEntry> {
  const plain: PackEntry = { path, kind, link, size: 0, data: undefined, secret: undefined, trouble };
  if (trouble?.stops) return { entry: plain, isWhole: false };
  const file = joinPath(folder, path);
  const stat = await fs.stat(file);
  if ('unreadable' in stat) return { entry: { ...plain, trouble: unreadable(stat.unreadable) }, isWhole: false };
  const aged = { ...plain, trouble: trouble ?? tooOld(stat.modified) };
  if (kind === 'folder') return { entry: aged, isWhole: !aged.trouble?.stops };
  const name = path.slice(path.lastIndexOf('/') + 1);
  const sized = { ...aged, size: stat.size, data: kindOfName(name) };
  if (stat.size > largestRead) return { entry: sized, isWhole: false };

  const isHashed = !SIGNATURES.has(name);
  if (isHashed) begin(hash, path, stat.size);
  const head = new Uint8Array(HEAD_SIZE);
  const pieces: Uint8Array[] = [];
  let length = 0;
  const failed = await fs.bytes(file, (piece) => {
    if (length < HEAD_SIZE) head.set(piece.subarray(0, HEAD_SIZE - length), length);
    if (stat.size <= LARGEST_SEARCHED) pieces.push(piece.slice());
    if (isHashed) hash.update(piece);
    length += piece.length;
  });
  if (failed !== undefined) return { entry: { ...sized, trouble: unreadable(failed) }, isWhole: false };
  const data = sized.data ?? kindOfBytes(head.subarray(0, length));
  const secret = data === undefined && pieces.length > 0 ? secretIn(textOf(pieces, length)) : undefined;
  return { entry: { ...sized, data, secret }, isWhole: length === stat.size && !sized.trouble?.stops };
}

function begin(hash: Hash, path: string, size: number): void {
  const bytes = utf8(path);
  hash.update(lengthOf(bytes.length));
  hash.update(bytes);
  hash.update(lengthOf(size));
}

function lengthOf(length: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(length));
  return bytes;
}

function unreadable(reason: string): PackTrouble {
  return { stops: true, why: `it cannot be read: ${reason}` };
}

/** ZIP knows no time before 1980 (and none after 2107), and Python refuses to make one up; a day's doubt is left to time zones. */
function tooOld(modified: number | undefined): PackTrouble | undefined {
  if (modified === undefined) return undefined;
  const year = new Date(modified).getUTCFullYear();
  if (modified < FIRST_TIME - DAY)
    return { stops: true, why: `it was last changed in ${year}, and an archive holds no times before 1980` };
  return year > 2107
    ? { stops: true, why: `it was last changed in ${year}, and an archive holds no times after 2107` }
    : undefined;
}

const FIRST_TIME = Date.UTC(1980, 0, 1);
const DAY = 86_400_000;

function textOf(pieces: readonly Uint8Array[], length: number): string {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return latin1(all);
}

/** A header before each entry, one more for each at the end, and the end itself; nothing is compressed (`zipfile` of Python). */
function sizeOfArchive(entries: readonly PackEntry[], name: string): number {
  return entries.reduce((sum, { path, kind, size }) => {
    const length = utf8(`${name}/${path}${kind === 'folder' ? '/' : ''}`).length;
    return sum + size + LOCAL_HEADER + CENTRAL_HEADER + 2 * length;
  }, END_OF_ARCHIVE);
}

const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END_OF_ARCHIVE = 22;
