import { type FileSystem, joinPath, NEWEST, parseRelease } from '../index';
import type { InstalledRelease } from './installed-release';

/** A file of NVFLARE's package that came with a release line and has stayed since; the newest line first. */
const FIRST_FILES: readonly (readonly [line: string, folder: string, file: string])[] = [
  ['2.9', 'app_common/executors', 'client_api_executor.py'],
  ['2.8', 'apis/utils', 'job_submit_token.py'],
  ['2.7', 'apis/utils', 'event.py'],
  ['2.6', 'apis', 'job_launcher_spec.py'],
  ['2.5', 'apis', 'wf_comm_spec.py'],
  ['2.4', 'apis', 'app_deployer_spec.py'],
  ['2.3', 'apis', 'engine_spec.py'],
  ['2.2', 'apis', 'dxo_filter.py'],
  ['2.1', 'apis', 'job_def.py'],
];
/** What lies beside a package in its source, and never beside an installed one. */
const SOURCE_FILES: readonly string[] = ['setup.py', 'setup.cfg', 'pyproject.toml'];

/**
 * The NVFLARE whose source a folder is the top of: its jobs are examples and tests of that very code. `undefined` for other folders.
 * NVFLARE makes its version of git's tags, so the line is told by which files the package has.
 *
 * @param names what lies in the folder
 */
export async function checkoutAt(
  fs: FileSystem,
  folder: string,
  names: readonly string[],
): Promise<InstalledRelease | undefined> {
  if (!names.includes('nvflare') || !SOURCE_FILES.some((name) => names.includes(name))) return undefined;
  const nvflare = joinPath(folder, 'nvflare');
  const listings = new Map<string, readonly string[]>();
  for (const [line, below, file] of FIRST_FILES) {
    const files = listings.get(below) ?? (await filesIn(fs, joinPath(nvflare, below)));
    listings.set(below, files);
    if (!files.includes(file)) continue;
    return { version: line, release: parseRelease(line) ?? NEWEST, folder: nvflare, isOwnBuild: true, isCheckout: true };
  }
  return undefined;
}

async function filesIn(fs: FileSystem, folder: string): Promise<readonly string[]> {
  const listing = await fs.list(folder);
  return 'unreadable' in listing ? [] : listing.map(({ name }) => name);
}
