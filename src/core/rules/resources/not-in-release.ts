import { isSince, releaseName } from '../../job/release';
import { launcherModes, textEntry } from '../../job/site-blocks-layers';
import { keyRange } from '../../tree/node';
import { removeKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { metaFile } from './_shown';

export const rule: Rule = {
  code: 'resources/not-in-release',
  severity: 'warning',
  stage: 'schedule',
  summary: 'resource_spec uses a key that is newer than the release',
  needs: 'unusual-requests',
  *check({ job }) {
    if (isSince(job.target, '2.9')) return;
    const release = releaseName(job.target);
    const known: readonly string[] = launcherModes(job.target);
    for (const { block, object } of job.resources.requests) {
      if (object === block.value) {
        for (const mode of ['process', 'docker', 'k8s', 'slurm']) {
          const entry = known.includes(mode) ? undefined : textEntry(object, mode);
          if (entry?.value.kind !== 'object') continue;
          yield {
            at: keyRange(entry),
            message: `NVFLARE ${release} takes "${mode}" of "${block.key}" for a resource; launcher modes came with ${mode === 'slurm' ? '2.9' : '2.8'}`,
            fixes: [removeKey(metaFile(job), object, entry)],
          };
        }
      }
      for (const key of ['num_of_cpus', 'memory']) {
        const entry = textEntry(object, key);
        if (!entry) continue;
        yield {
          at: keyRange(entry),
          message: `NVFLARE ${release} does not set "${key}" of "${block.key}" for any launcher; it came with 2.9`,
          fixes: [removeKey(metaFile(job), object, entry)],
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Blocks that are divided by launcher modes came with 2.8 and `slurm` with 2.9, and so did `num_of_cpus` and `memory`. An older server hands such keys to the resource manager of the site as if they were resources, and a manager that does not know them may refuse the job each time.',
  remedy: 'Take the key out, or check for the release that the federation runs.',
  sources: ['nvflare/app_common/job_schedulers/job_scheduler.py', 'nvflare/utils/job_launcher_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { <|"memory"|>: "8Gi", "num_of_gpus": 1 }, "site-2": { "num_of_gpus": 1, <|"slurm"|>: {} } } }`,
    `
--- target 2.7
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { <|"docker"|>: { "image": "nvflare:2.7" } } } }`,
  ],
  good: [
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "docker": { "image": "nvflare:2.8" } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "memory": "8Gi" } } }`,
  ],
};
