import type { Job } from '../../job/model';
import { releaseName } from '../../job/release';
import type { LauncherMode } from '../../job/site-blocks-layers';
import { textEntry } from '../../job/site-blocks-layers';
import { launcherOption, launcherOptions } from '../../job/site-blocks-options';
import { nearest } from '../../text/nearest';
import { own } from '../../text/own';
import { keyRange } from '../../tree/node';
import type { Report } from '../finding';
import { removeKey, renameKey } from '../fixes';
import { metaFile } from '../resources/_shown';
import { optionsOf } from './_modes';

/** The options of a mode that its launcher does not know, with what it does then. */
export function* unknownOptions(job: Job, mode: LauncherMode, effect: string): Generator<Report> {
  const known = launcherOptions(mode, job.target).map(({ name }) => name);
  if (known.length === 0) return;
  for (const { options } of optionsOf(job, mode)) {
    for (const entry of options.value.list) {
      if (known.includes(entry.key)) continue;
      const newer = launcherOption(mode, entry.key);
      const near = newer
        ? undefined
        : (own(ALIASES, entry.key.toLowerCase())?.find((name) => known.includes(name)) ?? nearest(entry.key, known));
      const fixes = [removeKey(metaFile(job), options, entry)];
      if (near && !textEntry(options, near)) fixes.unshift(renameKey(metaFile(job), entry, near));
      const reason = newer
        ? `"${entry.key}" of "${mode}" came with NVFLARE ${newer.since}; in ${releaseName(job.target)} the launcher ${effect}`
        : `the launcher of "${mode}" does not know "${entry.key}" and ${effect}`;
      yield { at: keyRange(entry), message: near ? `${reason}; did you mean "${near}"?` : reason, fixes };
    }
  }
}

/** What users of Kubernetes, Slurm and of the other launchers write for these options. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  gpus: ['num_of_gpus', 'gpus_per_node'],
  num_gpus: ['num_of_gpus', 'gpus_per_node'],
  num_of_gpus: ['gpus_per_node'],
  gres: ['gpus_per_node'],
  cpus: ['cpu', 'cpus_per_node'],
  num_of_cpus: ['cpu', 'cpus_per_node'],
  cpu_limit: ['cpu'],
  memory_limit: ['memory'],
  mem: ['memory', 'mem_per_node'],
  memory: ['mem_per_node'],
  num_of_nodes: ['nodes'],
  num_nodes: ['nodes'],
  storage: ['ephemeral_storage'],
  time_limit: ['time'],
  walltime: ['time'],
  timeout: ['pending_timeout'],
};
