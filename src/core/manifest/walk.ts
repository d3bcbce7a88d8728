import { joinPath } from '../job/file-system';
import type { PackTrouble } from './pack';
import type { PackFileSystem } from './pack-file-system';

/** Something in the folder, before it is looked into. */
export interface Walked {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly link: boolean;
  readonly trouble: PackTrouble | undefined;
}

/** A folder with more entries than this is no job. */
const MOST_ENTRIES = 50_000;

/** Everything below a folder as NVFLARE's archive has it, in no order: Python's `os.walk`, which does not go into links to folders. */
export async function walk(
  fs: PackFileSystem,
  folder: string,
): Promise<{ readonly found: readonly Walked[]; readonly truncated: boolean }> {
  const found: Walked[] = [];
  const waiting = [''];
  for (let i = 0; i < waiting.length; i++) {
    const path = waiting[i] as string;
    const listing = await fs.list(path === '' ? folder : joinPath(folder, path));
    if ('unreadable' in listing) {
      const index = found.findIndex((each) => each.path === path);
      const why = `the folder cannot be read (${listing.unreadable}), so that nothing in it is sent`;
      const walked = found[index];
      if (walked) found[index] = { ...walked, trouble: { stops: false, why } };
      continue;
    }
    for (const { name, kind, link } of listing) {
      if (found.length >= MOST_ENTRIES) return { found, truncated: true };
      const below = path === '' ? name : `${path}/${name}`;
      found.push({ path: below, kind: kind === 'folder' ? 'folder' : 'file', link, trouble: troubleOf(name, kind, link) });
      if (kind === 'folder' && !link) waiting.push(below);
    }
  }
  return { found, truncated: false };
}

/** What keeps NVFLARE from packing something by what it is. */
function troubleOf(name: string, kind: 'file' | 'folder' | 'other', link: boolean): PackTrouble | undefined {
  // NVFLARE turns backslashes into slashes before it opens the file.
  if (name.includes('\\')) return { stops: true, why: 'its name has a backslash, which NVFLARE takes for the end of a folder' };
  if (kind !== 'other') return undefined;
  return { stops: true, why: link ? 'it is a link to nothing' : 'it is neither a file nor a folder' };
}
