import { LAUNCHER_DEFAULT, RESOURCE_DEFAULT } from '../../job/job-def';
import type { Job } from '../../job/model';
import { isSince } from '../../job/release';
import { launcherLayers, PORTABLE_RESOURCES, portableLayers } from '../../job/site-blocks';
import { blockOf, type EffectiveEntry, isNested, lookUp } from '../../job/site-blocks-layers';
import type { Entry } from '../../tree/node';
import { keyRange } from '../../tree/node';
import type { Report } from '../finding';
import { removeKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { hasProcessGpus, NATIVE_RESOURCES } from './_modes';
import { metaFile } from './_shown';
import { sitesWithOptions } from './_sites';

export const rule: Rule = {
  code: 'resources/asked-twice',
  severity: 'error',
  stage: 'submit',
  summary: 'resource_spec and the launcher options ask for the same resource',
  needs: 'launcher-options',
  *check({ job }) {
    if (!isSince(job.target, '2.9') || !job.resources.object) return;
    const reported = new Set<Entry>();
    for (const block of sitesWithOptions(job)) {
      for (const clash of clashesAt(job, block)) {
        if (clash.portable.layer.from === 'default' && clash.native.layer.from === 'default') {
          if (reported.has(clash.native.entry)) continue;
          reported.add(clash.native.entry);
        }
        yield report(job, clash, block.key);
      }
    }
    // The default blocks are compared with each other even where no site is named.
    for (const clash of clashesOfDefaults(job)) if (!reported.has(clash.native.entry)) yield report(job, clash, undefined);
  },
};

export const about: RuleAbout = {
  why: 'Since 2.9 launchers turn `num_of_gpus`, `num_of_cpus` and `memory` of `resource_spec` into options of their own. A job that sets both for one site, or in both default blocks, is refused, even where the amounts are equal.',
  remedy: 'Keep the amount in `resource_spec` and take the option of the launcher out.',
  sources: ['nvflare/utils/job_launcher_utils.py'],
};

interface Clash {
  readonly portable: EffectiveEntry;
  readonly native: EffectiveEntry;
}

function* clashesAt(job: Job, site: Entry): Generator<Clash> {
  const portable = portableLayers(job, site);
  if (portable.list.length === 0) return;
  const own = blockOf(job.resources.object, site);
  const mayEqual = own?.value.kind === 'object' && isNested(own.value, job.target) === true && hasProcessGpus(own);
  for (const key of PORTABLE_RESOURCES) {
    const asked = lookUp(portable, key);
    if (!asked || (mayEqual && key === 'num_of_gpus')) continue;
    for (const [mode, natives] of NATIVE_RESOURCES) {
      const names = natives[key];
      if (!names) continue;
      const options = launcherLayers(job, site, mode);
      for (const name of names) {
        const native = lookUp(options, name);
        if (native) yield { portable: asked, native };
      }
    }
  }
}

function* clashesOfDefaults(job: Job): Generator<Clash> {
  const block = blockOf(job.resources.object, RESOURCE_DEFAULT);
  if (block?.value.kind !== 'object') return;
  const portable = portableLayers(job, RESOURCE_DEFAULT);
  for (const key of PORTABLE_RESOURCES) {
    const asked = lookUp(portable, key);
    if (!asked) continue;
    for (const [mode, natives] of NATIVE_RESOURCES) {
      const options = launcherLayers(job, LAUNCHER_DEFAULT, mode);
      for (const name of natives[key] ?? []) {
        const native = lookUp(options, name);
        if (native?.layer.map === 'launcher_spec') yield { portable: asked, native };
      }
    }
  }
}

/** At the place that is most about this site, so that a default block is not reported once for each site. */
function report(job: Job, { portable, native }: Clash, site: string | undefined): Report {
  const [at, other] = native.layer.from === 'default' && portable.layer.from === 'site' ? [portable, native] : [native, portable];
  const file = metaFile(job);
  const where = site === undefined || at.layer.from === 'default' ? 'in the default blocks' : `for "${site}"`;
  return {
    at: keyRange(at.entry),
    message: `resource_spec asks for "${portable.key}" and ${native.layer.map} for "${native.key}" ${where}; keep one of them`,
    related: [{ file, range: keyRange(other.entry), message: `"${other.key}" is asked for here` }],
    fixes: [native, portable].map(({ layer, entry }) => ({
      ...removeKey(file, layer.object, entry),
      title: `Remove "${entry.key}" from ${layer.map}`,
    })),
  };
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "num_of_gpus": 1 } },
  "launcher_spec": { "site-1": { "docker": { "image": "nvflare:2.9", <|"num_of_gpus"|>: 1 } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "@default": { "num_of_cpus": 4, "memory": "8Gi" } },
  "launcher_spec": { "default": { "k8s": { "image": "nvflare:2.9", <|"cpu"|>: "4" }, "slurm": { <|"mem_per_node"|>: 8192 } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { <|"num_of_gpus"|>: 1 } },
  "launcher_spec": { "default": { "docker": { "image": "nvflare:2.9", "num_of_gpus": 1 } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "num_of_gpus": 2 } },
  "launcher_spec": { "site-1": { "slurm": { "nodes": 2, "gpus_per_node": 1 } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "process": { "num_of_gpus": 1 }, "docker": { "image": "nvflare:2.9", "num_of_gpus": 1 } } } }`,
  ],
};
