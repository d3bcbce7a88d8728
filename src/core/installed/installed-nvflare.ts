import { type FileSystem, joinPath, parseRelease, type Release } from '../index';

/** An NVFLARE that pip installed into a Python environment. */
export interface InstalledNvflare {
  /** As its files say it: `2.9.0`, `2.9.1rc2`. */
  readonly version: string;
  readonly release: Release;
  /** The folder of the package, as the file system names it. */
  readonly folder: string;
}

const DIST_INFO = /^nvflare(?:_nightly)?-(\d[^-]*)\.dist-info$/i;

/**
 * The NVFLARE of a Python environment, by the folder that Python calls `sys.prefix`; `undefined` where there is none. Only names of
 * folders are read.
 */
export async function installedIn(fs: FileSystem, prefix: string): Promise<InstalledNvflare | undefined> {
  for (const packages of await sitePackages(fs, prefix)) {
    const names = await namesOf(fs, packages);
    const version = names.map((name) => DIST_INFO.exec(name)?.[1]).find((found) => found !== undefined);
    const release = version === undefined ? undefined : parseRelease(version);
    if (version !== undefined && release && names.includes('nvflare'))
      return { version, release, folder: joinPath(packages, 'nvflare') };
  }
  return undefined;
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
