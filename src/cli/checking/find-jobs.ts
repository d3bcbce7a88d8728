import { basename, dirname } from 'node:path';
import {
  type ConfigDocument,
  discoverJobs,
  type FoundJob,
  formatOf,
  joinPath,
  type Listing,
  readConfig,
  recogniseJob,
  withoutEnding,
} from '../../core/index';
import type { Host } from '../host';
import type { CheckOptions } from './check-options';
import { ignoringFileSystem } from './ignore-files';
import type { JobChecker, JobPlace } from './job-checker';
import type { LoadedParts } from './loaded-parts';

/** The jobs that a path of the user's stands for. */
export async function* jobsAt({ host, options }: Pick<JobChecker, 'host' | 'options'>, path: string): AsyncGenerator<JobPlace> {
  const kind = host.fs.kindOf(path);
  if (kind === 'folder') yield* jobsBelow(host, path, options);
  else if (kind === 'file') yield* jobOfFile(host, path, options);
  else if (kind === 'missing') options.onTrouble(`${path} does not exist`);
  else if (kind === 'other') options.onTrouble(`${path} is neither a file nor a folder`);
  else options.onTrouble(`${path} was not read: ${kind.unreadable}`);
}

async function* jobsBelow(host: Host, root: string, options: CheckOptions): AsyncGenerator<JobPlace> {
  const fs = ignoringFileSystem(host.fs, host.cwd, root);
  const appsOfRoot: FoundJob[] = [];
  let holdsJobs = false;
  let isReadable = true;
  const search = {
    read: readerOf(options.parts),
    isIgnored: fs.isIgnored,
    onUnreadable(folder: string, reason: string) {
      if (folder === root) isReadable = false;
      options.onTrouble(`${folder || '.'} was not read: ${reason}`);
    },
  };
  for await (const found of discoverJobs(fs, root, search)) {
    if (!found.hasMeta && found.folder !== root && joinPath(root, basename(found.folder)) === found.folder)
      appsOfRoot.push(found);
    else {
      holdsJobs = true;
      yield found;
    }
  }
  if (!isReadable) return;
  if (appsOfRoot.length > 0 && (holdsJobs || isProject(host.fs.list(root), appsOfRoot))) yield* appsOfRoot;
  else yield* holdsJobs ? [] : [{ folder: root }];
}

/**
 * Whether a folder with apps directly in it is a project around them, so that each is an app of before 2.1. Where nothing but apps
 * and papers lie in it, they are the apps of a job whose meta file is missing.
 */
function isProject(listing: Listing, apps: readonly FoundJob[]): boolean {
  const names = new Set(apps.map(({ folder }) => basename(folder)));
  return (
    !('unreadable' in listing) &&
    listing.some(({ name, kind }) => (kind === 'folder' ? !names.has(name) : /^Dockerfile|\.(py|ipynb|sh|toml)$/.test(name)))
  );
}

/** The job that a file belongs to: the nearest folder above it with a meta file, or else the app of before 2.1 around it. */
async function* jobOfFile(host: Host, file: string, options: CheckOptions): AsyncGenerator<JobPlace> {
  const isMetaFile = withoutEnding(basename(file)) === 'meta' && formatOf(file) !== undefined;
  let app: FoundJob | undefined;
  let folder = folderAbove(file);
  for (let level = 0; level < MOST_LEVELS; level++) {
    const found = await recogniseJob(host.fs, folder, { read: readerOf(options.parts) });
    if (found?.hasMeta) return yield found;
    if (level === 0 && isMetaFile) return yield { folder };
    app ??= found;
    folder = folderAbove(folder);
  }
  if (app) return yield app;
  options.onTrouble(`${file} does not belong to a job`);
}

/** How far above a file of it a job is looked for. */
const MOST_LEVELS = 12;

/** The folder that holds a path, in the same style: relative where the path is. */
function folderAbove(path: string): string {
  if (path === '' || path === '.' || basename(path) === '..') return joinPath(path === '.' ? '' : path, '..');
  const folder = dirname(path);
  return folder === '.' && !path.startsWith('.') ? '' : folder;
}

function readerOf(parts: LoadedParts): (file: string, text: string) => Promise<ConfigDocument> {
  return async (file, text) => readConfig(await parts.formatsFor([file]), formatOf(file) ?? 'json', text);
}
