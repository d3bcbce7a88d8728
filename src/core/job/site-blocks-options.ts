/**
 * The options that launchers read from a job, and the values that they take. Mirrors the tables and checks in
 * `nvflare/utils/job_launcher_utils.py` and `nvflare/app_opt/job_launcher/` (`docker_launcher.py`, `k8s_launcher.py`,
 * `slurm/config.py`, `slurm/launcher.py`).
 */
import type { ConfigNode } from '../tree/node';
import { isFalsy } from '../tree/query';
import { isSince, type Release } from './release';
import type { LauncherMode } from './site-blocks-layers';
import {
  hasSecret,
  isFilledText,
  isIntegerFrom,
  isMemoryQuantity,
  isNumber,
  isPortableMemory,
  isProcessorQuantity,
  isSharedMemorySize,
  isShellLine,
} from './site-blocks-values';

/** One option of a launcher, or one portable resource. */
export interface LauncherOption {
  readonly name: string;
  readonly since: string;
  /** What it does, as a sentence. */
  readonly meaning: string;
  /** What the value must be, to be read behind "must be". */
  readonly expected: string;
  /** Whether the launcher takes the value, of a document with this text. What cannot be read is taken. */
  readonly accepts: (node: ConfigNode, text: string) => boolean;
}

/** Options of Docker that a job could pass in 2.8, but that the launcher sets itself (`_RESERVED_CONTAINER_KWARGS`). */
export const DOCKER_RESERVED: readonly string[] = [
  'volumes',
  'mounts',
  'network',
  'environment',
  'command',
  'name',
  'detach',
  'auto_remove',
  'user',
  'working_dir',
];

/** The options that a launcher of this mode reads in this release; for Docker in 2.8 those that it does not just pass on. */
export function launcherOptions(mode: LauncherMode, release: Release): readonly LauncherOption[] {
  return OPTIONS[mode].filter((option) => isSince(release, option.since));
}

/** The option of this name, whatever the release. */
export function launcherOption(mode: LauncherMode, name: string): LauncherOption | undefined {
  return OPTIONS[mode].find((option) => option.name === name);
}

const isNullOr = (test: (node: ConfigNode) => boolean) => (node: ConfigNode) => node.kind === 'null' || test(node);
const isText = (node: ConfigNode) => node.kind === 'string' || node.kind === 'unknown';
const isNonEmptyText = (node: ConfigNode) => node.kind === 'unknown' || (node.kind === 'string' && node.value !== '');
const isCount = (node: ConfigNode) => isIntegerFrom(0, node);
const isPositiveCount = (node: ConfigNode) => isIntegerFrom(1, node);

const IMAGE = 'The image that the job process runs in at the site.';
const PYTHON = 'The Python interpreter in the image.';

/** The resources that launchers of every mode understand (`_validate_portable_values`, 2.9). */
export const PORTABLE_OPTIONS: readonly LauncherOption[] = [
  {
    name: 'num_of_gpus',
    since: '2.9',
    meaning: 'How many GPUs the job needs at the site.',
    expected: 'a whole number from 0',
    accepts: isCount,
  },
  {
    name: 'num_of_cpus',
    since: '2.9',
    meaning: 'How many processors the job needs at the site.',
    expected: 'a whole number from 1',
    accepts: isPositiveCount,
  },
  {
    name: 'memory',
    since: '2.9',
    meaning: 'How much main memory the job needs at the site.',
    expected: 'a whole number with the unit Mi, Gi or Ti, such as "8Gi"',
    accepts: (node) => node.kind === 'unknown' || (node.kind === 'string' && isPortableMemory(node.value)),
  },
];

const DOCKER: readonly LauncherOption[] = [
  { name: 'image', since: '2.8', meaning: IMAGE, expected: 'a string', accepts: isNullOr(isText) },
  { name: 'python_path', since: '2.8', meaning: PYTHON, expected: 'a string that is not blank', accepts: isFilledText },
  {
    name: 'entrypoint',
    since: '2.9',
    meaning: 'The program that the container starts instead of the one of its image.',
    expected: 'a string that is not blank, or a list of such strings',
    accepts: (node) =>
      isFilledText(node) || (node.kind === 'array' && node.value.length > 0 && node.value.every((item) => isFilledText(item))),
  },
  {
    name: 'num_of_gpus',
    since: '2.8',
    meaning: 'How many GPUs of the host the container sees.',
    expected: 'a whole number from 0',
    accepts: isCount,
  },
  {
    name: 'shm_size',
    since: '2.9',
    meaning: 'The size of the shared memory (`/dev/shm`), in bytes or with a unit: `8g`.',
    expected: 'a number of bytes or a string with the unit b, k, m or g, such as "8g"',
    accepts: isSharedMemorySize,
  },
];

const K8S: readonly LauncherOption[] = [
  { name: 'image', since: '2.8', meaning: IMAGE, expected: 'a string', accepts: isNullOr(isText) },
  { name: 'python_path', since: '2.8', meaning: PYTHON, expected: 'a string that is not empty', accepts: isNonEmptyText },
  {
    name: 'ephemeral_storage',
    since: '2.8',
    meaning: 'How much room for files the pod has, as a quantity of Kubernetes: `4Gi`.',
    expected: 'a quantity of Kubernetes as a string, such as "4Gi"',
    accepts: isNullOr((node) => node.kind === 'unknown' || (node.kind === 'string' && isMemoryQuantity(node.value))),
  },
  {
    name: 'pending_timeout',
    since: '2.9',
    meaning: 'How many seconds the pod may wait to be started.',
    expected: 'a number of seconds from 0, or null',
    accepts: isNullOr((node) => node.kind === 'unknown' || (isNumber(node) && !(Number(node.value) < 0))),
  },
  {
    name: 'num_of_gpus',
    since: '2.8',
    meaning: 'How many GPUs the pod asks for.',
    expected: 'a whole number from 0',
    accepts: (node) => isFalsy(node) !== false || isCount(node) || (node.kind === 'string' && /^[0-9]+$/.test(node.value)),
  },
  ...(['cpu', 'cpu_request'] as const).map((name) => ({
    name,
    since: '2.8',
    meaning:
      name === 'cpu'
        ? 'How many processors the pod may use.'
        : 'How many processors the pod is granted; `cpu` where it is left out.',
    expected: 'a quantity of Kubernetes, such as "4" or "500m"',
    accepts: isProcessorQuantity,
  })),
  ...(['memory', 'memory_request'] as const).map((name) => ({
    name,
    since: '2.8',
    meaning:
      name === 'memory'
        ? 'How much main memory the pod may use.'
        : 'How much main memory the pod is granted; `memory` where it is left out.',
    expected: 'a quantity of Kubernetes with a unit, such as "8Gi"',
    accepts: (node: ConfigNode) =>
      isFalsy(node) !== false ||
      (isNumber(node) ? Number(node.value) >= 2 ** 20 : node.kind === 'string' && isMemoryQuantity(node.value)),
  })),
];

const SLURM: readonly LauncherOption[] = [
  {
    name: 'image',
    since: '2.9',
    meaning: 'The image file that the job process runs in at the site.',
    expected: 'the absolute path of an image file',
    accepts: isNullOr((node) => node.kind === 'unknown' || (node.kind === 'string' && /^\/(?!\/)/.test(node.value))),
  },
  {
    name: 'nodes',
    since: '2.9',
    meaning: 'On how many nodes the job runs; 1 where it is left out.',
    expected: 'a whole number from 1',
    accepts: isPositiveCount,
  },
  {
    name: 'gpus_per_node',
    since: '2.9',
    meaning: 'How many GPUs the job needs on each node.',
    expected: 'a whole number from 1',
    accepts: isNullOr(isPositiveCount),
  },
  {
    name: 'cpus_per_node',
    since: '2.9',
    meaning: 'How many processors the job needs on each node.',
    expected: 'a whole number from 1',
    accepts: isNullOr(isPositiveCount),
  },
  {
    name: 'mem_per_node',
    since: '2.9',
    meaning: 'How much main memory the job needs on each node, in MiB.',
    expected: 'a whole number of MiB from 1',
    accepts: isNullOr(isPositiveCount),
  },
  {
    name: 'time',
    since: '2.9',
    meaning: 'How long the job may run, as Slurm writes it: `02:00:00`.',
    expected: 'a string as Slurm writes times, such as "02:00:00"',
    accepts: isNullOr(isNonEmptyText),
  },
  {
    name: 'pending_timeout',
    since: '2.9',
    meaning: 'How many seconds the job may wait in the queue; the site may allow less.',
    expected: 'a number of seconds above 0',
    accepts: (node) => node.kind === 'unknown' || (isNumber(node) && Number.isFinite(node.value) && Number(node.value) > 0),
  },
  {
    name: 'additional_node_command',
    since: '2.9',
    meaning: 'The command that the other nodes of a client run; only with `nodes` above 1.',
    expected: 'one line that a shell can read, without references to secrets',
    accepts: isNullOr(
      (node) =>
        node.kind === 'unknown' ||
        (node.kind === 'string' &&
          !/[\n\r]/.test(node.value) &&
          node.value.trim() !== '' &&
          isShellLine(node.value) &&
          !hasSecret(node.value)),
    ),
  },
];

const OPTIONS: Readonly<Record<LauncherMode, readonly LauncherOption[]>> = {
  process: [],
  docker: DOCKER,
  k8s: K8S,
  slurm: SLURM,
};
