import { basename, dirname, resolve } from 'node:path';
import {
  type Analysis,
  type ConfigDocument,
  discoverJobs,
  type Formats,
  type FoundJob,
  formatOf,
  joinPath,
  type Listing,
  lineOf,
  loadJob,
  type Release,
  type RuleSettings,
  readConfig,
  recogniseJob,
  releaseName,
  type WiringPart,
  withoutEnding,
} from '../core/index';
import type { JobSettings } from '../core/settings/index';
import type { Catalog } from '../core/wiring/index';
import type { FormatLoader } from './format-loader';
import type { Host } from './host';
import { ignoringFileSystem } from './ignore-files';
import { installedClasses } from './installed-classes';
import { heard, settingsOf } from './project-settings';

/** A job that was found and checked. */
export interface CheckedJob {
  /** As given on the command line and joined with `/`; empty for the folder that relative paths start from. */
  readonly folder: string;
  readonly analysis: Analysis;
  /** The formats that its files were read with. */
  readonly formats: Formats;
  /** What it was checked for and why. */
  readonly settings: JobSettings;
  /** The release as people are told of it: an installed one that no catalogue knows by its own version. */
  readonly release: string;
}

/** What a run decides about the search. */
export interface CheckOptions {
  /** The release that was asked for; without one, each job is checked for the one that its project names. */
  readonly target: Release | undefined;
  /** What was asked for of rules. */
  readonly rules?: RuleSettings;
  readonly formats: FormatLoader;
  /** Called for all that could not be read or done; `isFatal` where a whole path of the user's was not checked. */
  onTrouble(message: string, isFatal: boolean): void;
}

/**
 * Checks every job in and below the paths, each once, as it is found. A path that holds no job is checked as one; a path of a
 * file stands for the job that it belongs to.
 */
export async function* checkJobs(host: Host, paths: readonly string[], options: CheckOptions): AsyncGenerator<CheckedJob> {
  const done = new Set<string>();
  for (const given of paths) {
    const path = given.length > 1 ? given.replace(/\/+$/, '') || '/' : given;
    for await (const found of jobsAt(host, path, options)) {
      const place = resolve(host.cwd, found.folder);
      if (done.has(place)) continue;
      done.add(place);
      yield await checkJob(host, found, options);
    }
  }
}

/** A job folder, with what was read of it where it was searched for. */
type Place = Pick<FoundJob, 'folder'> & Partial<FoundJob>;

/** Loads and checks one job folder. */
export async function checkJob(host: Host, { folder, seen }: Place, options: CheckOptions): Promise<CheckedJob> {
  const sources = await loadJob(host.fs, folder, { ...(seen && { seen }), name: nameOf(host, folder) });
  for (const [path, { unreadable }] of sources.folders) {
    if (unreadable !== undefined) options.onTrouble(`${joinPath(folder, path)} was not read: ${unreadable}`, false);
  }
  const formats = await options.formats.formatsFor(sources.texts.keys());
  const { analyzeWithCode } = await import('../core/wiring/index');
  const settings = await settingsOf(host, sources, options);
  const { target, rules, codeFolders } = settings;
  const learning = await installedClasses(host, settings, (line) => catalogOf(host, line));
  const parts = { line: lineOf(target), installed: learning?.catalog };
  const wiring = await wiringFor(host, parts);
  let judged = await analyzeWithCode(host.fs, sources, { target, formats, wiring, settings: rules, codeFolders, learning });
  if (judged.wiring && wiring.needsHistory(judged.wiring)) {
    const withHistory = await wiringFor(host, { ...parts, withHistory: true });
    const again = { target, formats, wiring: withHistory, settings: rules, codeFolders, learning };
    judged = await analyzeWithCode(host.fs, judged.job.sources, again);
  }
  const analysis = await heard(host, judged, settings);
  for (const { code, error } of analysis.failures) {
    options.onTrouble(`internal error in rule ${code} at ${folder || '.'}, please report it: ${String(error)}`, true);
  }
  const release = learning ? `${learning.catalog.data.release} (installed)` : releaseName(target);
  return { folder, analysis, formats, settings, release };
}

const HISTORY = 'history';
const parts = new WeakMap<Host, Map<string, WiringPart>>();
const catalogs = new WeakMap<Host, Map<string, Catalog | undefined>>();

/** What the rules about what apps run look classes up in. */
interface Parts {
  readonly line: string;
  /** The catalogue of an installed NVFLARE, where it is to be used instead of that of the line. */
  readonly installed: Catalog | undefined;
  readonly withHistory?: boolean;
}

/**
 * The rules about what apps run, with the catalogue of the release, and where a class was not found with the history of classes; all
 * are loaded once for a host.
 */
async function wiringFor(host: Host, { line, installed, withHistory = false }: Parts): Promise<WiringPart> {
  const key = [line, installed?.data.release, withHistory].join(' ');
  const known = parts.get(host) ?? new Map<string, WiringPart>();
  parts.set(host, known);
  const part = known.get(key);
  if (part) return part;
  const { readHistory, wiringPart } = await import('../core/wiring/index');
  const catalog = installed ?? (await catalogOf(host, line));
  const past = withHistory ? host.catalog(HISTORY) : undefined;
  const all = new Map(catalog && [[line, catalog]]);
  const made = wiringPart(all, past === undefined ? undefined : readHistory(JSON.parse(past)));
  known.set(key, made);
  return made;
}

/** The catalogue of a release line, loaded once for a host. */
async function catalogOf(host: Host, line: string): Promise<Catalog | undefined> {
  const known = catalogs.get(host) ?? new Map<string, Catalog | undefined>();
  catalogs.set(host, known);
  if (known.has(line)) return known.get(line);
  const { readCatalog } = await import('../core/wiring/index');
  const text = host.catalog(line);
  const catalog = text === undefined ? undefined : readCatalog(JSON.parse(text));
  known.set(line, catalog);
  return catalog;
}

/** The jobs that a path of the user's stands for. */
async function* jobsAt(host: Host, path: string, options: CheckOptions): AsyncGenerator<Place> {
  const kind = host.fs.kindOf(path);
  if (kind === 'folder') yield* jobsBelow(host, path, options);
  else if (kind === 'file') yield* jobOfFile(host, path, options);
  else if (kind === 'missing') options.onTrouble(`${path} does not exist`, true);
  else if (kind === 'other') options.onTrouble(`${path} is neither a file nor a folder`, true);
  else options.onTrouble(`${path} was not read: ${kind.unreadable}`, true);
}

async function* jobsBelow(host: Host, root: string, options: CheckOptions): AsyncGenerator<Place> {
  const fs = ignoringFileSystem(host.fs, host.cwd, root);
  const appsOfRoot: FoundJob[] = [];
  let holdsJobs = false;
  let isReadable = true;
  const search = {
    read: readerOf(options.formats),
    isIgnored: fs.isIgnored,
    onUnreadable(folder: string, reason: string) {
      if (folder === root) isReadable = false;
      options.onTrouble(`${folder || '.'} was not read: ${reason}`, folder === root);
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
async function* jobOfFile(host: Host, file: string, options: CheckOptions): AsyncGenerator<Place> {
  const isMetaFile = withoutEnding(basename(file)) === 'meta' && formatOf(file) !== undefined;
  let app: FoundJob | undefined;
  let folder = folderAbove(file);
  for (let level = 0; level < MOST_LEVELS; level++) {
    const found = await recogniseJob(host.fs, folder, { read: readerOf(options.formats) });
    if (found?.hasMeta) return yield found;
    if (level === 0 && isMetaFile) return yield { folder };
    app ??= found;
    folder = folderAbove(folder);
  }
  if (app) return yield app;
  options.onTrouble(`${file} does not belong to a job`, true);
}

/** How far above a file of it a job is looked for. */
const MOST_LEVELS = 12;

/** The folder that holds a path, in the same style: relative where the path is. */
function folderAbove(path: string): string {
  if (path === '' || path === '.' || basename(path) === '..') return joinPath(path === '.' ? '' : path, '..');
  const folder = dirname(path);
  return folder === '.' && !path.startsWith('.') ? '' : folder;
}

/** The folder's own name; a path such as `..` does not tell it. */
function nameOf(host: Host, folder: string): string {
  return basename(resolve(host.cwd, folder));
}

function readerOf(formats: FormatLoader): (file: string, text: string) => Promise<ConfigDocument> {
  return async (file, text) => readConfig(await formats.formatsFor([file]), formatOf(file) ?? 'json', text);
}
