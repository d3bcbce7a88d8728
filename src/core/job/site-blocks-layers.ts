import type { ConfigNode, Entry, ObjectNode } from '../tree/node';
import { entry } from '../tree/node';
import { isFalsy } from '../tree/query';
import type { Release } from './release';

/** The ways in which a site can start a job process. */
export type LauncherMode = 'process' | 'docker' | 'k8s' | 'slurm';

const NO_MODES: readonly LauncherMode[] = [];
const MODES_OF_2_8: readonly LauncherMode[] = ['process', 'docker', 'k8s'];
const MODES: readonly LauncherMode[] = ['process', 'docker', 'k8s', 'slurm'];

/** The modes that a release knows, none before 2.8 (`_LAUNCHER_MODE_KEYS` in `nvflare/utils/job_launcher_utils.py`). */
export function launcherModes(release: Release): readonly LauncherMode[] {
  if (hasResourceDefault(release)) return MODES;
  return hasLauncherModes(release) ? MODES_OF_2_8 : NO_MODES;
}

/** Whether the release divides blocks by launcher modes (2.8). Asked for every site, so it does not read a version from a text. */
export function hasLauncherModes(release: Release): boolean {
  return release.major > 2 || release.minor >= 8;
}

/** Whether the release has a default block and portable resources in `resource_spec` (2.9). */
export function hasResourceDefault(release: Release): boolean {
  return release.major > 2 || release.minor >= 9;
}

/** The modes that start a job with options of their own; `process` has none. */
export function optionModes(release: Release): readonly LauncherMode[] {
  return launcherModes(release).filter((mode) => mode !== 'process');
}

/**
 * Whether a site's block of `resource_spec` is divided by launcher modes, rather than a flat list of resources: one key
 * that names a mode is enough. `undefined` where the block could not be read to its end.
 */
export function isNested(block: ObjectNode, release: Release): boolean | undefined {
  for (const { key } of block.value.list) if (isMode(key, release)) return true;
  return block.value.incomplete ? undefined : false;
}

/** By length first, because nearly all keys are of none. */
function isMode(key: string, release: Release): boolean {
  switch (key.length) {
    case 3:
      return key === 'k8s' && hasLauncherModes(release);
    case 5:
      return key === 'slurm' && hasResourceDefault(release);
    case 6:
      return key === 'docker' && hasLauncherModes(release);
    case 7:
      return key === 'process' && hasLauncherModes(release);
    default:
      return false;
  }
}

/** The entry of a key that is a text; YAML's `1:` is no site named "1". */
export function textEntry(object: ObjectNode | undefined, key: string): Entry | undefined {
  const found = object && entry(object, key);
  return found?.keyKind === undefined ? found : undefined;
}

/** A site by its name, or by the entry of a map whose key is the name: only the latter tells YAML's `1:` from `"1":`. */
export type SiteKey = string | Entry;

/** The block that a map holds for a site. */
export function blockOf(map: ObjectNode | undefined, site: SiteKey): Entry | undefined {
  if (typeof site === 'string') return textEntry(map, site);
  const found = map && entry(map, site.key);
  return found?.keyKind === site.keyKind ? found : undefined;
}

/** Where an option that applies to a site was written. */
export interface Layer {
  readonly map: 'resource_spec' | 'launcher_spec';
  /** The site's own block, or the default block of the map. */
  readonly from: 'site' | 'default';
  /** The block, as an entry of the map. */
  readonly block: Entry;
  /** The object in the block that holds the option: the block itself, or what it says for one mode. */
  readonly object: ObjectNode;
}

/** Objects laid over one another as NVFLARE does with `{**default, **site}`. */
export interface Layers {
  /** The strongest first. */
  readonly list: readonly Layer[];
  /** A value that NVFLARE goes on with although it is no object; it fails over it then or later. */
  readonly odd: ConfigNode | undefined;
  /** False where a part could not be read, so that other options may apply. */
  readonly certain: boolean;
}

/** Of a site for which nothing is said; of one of which it cannot be known. */
export const NO_LAYERS: Layers = { list: [], odd: undefined, certain: true };
export const UNKNOWN_LAYERS: Layers = { list: [], odd: undefined, certain: false };

/** An option that applies to a site, with the place that it comes from. */
export interface EffectiveEntry {
  readonly key: string;
  readonly entry: Entry;
  readonly layer: Layer;
}

/** The option of this name that applies. */
export function lookUp(layers: Layers, key: string): EffectiveEntry | undefined {
  for (const layer of layers.list) {
    const found = textEntry(layer.object, key);
    if (found) return { key, entry: found, layer };
  }
  return undefined;
}

/** One object as layers; what is no object is odd, unless it is falsy and the caller's `or {}` makes it an empty one. */
export function layersOf(map: Layer['map'], from: Layer['from'], block: Entry, value: ConfigNode, falsyIsEmpty: boolean): Layers {
  if (value.kind === 'object') {
    return { list: [{ map, from, block, object: value }], odd: undefined, certain: !value.value.incomplete };
  }
  if (value.kind === 'unknown') return UNKNOWN_LAYERS;
  return falsyIsEmpty && isFalsy(value) ? NO_LAYERS : { list: [], odd: value, certain: true };
}

/** The stronger layers over the weaker ones. */
export function over(strong: Layers, weak: Layers): Layers {
  if (weak === NO_LAYERS) return strong;
  if (strong === NO_LAYERS) return weak;
  return { list: [...strong.list, ...weak.list], odd: strong.odd ?? weak.odd, certain: strong.certain && weak.certain };
}
