import { type Formats, formatOf, readConfig } from '../formats/index';
import { type FileSystem, joinPath } from '../job/file-system';
import { kitFilesBelow } from '../job/kit-files';
import { parentOf } from '../job/sources';
import { isPolicyFile, type PolicyFile } from './forecast';

/** The rights of the startup kits in and below a folder. */
export async function findPolicies(fs: FileSystem, root: string, formats: Formats): Promise<readonly PolicyFile[]> {
  return readPolicies(fs, await kitFilesBelow(fs, root, isPolicyFile), formats);
}

/** Reads files of rights that a host found. The kit of a server has `fed_server.json` in its folder `startup`. */
export async function readPolicies(fs: FileSystem, files: readonly string[], formats: Formats): Promise<readonly PolicyFile[]> {
  const read: PolicyFile[] = [];
  for (const file of files) {
    const source = await fs.read(file);
    if (source.kind !== 'text') continue;
    const startup = await fs.list(joinPath(parentOf(parentOf(file)), 'startup'));
    const isServer = !('unreadable' in startup) && startup.some(({ name }) => name === 'fed_server.json');
    read.push({ file, root: readConfig(formats, formatOf(file) ?? 'json', source.text).root, isServer });
  }
  return read;
}
