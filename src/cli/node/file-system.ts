import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FolderEntry, Listing, SourceText } from '../../core/index';
import { textOfBytes } from '../../text-of-bytes';
import type { HostFileSystem } from '../host';
import { applyChanges } from './changes';
import { reasonOf } from './errors';

/** Larger texts are no configurations; reading them would only cost memory. In bytes. */
export const LARGEST_TEXT = 20_000_000;

/** Most files fit; their texts need no buffer of their own. */
const SHARED_BUFFER_SIZE = 1 << 16;

/**
 * The disk as seen from a folder. Everything is synchronous: Node's asynchronous calls take 5 to 12 times as long for the many
 * small files of a workspace, and a command line has nothing else to do meanwhile.
 */
export function nodeFileSystem(cwd: string): HostFileSystem {
  const isHere = cwd === process.cwd();
  const at = (path: string) => (isHere ? path || '.' : resolve(cwd, path));
  const buffer = Buffer.allocUnsafe(SHARED_BUFFER_SIZE);

  return {
    list(folder): Listing {
      try {
        const path = at(folder);
        return readdirSync(path, { withFileTypes: true }).map((entry): FolderEntry => {
          if (entry.isFile()) return { name: entry.name, kind: 'file', link: false };
          if (entry.isDirectory()) return { name: entry.name, kind: 'folder', link: false };
          const link = entry.isSymbolicLink();
          return { name: entry.name, kind: link ? targetKind(`${path}/${entry.name}`) : 'other', link };
        });
      } catch (error) {
        return { unreadable: reasonOf(error) };
      }
    },

    read(file, largest = LARGEST_TEXT): SourceText {
      let descriptor: number | undefined;
      try {
        // A pipe would otherwise keep us waiting for someone to write into it.
        descriptor = openSync(at(file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
        const length = readSync(descriptor, buffer, 0, buffer.length, 0);
        // What fits and is not empty is a small file; only of the rest it is asked what it is.
        if (length > 0 && length < buffer.length) return textOfBytes(buffer.subarray(0, length));
        const stat = fstatSync(descriptor);
        if (!stat.isFile()) return { kind: 'unreadable', reason: 'it is not a regular file' };
        if (stat.size > largest) return { kind: 'too-large', size: stat.size, limit: largest };
        return textOfBytes(length === 0 ? buffer.subarray(0, 0) : readFileSync(descriptor));
      } catch (error) {
        return { kind: 'unreadable', reason: reasonOf(error) };
      } finally {
        if (descriptor !== undefined) closeSync(descriptor);
      }
    },

    kindOf(path) {
      try {
        const stat = statSync(at(path), { throwIfNoEntry: false });
        if (!stat) return 'missing';
        return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
      } catch (error) {
        return { unreadable: reasonOf(error) };
      }
    },

    real(path) {
      try {
        return realpathSync(at(path));
      } catch {
        return resolve(cwd, path);
      }
    },

    stat(path) {
      try {
        const { size, mtimeMs } = statSync(at(path));
        return { size, modified: mtimeMs };
      } catch (error) {
        return { unreadable: reasonOf(error) };
      }
    },

    bytes(file, read) {
      let descriptor: number | undefined;
      try {
        descriptor = openSync(at(file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
        for (;;) {
          const length = readSync(descriptor, buffer, 0, buffer.length, null);
          if (length === 0) return undefined;
          read(buffer.subarray(0, length));
        }
      } catch (error) {
        return reasonOf(error);
      } finally {
        if (descriptor !== undefined) closeSync(descriptor);
      }
    },

    apply: (changes) => applyChanges(changes, at),
  };
}

/** Links in a circle and links to nothing are neither files nor folders. */
function targetKind(path: string): FolderEntry['kind'] {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isFile() ? 'file' : stat?.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'other';
  }
}
