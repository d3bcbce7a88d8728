import { CONFIG_ENDINGS, withoutEnding } from '../formats/index';
import { isSince, type Release } from './release';
import { filesBelow, type JobSources } from './sources';

/** The stems of the two files that say what an app runs. */
export const SERVER_CONFIG = 'config_fed_server';
export const CLIENT_CONFIG = 'config_fed_client';
export const META = 'meta';

/** Files that NVFLARE would take for one and the same configuration, in its order of search. */
export interface Candidates {
  /** The file that NVFLARE reads. */
  readonly winner: string;
  /** Files of the same stem that it therefore never reads. */
  readonly shadowed: readonly string[];
}

/**
 * The configuration files of a stem that lie directly in a folder, as the server's validator looks for them
 * (`JobMetaValidator._validate_meta`, `_config_exists`). Up to 2.3 only JSON counts.
 */
export function candidates(sources: JobSources, folder: string, stem: string, release: Release): Candidates | undefined {
  const prefix = folder === '' ? stem : `${folder}/${stem}`;
  const present = endings(release)
    .map((ending) => prefix + ending)
    .filter((path) => sources.files.has(path));
  const [winner, ...shadowed] = present;
  return winner === undefined ? undefined : { winner, shadowed };
}

/**
 * The file that a running job reads: NVFLARE then searches all of `config/`, and the ending wins over the depth
 * (`ConfigFactory.search_config_format`). Of two files of one ending in different folders the nearer one is given.
 */
export function runtimeConfig(sources: JobSources, configFolder: string, stem: string, release: Release): Candidates | undefined {
  const found = filesBelow(sources, configFolder).filter((path) => withoutEnding(path).endsWith(`/${stem}`));
  if (found.length === 0) return undefined;
  const order = endings(release);
  const rank = (path: string) => order.indexOf(path.slice(withoutEnding(path).length));
  const present = found.filter((path) => rank(path) >= 0);
  present.sort((a, b) => rank(a) - rank(b) || a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
  const [winner, ...shadowed] = present;
  return winner === undefined ? undefined : { winner, shadowed };
}

function endings(release: Release): readonly string[] {
  return isSince(release, '2.4') ? CONFIG_ENDINGS.map(([ending]) => ending) : ['.json'];
}
