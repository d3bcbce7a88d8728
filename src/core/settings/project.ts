import { baseName, type FileSystem, type JobSources, joinPath, namesIn, type Release } from '../index';
import { checkoutAt } from './checkout';
import { SETTINGS_FILE } from './file-name';
import type { InstalledRelease } from './installed-release';
import { PIN_FILES, type PinnedRelease, pinnedRelease } from './pinned-release';
import { readSettingsFile, type SettingsFile } from './settings-file';

/** What the files at and above a job folder say of how the job is to be checked. */
export interface Project {
  /** The nearest settings file; those above it do not count. */
  readonly settings: FoundSettings | undefined;
  /** The nearest file that pins the release of NVFLARE. */
  readonly pin: FoundPin | undefined;
  /** The NVFLARE whose own source the job lies in. */
  readonly checkout?: InstalledRelease | undefined;
  /** The NVFLARE of the Python environment that the host works with, where it knows one. */
  readonly installed?: InstalledRelease | undefined;
}

/** A settings file that was found. */
export interface FoundSettings extends SettingsFile {
  /** Its path as the file system names it. */
  readonly path: string;
  /** The folder it lies in, which its patterns are relative to. */
  readonly folder: string;
  readonly text: string;
}

/** A pin that was found. */
export interface FoundPin extends PinnedRelease {
  readonly path: string;
  readonly release: Release;
}

/** Finds what applies to job folders. It remembers folders that it looked at; a host throws it away when files change. */
export interface ProjectFinder {
  /**
   * The project of a job in an absolute folder, with `/` between the names. Without sources, that of a folder that holds no job
   * yet.
   */
  projectOf(folder: string, sources?: JobSources): Promise<Project>;
}

/** A file whose change may change how jobs are checked. */
export function isProjectFile(path: string): boolean {
  return LOOKED_FOR.includes(baseName(path));
}

const LOOKED_FOR: readonly string[] = [SETTINGS_FILE, ...PIN_FILES];
/** The top of a repository, which is as far as anybody looks; there `.git` is a folder, or a file in a work tree. */
const TOP = '.git';

/**
 * Looks from a job folder upwards for a settings file, for a pinned release and for NVFLARE's own source, each by itself and the
 * nearest of it, up to the folder that holds `.git`, or to the top of the disk where none does.
 */
export function projectFinder(fs: FileSystem): ProjectFinder {
  const levels = new Map<string, Promise<Level>>();

  const levelOf = (folder: string): Promise<Level> => {
    const known = levels.get(folder);
    if (known) return known;
    const level = listed(fs, folder).then((names) => readLevel(fs, folder, names));
    levels.set(folder, level);
    return level;
  };

  return {
    async projectOf(start, sources) {
      let level = sources ? await readLevel(fs, start, topNames(sources)) : await levelOf(start);
      let { settings, pin, checkout } = level;
      for (let folder = start; !level.isTop && !(settings && pin && checkout); ) {
        const above = folderAbove(folder);
        if (above === undefined) break;
        folder = above;
        level = await levelOf(folder);
        settings ??= level.settings;
        pin ??= level.pin;
        checkout ??= level.checkout;
      }
      return { settings, pin, checkout };
    },
  };
}

function topNames(sources: JobSources): readonly string[] {
  const { files, folders } = namesIn(sources, '');
  return [...files, ...folders];
}

/** What one folder says. */
interface Level extends Project {
  readonly isTop: boolean;
}

async function listed(fs: FileSystem, folder: string): Promise<readonly string[]> {
  const listing = await fs.list(folder);
  return 'unreadable' in listing ? [] : listing.map(({ name }) => name);
}

async function readLevel(fs: FileSystem, folder: string, names: readonly string[]): Promise<Level> {
  const isTop = names.includes(TOP);
  const checkout = await checkoutAt(fs, folder, names);
  if (!names.some((name) => LOOKED_FOR.includes(name))) return { settings: undefined, pin: undefined, checkout, isTop };
  const settings = names.includes(SETTINGS_FILE) ? await readSettings(fs, folder) : undefined;
  let pin: FoundPin | undefined;
  for (const name of PIN_FILES) {
    if (pin || !names.includes(name)) continue;
    const path = joinPath(folder, name);
    const source = await fs.read(path);
    const found = source.kind === 'text' ? pinnedRelease(name, source.text) : undefined;
    if (found) pin = { ...found, path };
  }
  return { settings, pin, checkout, isTop };
}

async function readSettings(fs: FileSystem, folder: string): Promise<FoundSettings> {
  const path = joinPath(folder, SETTINGS_FILE);
  const source = await fs.read(path);
  if (source.kind === 'text') return { ...readSettingsFile(source.text), path, folder, text: source.text };
  const message = source.kind === 'unreadable' ? `it was not read: ${source.reason}` : REASONS[source.kind];
  const problems = [{ message, range: { start: 0, end: 0 } }];
  return { target: undefined, rules: {}, silences: [], codeFolders: [], problems, path, folder, text: '' };
}

const REASONS = { 'not-utf8': 'it is not UTF-8 text', 'too-large': 'it is too large to be read' };

/** `/a` for `/a/b`, `/` for `/a`, nothing for the top. A drive such as `C:` is a top, too. */
function folderAbove(folder: string): string | undefined {
  const slash = folder.lastIndexOf('/');
  if (slash < 0 || folder === '/') return undefined;
  return slash === 0 ? '/' : folder.slice(0, slash);
}
