/**
 * Which resources and launcher options apply to a site: the helpers of NVFLARE's `nvflare/utils/job_launcher_utils.py` and of
 * the scheduler, over positioned data and release by release.
 */
import type { ConfigNode, Entry, ObjectNode } from '../tree/node';
import { isFalsy } from '../tree/query';
import { LAUNCHER_DEFAULT, RESOURCE_DEFAULT } from './job-def';
import type { Job, SiteBlock } from './model';
import type { Release } from './release';
import {
  blockOf,
  type EffectiveEntry,
  hasLauncherModes,
  hasResourceDefault,
  isNested,
  type LauncherMode,
  type Layer,
  type Layers,
  launcherModes,
  layersOf,
  lookUp,
  NO_LAYERS,
  over,
  type SiteKey,
  textEntry,
  UNKNOWN_LAYERS,
} from './site-blocks-layers';

/** What applies to one site. */
export interface EffectiveSpec {
  /** In the order of Python's dict: those of the default block first. Each says where it was written. */
  readonly entries: readonly EffectiveEntry[];
  /** A value that should be an object and is none; NVFLARE fails over it. There are no entries then. */
  readonly odd: ConfigNode | undefined;
  /** False where a part could not be read, so that more or other entries may apply. */
  readonly certain: boolean;
}

/** The resources that launchers of every mode understand since 2.9 (`PORTABLE_RESOURCE_KEYS`). */
export const PORTABLE_RESOURCES = ['num_of_gpus', 'num_of_cpus', 'memory'] as const;

/**
 * The part of a site's block in `resource_spec` that is meant for a launcher mode (`get_site_launcher_spec`): what stands
 * under the mode; of a block without any mode all of it, for `process` alone.
 */
export function siteLauncherSpec(block: Entry, mode: LauncherMode, release: Release): EffectiveSpec {
  return specOf(siteLauncherLayers(block, mode, release));
}

/** The default block overlaid by the site's own resources (`resolve_site_resource_spec`, 2.9). */
export function resolveSiteResourceSpec(job: Job, site: SiteKey): EffectiveSpec {
  return specOf(resolvedLayers(job, site));
}

/**
 * What the scheduler asks a client's resource manager for (`get_resource_manager_spec`; before 2.9
 * `_try_job` in `nvflare/app_common/job_schedulers/job_scheduler.py`): up to 2.7 the site's block as it is, in 2.8 its flat or
 * `process` part, since 2.9 together with `@default`, without what only launchers read, and without GPUs where none are wanted.
 */
export function resourceManagerSpec(job: Job, site: SiteKey): EffectiveSpec {
  const layers = resourceManagerLayers(job, site);
  const spec = specOf(layers);
  if (!hasResourceDefault(job.target)) return spec;
  const keepsAll = isLegacyNested(job, site) !== false;
  const noGpus = isZero(lookUp(layers, 'num_of_gpus')?.entry.value);
  const entries = spec.entries.filter(({ key }) => {
    if (!keepsAll && (key === 'num_of_cpus' || key === 'memory')) return false;
    return !(noGpus && (key === 'num_of_gpus' || key === 'mem_per_gpu_in_GiB'));
  });
  return { ...spec, entries };
}

/**
 * The resources of a site that its launcher sets for the job process (`get_portable_resource_spec`, 2.9). In 2.8 the launchers
 * for Docker and Kubernetes read `num_of_gpus` of a flat block themselves; before, nothing does.
 */
export function portableResourceSpec(job: Job, site: SiteKey): EffectiveSpec {
  const layers = portableLayers(job, site);
  const keys: readonly string[] = hasResourceDefault(job.target) ? PORTABLE_RESOURCES : ['num_of_gpus'];
  const entries = keys.flatMap((key) => lookUp(layers, key) ?? []);
  return { entries, odd: layers.odd, certain: layers.certain };
}

/**
 * The options that a launcher of this mode starts the job with at a site (`get_job_launcher_spec`, 2.8): `default` of
 * `launcher_spec` overlaid by the site's block there; where both have nothing for the mode, the old place in `resource_spec`.
 */
export function jobLauncherSpec(job: Job, site: SiteKey, mode: LauncherMode): EffectiveSpec {
  return specOf(launcherLayers(job, site, mode));
}

/** The blocks of `resource_spec` as they are written, the default block among them (`Job.get_resource_requirements`). */
export function resourceRequirements(job: Job): readonly SiteBlock[] {
  const list = job.resources.object?.value.list ?? [];
  return list.map((entry) => ({ site: entry.key, entry, value: entry.value }));
}

/** `siteLauncherSpec` before it is listed. */
function siteLauncherLayers(block: Entry, mode: LauncherMode, release: Release): Layers {
  const whole = layersOf('resource_spec', 'site', block, block.value, true);
  const [layer] = whole.list;
  if (!layer) return whole;
  const nested = isNested(layer.object, release);
  if (nested === undefined) return UNKNOWN_LAYERS;
  if (!nested) return mode === 'process' ? whole : NO_LAYERS;
  const inner = textEntry(layer.object, mode);
  if (!inner) return whole.certain ? NO_LAYERS : UNKNOWN_LAYERS;
  return layersOf('resource_spec', 'site', block, inner.value, false);
}

/** `resourceManagerSpec` before the keys that no manager reads are taken away. */
export function resourceManagerLayers(job: Job, site: SiteKey): Layers {
  const map = mapOf(job, 'resource_spec');
  if (!hasResourceDefault(job.target)) return olderManagerLayers(job, site, map);
  if (!map.object) return map.layers;
  const nested = isLegacyNested(job, site);
  if (nested === undefined) return UNKNOWN_LAYERS;
  if (!nested) return resolvedLayers(job, site);
  const block = blockOf(map.object, site);
  return block ? siteLauncherLayers(block, 'process', job.target) : NO_LAYERS;
}

function olderManagerLayers(job: Job, site: SiteKey, map: BlockMap): Layers {
  if (!map.object) {
    const value = job.resources.entry?.value;
    // The scheduler asks whether the site is in the value, which works on texts and lists.
    const works = value === undefined || value.kind === 'string' || value.kind === 'array' || value.kind === 'unknown';
    return works ? map.layers : { list: [], odd: value, certain: true };
  }
  const block = blockOf(map.object, site);
  if (!block) return map.certain ? NO_LAYERS : UNKNOWN_LAYERS;
  if (!hasLauncherModes(job.target)) return layersOf('resource_spec', 'site', block, block.value, false);
  return siteLauncherLayers(block, 'process', job.target);
}

/** `portableResourceSpec` with all keys. */
export function portableLayers(job: Job, site: SiteKey): Layers {
  const map = mapOf(job, 'resource_spec');
  if (!map.object || !hasLauncherModes(job.target)) return map.layers;
  return isLegacyNested(job, site) ? NO_LAYERS : resolvedLayers(job, site);
}

/** `jobLauncherSpec` before it is listed. */
export function launcherLayers(job: Job, site: SiteKey, mode: LauncherMode): Layers {
  if (!launcherModes(job.target).includes(mode)) return NO_LAYERS;
  const launchers = mapOf(job, 'launcher_spec');
  if (launchers.layers.odd) return launchers.layers;
  const fromDefault = launcherBlock(job, LAUNCHER_DEFAULT, 'default', mode);
  const fromSite = launcherBlock(job, site, 'site', mode);
  if (!fromDefault.layers.certain || !fromSite.layers.certain || !launchers.certain) {
    return { ...over(fromSite.layers, fromDefault.layers), certain: false };
  }
  const hasDefault =
    fromDefault.layers.odd !== undefined || fromDefault.layers.list.some(({ object }) => isFalsy(object) !== true);
  if (hasDefault || fromSite.present) return over(fromSite.layers, hasDefault ? fromDefault.layers : NO_LAYERS);
  const map = mapOf(job, 'resource_spec');
  if (!map.object) return map.layers;
  const block = blockOf(map.object, site);
  if (block) return siteLauncherLayers(block, mode, job.target);
  return map.certain ? NO_LAYERS : UNKNOWN_LAYERS;
}

/** What `launcher_spec` says under one name for a mode. A null counts as absent, another falsy value as an empty object. */
function launcherBlock(
  job: Job,
  name: SiteKey,
  from: 'site' | 'default',
  mode: LauncherMode,
): { layers: Layers; present: boolean } {
  const block = blockOf(job.launchers.object, name);
  if (!block) return ABSENT;
  const whole = layersOf('launcher_spec', from, block, block.value, true);
  const [layer] = whole.list;
  if (!layer) return { layers: whole, present: whole.odd !== undefined };
  const options = textEntry(layer.object, mode);
  if (!options) return whole.certain ? ABSENT : { layers: UNKNOWN_LAYERS, present: false };
  return { layers: layersOf('launcher_spec', from, block, options.value, true), present: options.value.kind !== 'null' };
}

const ABSENT = { layers: NO_LAYERS, present: false };

/** Whether a site's block is divided by modes while no `@default` asks for the newer reading. */
export function isLegacyNested(job: Job, site: SiteKey): boolean | undefined {
  const { object } = job.resources;
  if (hasResourceDefault(job.target) && textEntry(object, RESOURCE_DEFAULT)) return false;
  const block = blockOf(object, site);
  if (block?.value.kind === 'unknown') return undefined;
  const nested = block?.value.kind === 'object' ? isNested(block.value, job.target) : false;
  return nested && object?.value.incomplete && hasResourceDefault(job.target) ? undefined : nested;
}

function resolvedLayers(job: Job, site: SiteKey): Layers {
  const map = mapOf(job, 'resource_spec');
  if (!map.object) return map.layers;
  const own = blockOf(map.object, site);
  const all = hasResourceDefault(job.target) ? textEntry(map.object, RESOURCE_DEFAULT) : undefined;
  const layers = over(
    own ? siteLauncherLayers(own, 'process', job.target) : NO_LAYERS,
    all ? layersOf('resource_spec', 'default', all, all.value, true) : NO_LAYERS,
  );
  return map.certain ? layers : { ...layers, certain: false };
}

/** One of the maps where it is an object, or the layers that stand for what else it is. */
interface BlockMap {
  readonly object: ObjectNode | undefined;
  readonly layers: Layers;
  readonly certain: boolean;
}

function mapOf(job: Job, map: Layer['map']): BlockMap {
  const { entry, object } = map === 'resource_spec' ? job.resources : job.launchers;
  if (object) return { object, layers: NO_LAYERS, certain: !object.value.incomplete };
  const absent = job.metaObject?.value.incomplete ? UNKNOWN_LAYERS : NO_LAYERS;
  const layers = entry ? layersOf(map, 'site', entry, entry.value, true) : absent;
  return { object, layers, certain: layers.certain };
}

/** The layers as one list, in Python's order: the weakest layer's keys keep their places, stronger values move into them. */
function specOf(layers: Layers): EffectiveSpec {
  if (layers.odd) return { entries: [], odd: layers.odd, certain: layers.certain };
  const byKey = new Map<string, EffectiveEntry>();
  for (let i = layers.list.length - 1; i >= 0; i--) {
    const layer = layers.list[i];
    for (const entry of layer?.object.value.list ?? []) {
      if (layer) byKey.set(entry.keyKind ? `${entry.keyKind} ${entry.key}` : entry.key, { key: entry.key, entry, layer });
    }
  }
  return { entries: [...byKey.values()], odd: undefined, certain: layers.certain };
}

/** Python's `value == 0`. */
function isZero(node: ConfigNode | undefined): boolean {
  return (node?.kind === 'integer' || node?.kind === 'float' || node?.kind === 'boolean') && Number(node.value) === 0;
}
