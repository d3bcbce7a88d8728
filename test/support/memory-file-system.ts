import { posix } from 'node:path';
import type { FileChange, HostFileSystem } from '../../src/cli/host';
import type { FolderEntry, SourceText } from '../../src/core/index';

/** What a test puts on the disk: texts or bytes by path; a path that ends with `/` is a folder. */
export type MemoryTree = Readonly<Record<string, string | Uint8Array>>;

const ROOT = '/work';

/** What is special about some paths. */
export interface MemoryOptions {
  /** The folder that paths asked for start from. */
  readonly cwd?: string;
  /** Why a file or folder cannot be read. */
  readonly unreadable?: Readonly<Record<string, string>>;
  /** Links to folders that exist elsewhere. */
  readonly folderLinks?: readonly string[];
  /** No change is made. */
  readonly isReadOnly?: boolean;
}

/** A disk in memory that remembers what was asked of it. */
export interface MemoryFileSystem extends HostFileSystem {
  /** The texts of all files by path in the tree. */
  texts(): Readonly<Record<string, string>>;
  /** Every folder that was listed and every file that was read, as often as it was. */
  readonly asked: readonly string[];
}

/** A disk that holds a tree in the folder `/work`. What is asked of it is relative to `cwd`, which is that folder too where nothing else is said. */
export function memoryFileSystem(tree: MemoryTree, options: MemoryOptions = {}): MemoryFileSystem {
  const { cwd = ROOT, unreadable = {}, folderLinks = [] } = options;
  const at = (path: string) => posix.resolve(cwd, path);
  const inTree = (path: string) => posix.resolve(ROOT, path);
  const nameOf = (path: string) => posix.relative(ROOT, path);
  const files = new Map<string, string | Uint8Array>();
  const folders = new Set<string>(['/']);
  const links = new Set(folderLinks.map(inTree));
  const reasons = new Map(Object.entries(unreadable).map(([path, reason]) => [inTree(path), reason]));
  const asked: string[] = [];

  const addFolder = (path: string) => {
    for (let folder = path; !folders.has(folder); folder = posix.dirname(folder)) folders.add(folder);
  };
  addFolder(cwd);
  for (const [path, content] of Object.entries(tree)) {
    if (path.endsWith('/')) addFolder(inTree(path));
    else {
      files.set(inTree(path), content);
      addFolder(posix.dirname(inTree(path)));
    }
  }

  const make = (change: FileChange): void => {
    switch (change.kind) {
      case 'write':
      case 'create-file':
        if (files.has(at(change.file)) !== (change.kind === 'write')) throw new Error(`${change.kind} ${change.file}`);
        files.set(at(change.file), change.text);
        addFolder(posix.dirname(at(change.file)));
        return;
      case 'create-folder':
        addFolder(at(change.folder));
        return;
      case 'rename':
        for (const [path, content] of [...files]) {
          if (path !== at(change.from) && !path.startsWith(`${at(change.from)}/`)) continue;
          files.delete(path);
          files.set(at(change.to) + path.slice(at(change.from).length), content);
        }
        for (const folder of [...folders]) {
          if (folder !== at(change.from) && !folder.startsWith(`${at(change.from)}/`)) continue;
          folders.delete(folder);
          addFolder(at(change.to) + folder.slice(at(change.from).length));
        }
        return;
      case 'delete-file':
        files.delete(at(change.file));
        return;
      case 'delete-folder':
        folders.delete(at(change.folder));
        return;
    }
  };

  return {
    asked,
    texts: () => Object.fromEntries([...files].map(([path, content]) => [nameOf(path), String(content)])),
    list(folder) {
      const path = at(folder);
      asked.push(`${nameOf(path)}/`);
      const reason = reasons.get(path);
      if (reason !== undefined) return { unreadable: reason };
      if (!folders.has(path)) return { unreadable: 'it does not exist' };
      return [
        ...entriesIn(path, files.keys(), 'file'),
        ...entriesIn(path, folders, 'folder'),
        ...entriesIn(path, links, 'folder', true),
      ];
    },
    read(file): SourceText {
      const path = at(file);
      asked.push(nameOf(path));
      const reason = reasons.get(path);
      const content = files.get(path);
      if (reason !== undefined) return { kind: 'unreadable', reason };
      if (content === undefined) return { kind: 'unreadable', reason: 'it does not exist' };
      return typeof content === 'string' ? { kind: 'text', text: content } : { kind: 'not-utf8', offset: 0 };
    },
    stat(path) {
      const reason = reasons.get(at(path));
      if (reason !== undefined) return { unreadable: reason };
      const content = files.get(at(path));
      if (content === undefined && !folders.has(at(path)) && !links.has(at(path))) return { unreadable: 'it does not exist' };
      return { size: content === undefined ? 0 : Buffer.from(content).length, modified: Date.UTC(2026, 0, 1) };
    },
    bytes(file, read) {
      const reason = reasons.get(at(file));
      const content = files.get(at(file));
      if (reason !== undefined || content === undefined) return reason ?? 'it does not exist';
      read(Buffer.from(content));
      return undefined;
    },
    kindOf(path) {
      if (files.has(at(path))) return 'file';
      return folders.has(at(path)) || links.has(at(path)) ? 'folder' : 'missing';
    },
    real: at,
    apply(changes) {
      const [first] = changes;
      if (options.isReadOnly && first?.kind === 'write') return `${first.file} was not changed: the disk is read-only`;
      for (const change of changes) make(change);
      return undefined;
    },
  };
}

function entriesIn(folder: string, paths: Iterable<string>, kind: FolderEntry['kind'], link = false): FolderEntry[] {
  return [...paths]
    .filter((path) => path !== '/' && posix.dirname(path) === folder)
    .map((path) => ({ name: posix.basename(path), kind, link }));
}
