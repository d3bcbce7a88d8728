import { RESOURCE_DEFAULT } from '../../job/job-def';
import type { Job } from '../../job/model';
import { launcherLayers, portableLayers } from '../../job/site-blocks';
import {
  hasResourceDefault,
  isNested,
  type LauncherMode,
  type Layers,
  lookUp,
  optionModes,
  textEntry,
} from '../../job/site-blocks-layers';
import type { Entry } from '../../tree/node';
import { breaksMembershipTest, breaksOverlapTest } from './_odd-value';

/**
 * The options of each mode that ask for the same thing as a portable resource (`_PORTABLE_NATIVE_RESOURCE_KEYS` in
 * `nvflare/utils/job_launcher_utils.py`).
 */
export const NATIVE_RESOURCES: readonly (readonly [LauncherMode, Readonly<Record<string, readonly string[]>>])[] = [
  ['docker', { num_of_gpus: ['num_of_gpus'], num_of_cpus: ['nano_cpus'], memory: ['mem_limit'] }],
  ['k8s', { num_of_gpus: ['num_of_gpus'], num_of_cpus: ['cpu', 'cpu_request'], memory: ['memory', 'memory_request'] }],
  ['slurm', { num_of_cpus: ['cpus_per_node'], memory: ['mem_per_node'] }],
];

/** A mode in a block of `resource_spec` whose options are no object. */
export interface OddMode {
  readonly block: Entry;
  readonly mode: LauncherMode;
  readonly entry: Entry;
  /** Whether the server fails over it when the job is submitted; else the site does later. */
  readonly isRefused: boolean;
}

/** Finds them. Those that `launcher_spec` replaces are in nobody's way and left out, and so is `process`. */
export function* oddModes(job: Job): Generator<OddMode> {
  const modes = optionModes(job.target);
  for (const block of job.resources.nested) {
    if (block.value.kind !== 'object' || isNested(block.value, job.target) === false) continue;
    for (const mode of modes) {
      const entry = textEntry(block.value, mode);
      if (!entry || entry.value.kind === 'object' || entry.value.kind === 'unknown') continue;
      if (!hasResourceDefault(job.target)) {
        if (launcherLayers(job, block, mode).odd === entry.value) yield { block, mode, entry, isRefused: false };
      } else if (mode === 'docker' && entry.value.kind !== 'null') yield { block, mode, entry, isRefused: true };
      else if (block.key !== RESOURCE_DEFAULT && launcherLayers(job, block, mode).odd === entry.value) {
        yield { block, mode, entry, isRefused: breaksComparison(job, block, mode, entry) };
      }
    }
  }
}

/** Whether `validate_portable_resource_conflicts` fails over the value. */
function breaksComparison(job: Job, block: Entry, mode: LauncherMode, { value }: Entry): boolean {
  if (hasProcessGpus(block) && (mode === 'slurm' || breaksMembershipTest(value, ['num_of_gpus']))) return true;
  const portable = portableLayers(job, block);
  const natives = NATIVE_RESOURCES.find(([name]) => name === mode)?.[1] ?? {};
  return presentKeys(portable, Object.keys(natives)).some((key) => breaksOverlapTest(value, natives[key] ?? []));
}

/** Whether a block says in its `process` how many GPUs it wants. */
export function hasProcessGpus(block: Entry | undefined): boolean {
  const process = block?.value.kind === 'object' ? textEntry(block.value, 'process')?.value : undefined;
  return process?.kind === 'object' && textEntry(process, 'num_of_gpus') !== undefined;
}

function presentKeys(layers: Layers, keys: readonly string[]): readonly string[] {
  return layers.list.length === 0 ? [] : keys.filter((key) => lookUp(layers, key));
}
