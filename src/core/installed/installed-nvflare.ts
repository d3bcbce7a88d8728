import { type FileSystem, joinPath, NEWEST, parseRelease } from '../index';
import type { InstalledRelease } from '../settings/index';
import { editableFolder } from './editable';

/** What is allowed of a search. */
export interface InstalledOptions {
  /** Whether what a folder of the environment points to may be looked at. */
  mayFollow(folder: string): boolean;
}

const DIST_INFO = /^nvflare(?:_nightly)?-(\d[^-]*)\.dist-info$/i;
/** Where pip notes that a package came from elsewhere than an index. */
const DIRECT_URL = 'direct_url.json';

/**
 * The NVFLARE of a Python environment, by the folder that Python calls `sys.prefix`; `undefined` where there is none. Only names of
 * folders are read, and of a package from elsewhere than an index where it came from.
 */
export async function installedIn(
  fs: FileSystem,
  prefix: string,
  options: InstalledOptions = { mayFollow: () => true },
): Promise<InstalledRelease | undefined> {
  for (const packages of await sitePackages(fs, prefix)) {
    const found = await installedAmong(fs, packages, options);
    if (found) return found;
  }
  return undefined;
}

async function installedAmong(
  fs: FileSystem,
  packages: string,
  { mayFollow }: InstalledOptions,
): Promise<InstalledRelease | undefined> {
  const names = await namesOf(fs, packages);
  const infos = names.filter((name) => DIST_INFO.test(name)).sort();
  // A nightly build lies over what was there before.
  const info = infos.find((name) => /^nvflare_nightly-/i.test(name)) ?? infos[0];
  const version = info === undefined ? undefined : DIST_INFO.exec(info)?.[1];
  if (info === undefined || version === undefined) return undefined;
  const direct = (await namesOf(fs, joinPath(packages, info))).includes(DIRECT_URL);
  const source = direct ? await fs.read(joinPath(packages, `${info}/${DIRECT_URL}`)) : undefined;
  const elsewhere = source?.kind === 'text' ? editableFolder(source.text) : undefined;
  // Builds without a tag call themselves `0+unknown`.
  const found = { version, release: parseRelease(version.startsWith('0') ? '' : version) ?? NEWEST };
  if (names.includes('nvflare'))
    return { ...found, folder: joinPath(packages, 'nvflare'), isOwnBuild: direct || infos.length > 1 };
  if (elsewhere === undefined || !mayFollow(elsewhere)) return undefined;
  const folder = joinPath(elsewhere, 'nvflare');
  return (await namesOf(fs, folder)).includes('__init__.py') ? { ...found, folder, isOwnBuild: true } : undefined;
}

/** `lib/python3.11/site-packages`, or `Lib/site-packages` on Windows; the newest Python first where there are several. */
async function sitePackages(fs: FileSystem, prefix: string): Promise<readonly string[]> {
  const lib = joinPath(prefix, 'lib');
  const pythons = (await namesOf(fs, lib)).filter((name) => /^python3\.\d+t?$/.test(name));
  const newestFirst = pythons.sort((a, b) => minorOf(b) - minorOf(a));
  return [...newestFirst.map((name) => joinPath(joinPath(lib, name), 'site-packages')), joinPath(prefix, 'Lib/site-packages')];
}

function minorOf(python: string): number {
  return Number(/\.(\d+)/.exec(python)?.[1]);
}

async function namesOf(fs: FileSystem, folder: string): Promise<readonly string[]> {
  const listing = await fs.list(folder);
  return 'unreadable' in listing ? [] : listing.map(({ name }) => name);
}
