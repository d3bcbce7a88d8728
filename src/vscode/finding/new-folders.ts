import type { FileSystem } from '../../core/index';
import { isJobFile } from './job-paths';

/** Levels below a new folder that are looked at; a job's own files are at most two below it. */
const DEEPEST = 8;
/** More folders than this are not listed one by one. */
const MOST_FOLDERS = 500;
/** Folders in which no job is looked for however they come about: an installation makes thousands. */
const NEVER = /\/(?:node_modules|site-packages|__pycache__|\.?venv|\.git)(?:\/|$)/;

/**
 * Whether new files and folders may have brought a job that no event told of: a watcher begins to watch a new folder a moment after it
 * was made, and what was written into it before is never reported. So each new folder is looked into, down to the first file that
 * can make a job. It is also true where there is too much to look at. Paths of files and of what is gone are passed over.
 *
 * @param root the workspace folder, as the file system calls it
 * @param paths what was created below it
 */
export async function mayHoldJobs(fs: FileSystem, root: string, paths: Iterable<string>): Promise<boolean> {
  let left = MOST_FOLDERS;
  for (const path of topmost(root, paths)) {
    let level: readonly string[] = [path];
    for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
      left -= level.length;
      if (left < 0) return true;
      const listings = await Promise.all(level.map(async (folder) => ({ folder, entries: await fs.list(folder) })));
      const below: string[] = [];
      for (const { folder, entries } of listings) {
        if ('unreadable' in entries) continue;
        for (const { name, kind, link } of entries) {
          if (kind === 'file' && isJobFile(name)) return true;
          if (kind === 'folder' && !link && !NEVER.test(`/${name}`)) below.push(`${folder}/${name}`);
        }
      }
      level = below;
    }
  }
  return false;
}

/** What lies in no other of the paths, without what lies in folders where nobody looks. */
function topmost(root: string, paths: Iterable<string>): readonly string[] {
  const top: string[] = [];
  // The workspace itself may lie anywhere.
  const wanted = [...new Set(paths)].filter((path) => !NEVER.test(`/${path.slice(root.length)}`));
  for (const path of wanted.sort(byFolders)) {
    const last = top.at(-1);
    if (last === undefined || !path.startsWith(`${last}/`)) top.push(path);
  }
  return top;
}

/** The order in which a folder stands right before everything below it. */
function byFolders(a: string, b: string): number {
  const [first, second] = [a.replaceAll('/', '\0'), b.replaceAll('/', '\0')];
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
