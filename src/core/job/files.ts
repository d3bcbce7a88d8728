import { CONFIG_ENDINGS } from '../formats/index';
import { isSince, type Release } from './release';
import { baseName, filesBelow, type JobSources, namesIn } from './sources';

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
  const order = endings(release);
  const present = namesIn(sources, folder).files.filter((name) => rank(name, stem, order) >= 0);
  if (present.length === 0) return undefined;
  if (present.length > 1) present.sort((a, b) => rank(a, stem, order) - rank(b, stem, order));
  const prefix = folder === '' ? '' : `${folder}/`;
  const [winner = '', ...shadowed] = present.map((name) => prefix + name);
  return { winner, shadowed };
}

/**
 * The file that a running job reads: NVFLARE then searches all of `config/`, and the ending wins over the depth
 * (`ConfigFactory.search_config_format`). Of two files of one ending in different folders the nearer one is given.
 */
export function runtimeConfig(sources: JobSources, configFolder: string, stem: string, release: Release): Candidates | undefined {
  if (namesIn(sources, configFolder).folders.length === 0) return candidates(sources, configFolder, stem, release);
  const order = endings(release);
  const present = filesBelow(sources, configFolder)
    .map((path) => ({ path, rank: rank(baseName(path), stem, order), depth: path.split('/').length }))
    .filter((file) => file.rank >= 0);
  present.sort((a, b) => a.rank - b.rank || a.depth - b.depth || (a.path < b.path ? -1 : 1));
  const [winner, ...shadowed] = present.map(({ path }) => path);
  return winner === undefined ? undefined : { winner, shadowed };
}

/** The place of a file in the order of search, or -1 where it is no configuration of this stem. */
function rank(name: string, stem: string, order: readonly string[]): number {
  return name.startsWith(stem) ? order.indexOf(name.slice(stem.length)) : -1;
}

const ALL_ENDINGS: readonly string[] = CONFIG_ENDINGS.map(([ending]) => ending);
const JUST_JSON: readonly string[] = ['.json'];

function endings(release: Release): readonly string[] {
  return isSince(release, '2.4') ? ALL_ENDINGS : JUST_JSON;
}
