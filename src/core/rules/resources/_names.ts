import { isSince, type Release } from '../../job/release';
import { nearest } from '../../text/nearest';

/** A name that no resource manager of NVFLARE knows, and the one that was probably meant. */
export interface Misspelt {
  readonly meant: string;
  /** It may as well be a name of a site's own list of resources (`ListResourceManager`). */
  readonly isPlainWord: boolean;
  /** The name speaks of another unit than the meant one, so the amount has to change too. */
  readonly otherUnit: boolean;
}

/** The resources that the parts of NVFLARE read in a release: the GPU manager (2.2), and launchers (2.9). */
export function knownResources(release: Release): readonly string[] {
  if (!isSince(release, '2.2')) return [];
  const gpus = ['num_of_gpus', 'mem_per_gpu_in_GiB'];
  return isSince(release, '2.9') ? [...gpus, 'num_of_cpus', 'memory'] : gpus;
}

/** Which of the known resources a name most probably means, or `undefined` where it may be any site's own. */
export function misspeltResource(name: string, known: readonly string[]): Misspelt | undefined {
  if (known.includes(name)) return undefined;
  const look = name.toLowerCase().replace(/[-_.\s]/g, '');
  const alias = ALIASES.find(([, looks]) => looks.includes(look))?.[0];
  const meant = alias ?? (name.length > 6 ? nearest(name, known) : undefined);
  if (meant === undefined || !known.includes(meant)) return undefined;
  return { meant, isPlainWord: PLAIN_WORDS.includes(look), otherUnit: /(mi?b|kib|bytes)$/.test(look) };
}

const PLAIN_WORDS: readonly string[] = ['gpu', 'gpus', 'cpu', 'cpus', 'mem', 'ram'];

const ALIASES: readonly (readonly [string, readonly string[]])[] = [
  [
    'num_of_gpus',
    [
      'gpu',
      'gpus',
      'ngpu',
      'ngpus',
      'numgpu',
      'numgpus',
      'nofgpus',
      'noofgpus',
      'numberofgpus',
      'gpucount',
      'gpunum',
      'countofgpus',
    ],
  ],
  [
    'mem_per_gpu_in_GiB',
    [
      'mempergpu',
      'memorypergpu',
      'gpumem',
      'gpumemory',
      'gpumemingib',
      'gpumemoryingib',
      'gpumemgb',
      'gpumemorygb',
      'mempergpugb',
      'mempergpugib',
      'mempergpuingb',
      'mempergpuingib',
      'memorypergpuingib',
      'memorypergpuingb',
      'mempergpuinmib',
      'mempergpuinmb',
    ],
  ],
  [
    'num_of_cpus',
    ['cpu', 'cpus', 'ncpu', 'ncpus', 'numcpu', 'numcpus', 'numofcpu', 'numofcores', 'numcores', 'numberofcpus', 'cpucount'],
  ],
  [
    'memory',
    ['mem', 'ram', 'memingib', 'memoryingib', 'memoryingb', 'memorygb', 'memorygib', 'hostmemory', 'memoryinmib', 'memoryinmb'],
  ],
];
