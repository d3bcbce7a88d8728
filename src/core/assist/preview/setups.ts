import type { Job } from '../../job/model';
import { type EffectiveSpec, jobLauncherSpec, portableResourceSpec, resourceManagerSpec } from '../../job/site-blocks';
import { type EffectiveEntry, type LauncherMode, optionModes, textEntry } from '../../job/site-blocks-layers';
import { toPlain } from '../../tree/query';

/** Who a site is to a job; `all` is the row of `@ALL`. */
export type SiteRole = 'server' | 'client' | 'all';

/** All options that apply to a site. */
export interface PreviewSetup {
  readonly options: readonly PreviewOption[];
  /** What else there is to say of them, as sentences. */
  readonly notes: readonly string[];
  /** GPUs that the site's resource manager is asked for; null where no number says it. */
  readonly gpus: number | null;
  /** GPUs that a launcher asks for by an option of its own. */
  readonly launcherGpus: readonly { readonly launcher: string; readonly gpus: number }[];
  /** The launchers that there are options for. */
  readonly launchers: readonly string[];
}

/** An option with its value, who reads it, and where it is written. */
export interface PreviewOption {
  readonly key: string;
  /** As JSON writes it. */
  readonly value: string;
  /** Who reads it, for people. */
  readonly readBy: string;
  readonly map: 'resource_spec' | 'launcher_spec';
  /** The default block that it comes from; null for the site's own block. */
  readonly from: string | null;
  /** Which list of options it is in; see `specAt`. */
  readonly list: OptionList;
}

/** The lists of options of a site: what its resource manager is asked for, what its launcher sets, the options of one launcher. */
export type OptionList = 'resources' | 'portable' | OptionMode;

type OptionMode = Exclude<LauncherMode, 'process'>;

/** The options of a list as they apply to a site. A server is never asked for resources. */
export function specAt(job: Job, site: string, role: SiteRole, list: OptionList): EffectiveSpec {
  if (list === 'resources') return role === 'server' ? NONE : resourceManagerSpec(job, site);
  return list === 'portable' ? portableResourceSpec(job, site) : jobLauncherSpec(job, site, list);
}

const NONE: EffectiveSpec = { entries: [], odd: undefined, certain: true };

/** Gives each site its setup: equal ones get one number. Sites without a block of their own are not looked at one by one. */
export class SetupTable {
  readonly #job: Job;
  readonly #setups: PreviewSetup[] = [];
  readonly #byText = new Map<string, number>();
  readonly #withoutBlock = new Map<string, number>();

  constructor(job: Job) {
    this.#job = job;
  }

  get setups(): readonly PreviewSetup[] {
    return this.#setups;
  }

  indexOf(site: string, role: SiteRole): number {
    const { resources, launchers } = this.#job;
    if (textEntry(resources.object, site) || textEntry(launchers.object, site)) return this.#add(setupOf(this.#job, site, role));
    const side = role === 'server' ? 'server' : 'client';
    const known = this.#withoutBlock.get(side);
    if (known !== undefined) return known;
    const index = this.#add(setupOf(this.#job, site, role));
    this.#withoutBlock.set(side, index);
    return index;
  }

  #add(setup: PreviewSetup): number {
    const text = JSON.stringify(setup);
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    this.#byText.set(text, this.#setups.length);
    return this.#setups.push(setup) - 1;
  }
}

/** All options that apply to one site. */
export function setupOf(job: Job, site: string, role: SiteRole): PreviewSetup {
  const lists: readonly OptionList[] = ['resources', 'portable', ...optionModes(job.target).filter(isOptionMode)];
  const specs = lists.map((list) => ({ list, spec: specAt(job, site, role, list) }));
  const readBy = new Map<EffectiveEntry['entry'], PreviewOption>();
  for (const { list, spec } of specs) {
    for (const found of spec.entries) {
      const known = readBy.get(found.entry);
      readBy.set(found.entry, known ? { ...known, readBy: `${known.readBy}, ${READERS[list]}` } : optionOf(found, list));
    }
  }
  const resources = specs[0]?.spec.entries.find(({ key }) => key === 'num_of_gpus')?.entry.value;
  return {
    options: [...readBy.values()],
    notes: notesOf(specs.map(({ spec }) => spec)),
    gpus: resources === undefined ? 0 : resources.kind === 'integer' ? resources.value : null,
    launcherGpus: specs.flatMap(({ list, spec }) => launcherGpus(list, spec)),
    launchers: specs.filter(({ list, spec }) => isLauncher(list) && spec.entries.length > 0).map(({ list }) => list),
  };
}

const READERS: { readonly [list in OptionList]: string } = {
  resources: 'resource manager',
  portable: 'launcher',
  docker: 'docker',
  k8s: 'k8s',
  slurm: 'slurm',
};

function optionOf({ key, entry, layer }: EffectiveEntry, list: OptionList): PreviewOption {
  return {
    key,
    value: JSON.stringify(toPlain(entry.value)) ?? 'unknown',
    readBy: READERS[list],
    map: layer.map,
    from: layer.from === 'default' ? layer.block.key : null,
    list,
  };
}

function notesOf(specs: readonly EffectiveSpec[]): readonly string[] {
  const notes: string[] = [];
  if (specs.some(({ odd }) => odd)) notes.push('NVFLARE fails over a value here that is no object.');
  if (specs.some(({ certain }) => !certain)) notes.push('More may apply: a part of the file could not be read.');
  return notes;
}

function launcherGpus(list: OptionList, { entries }: EffectiveSpec): PreviewSetup['launcherGpus'] {
  if (!isLauncher(list)) return [];
  const number = (name: string) => {
    const value = entries.find(({ key }) => key === name)?.entry.value;
    return value?.kind === 'integer' ? value.value : undefined;
  };
  const perNode = number('gpus_per_node');
  const gpus = perNode === undefined ? number('num_of_gpus') : perNode * (number('nodes') ?? 1);
  return gpus === undefined ? [] : [{ launcher: list, gpus }];
}

function isOptionMode(mode: LauncherMode): mode is OptionMode {
  return mode !== 'process';
}

function isLauncher(list: OptionList): list is OptionMode {
  return list !== 'resources' && list !== 'portable';
}
