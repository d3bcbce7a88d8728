/** What a person should look at before a folder is sent. */
import { baseName, parentOf } from '../job/sources';
import { CONCERN_SEVERITIES, type ConcernKind } from './concern-kinds';
import { KIND_WORDS } from './file-kind';
import { type OddKind, oddFile, oddFolder } from './odd-name';
import type { Pack, PackEntry } from './pack';

/** Something that should hardly be sent, or that is not sent as one may think. */
export interface Concern {
  readonly kind: ConcernKind;
  /** The file or folder below the job folder. */
  readonly path: string;
  readonly isFolder: boolean;
  /** As a clause. */
  readonly text: string;
  /** The line that it is about, from 1. */
  readonly line: number | undefined;
  /** Bytes that it adds to the archive. */
  readonly size: number;
  /** Files that it stands for. */
  readonly files: number;
}

/** Files of more bytes are large: the server refuses them when a job comes with a submit token (`job_submit_token.py`, since 2.8). */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** The concerns of a pack, the gravest first, then by path. A folder that is one is told of once, with all that is in it. */
export function concernsOf({ entries }: Pack, largest = LARGEST_FILE): readonly Concern[] {
  const folders = new Map<string, OddKind>();
  for (const { path, kind } of entries) {
    const odd = kind === 'folder' ? oddFolder(baseName(path)) : undefined;
    if (odd !== undefined && !isBelow(path, folders)) folders.set(path, odd);
  }
  const concerns: Concern[] = [];
  for (const [path, odd] of folders) concerns.push(folderConcern(path, odd, entries));
  for (const entry of entries) {
    if (folders.has(entry.path)) continue;
    const ofItself = entryConcerns(entry, largest);
    // Of what lies in a cache only what is grave in itself is worth a line.
    concerns.push(
      ...(isBelow(entry.path, folders) ? ofItself.filter(({ kind }) => kind === 'stops' || kind === 'secret') : ofItself),
    );
  }
  const kinds = Object.keys(CONCERN_SEVERITIES);
  const rank = ({ kind }: Concern) => kinds.indexOf(kind);
  return concerns.sort((a, b) => rank(a) - rank(b));
}

function isBelow(path: string, folders: ReadonlyMap<string, unknown>): boolean {
  for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder)) if (folders.has(folder)) return true;
  return false;
}

const FOLDER_WORDS: { readonly [kind in OddKind]: string } = {
  secret: 'a folder for keys and passwords',
  environment: 'an environment of Python',
  repository: 'the data of a version control system, old versions of all files among them',
  cache: 'a folder that tools make for themselves',
  signature: 'a signature of an earlier submission',
};

function folderConcern(path: string, odd: OddKind, entries: readonly PackEntry[]): Concern {
  const inside = entries.filter((entry) => entry.kind === 'file' && entry.path.startsWith(`${path}/`));
  return {
    kind: odd,
    path,
    isFolder: true,
    text: FOLDER_WORDS[odd],
    line: undefined,
    size: inside.reduce((sum, { size }) => sum + size, 0),
    files: inside.length,
  };
}

const FILE_WORDS: { readonly [kind in OddKind]: string } = {
  secret: 'a file for keys or passwords by its name',
  environment: 'settings of an environment, where passwords often stand',
  repository: 'a file of a version control system',
  cache: 'a file that tools make for themselves',
  signature: 'a signature of an earlier submission; signing writes it anew',
};

function entryConcerns({ path, kind, link, size, data, secret, trouble }: PackEntry, largest: number): readonly Concern[] {
  const found: Concern[] = [];
  const isFolder = kind === 'folder';
  const add = (of: ConcernKind, text: string, line?: number) =>
    found.push({ kind: of, path, isFolder, text, line, size, files: isFolder ? 0 : 1 });
  if (trouble) add(trouble.stops ? 'stops' : 'left-out', trouble.stops ? `nothing can be sent: ${trouble.why}` : trouble.why);
  const odd = isFolder ? undefined : oddFile(baseName(path));
  if (odd !== undefined) add(odd, FILE_WORDS[odd]);
  if (secret) add('secret', `it holds ${secret.what}`, secret.line);
  if (data !== undefined && odd === undefined) add('data', `it looks like ${KIND_WORDS[data]}`);
  if (size > largest) add('large', `it is larger than ${sizeText(largest)}`);
  if (link && !trouble?.stops) {
    add(
      'link',
      isFolder ? 'a link to a folder, which is sent as an empty folder' : 'a link to a file, which is sent in its place',
    );
  }
  return found;
}

/** A number of bytes for people: `12.5 MB`, in units of 1024 as file limits are. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const unit = bytes < 1024 ** 2 ? 1 : bytes < 1024 ** 3 ? 2 : 3;
  const amount = bytes / 1024 ** unit;
  return `${amount >= 100 || Number.isInteger(amount) ? Math.round(amount) : amount.toFixed(1)} ${['B', 'KB', 'MB', 'GB'][unit]}`;
}
