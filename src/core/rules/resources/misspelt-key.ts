import { textEntry } from '../../job/site-blocks-layers';
import { keyRange } from '../../tree/node';
import { renameKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { knownResources, misspeltResource } from './_names';
import { metaFile } from './_shown';

export const rule: Rule = {
  code: 'resources/misspelt-key',
  severity: 'warning',
  stage: 'schedule',
  summary: 'a resource has a name that no resource manager of NVFLARE reads',
  needs: 'unusual-requests',
  *check({ job }) {
    const known = knownResources(job.target);
    if (known.length === 0) return;
    for (const { block, object } of job.resources.requests) {
      for (const entry of object.value.list) {
        if (known.includes(entry.key)) continue;
        const found = misspeltResource(entry.key, known);
        if (!found) continue;
        const { meant, isPlainWord, otherUnit } = found;
        const hasGpus = textEntry(object, 'num_of_gpus') !== undefined;
        const isFree = !textEntry(object, meant);
        const effect = hasGpus
          ? `NVFLARE's manager of GPUs ignores "${entry.key}"`
          : `NVFLARE's manager of GPUs refuses a request for "${entry.key}" without "num_of_gpus"`;
        yield {
          at: keyRange(entry),
          message: `${effect} (site "${block.key}"); ${isPlainWord ? `its name is "${meant}"` : `did you mean "${meant}"?`}`,
          fixes: isFree && !otherUnit ? [renameKey(metaFile(job), entry, meant, !isPlainWord && meant === 'num_of_gpus')] : [],
          ...(isPlainWord ? { severity: 'info' as const } : {}),
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'The manager of GPUs, which provisioned sites have, reads `num_of_gpus` and `mem_per_gpu_in_GiB`. Asked for anything without `num_of_gpus` it refuses each time, and after about 40 minutes the job ends as FINISHED:CAN_NOT_SCHEDULE; other names it ignores. Only a site with its own list of resources knows other names.',
  remedy: 'Use the names of NVFLARE, if the site does not have a list of its own.',
  sources: [
    'nvflare/app_common/resource_managers/gpu_resource_manager.py',
    'nvflare/app_common/resource_managers/list_resource_manager.py',
  ],
  covers: ['MIS-07'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { <|"num_gpus"|>: 1, "mem_per_gpu_in_GiB": 1 }, "site-2": { "num_of_gpus": 1, <|"mem_per_gpu"|>: 8 } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "process": { <|"gpu"|>: 1 } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "num_of_gpus": 1, "mem_per_gpu_in_GiB": 8 }, "site-2": { "fpga": 1 } } }`,
    `
--- target 2.1
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "gpu": 1 } } }`,
  ],
};
