import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileChange } from '../host';
import { reasonOf } from './errors';

/**
 * Makes changes on the disk, all or none. A text is written beside its place and then moved there in one step, so that no one
 * ever reads half of it. Returns what went wrong, as a clause that names the place.
 */
export function applyChanges(changes: readonly FileChange[], at: (path: string) => string): string | undefined {
  const undo: Undo[] = [];
  for (const change of changes) {
    try {
      make(change, at, undo);
    } catch (error) {
      // What cannot be undone either is left; the reason of the first failure is the one that helps.
      for (const step of undo.reverse()) attempt(step);
      return `${placeOf(change)} was not changed: ${reasonOf(error)}`;
    }
  }
  return undefined;
}

type Undo = () => void;

function make(change: FileChange, at: (path: string) => string, undo: Undo[]): void {
  switch (change.kind) {
    case 'write': {
      // A link stays a link: the file that it points to is changed.
      const file = realpathSync(at(change.file));
      // The folder alone decides whether a file can be moved there, but a file that may not be written is not to be changed.
      closeSync(openSync(file, 'r+'));
      const known = statSync(file);
      const before = readFileSync(file);
      if (change.before !== undefined && !before.equals(Buffer.from(change.before))) {
        throw new Error('somebody changed it meanwhile; check it again');
      }
      put(file, change.text, known);
      undo.push(() => put(file, before, known));
      return;
    }
    case 'create-file': {
      const file = at(change.file);
      mustBeFree(file);
      makeFolder(dirname(file), undo);
      put(file, change.text);
      undo.push(() => rmSync(file));
      return;
    }
    case 'create-folder':
      makeFolder(at(change.folder), undo);
      return;
    case 'rename': {
      const [from, to] = [at(change.from), at(change.to)];
      mustBeFree(to);
      renameSync(from, to);
      undo.push(() => renameSync(to, from));
      return;
    }
    case 'delete-file': {
      const file = at(change.file);
      const known = statSync(file);
      const before = readFileSync(file);
      rmSync(file);
      undo.push(() => put(file, before, known));
      return;
    }
    case 'delete-folder': {
      const folder = at(change.folder);
      rmdirSync(folder);
      undo.push(() => mkdirSync(folder));
      return;
    }
  }
}

/** Writes a whole file or nothing; in the place of another one it is as open to others as that, and belongs to the same people where that can be. */
function put(file: string, content: string | Uint8Array, known?: Stats): void {
  const beside = join(dirname(file), `.${basename(file)}.flare-jobs-${process.pid}`);
  try {
    writeFileSync(beside, content, { flag: 'wx', ...(known && { mode: 0o600 }) });
    if (known) {
      attempt(() => chownSync(beside, known.uid, known.gid));
      chmodSync(beside, known.mode & 0o7777);
    }
    renameSync(beside, file);
  } catch (error) {
    attempt(() => rmSync(beside, { force: true }));
    throw error;
  }
}

function makeFolder(folder: string, undo: Undo[]): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), undo);
  mkdirSync(folder);
  undo.push(() => rmdirSync(folder));
}

function mustBeFree(path: string): void {
  // A link that leads to nothing is something, too.
  if (lstatSync(path, { throwIfNoEntry: false })) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
}

function attempt(step: Undo): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}

function placeOf(change: FileChange): string {
  if (change.kind === 'rename') return change.from;
  return 'folder' in change ? change.folder : change.file;
}
