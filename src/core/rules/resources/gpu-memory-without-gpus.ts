import { resourceManagerLayers } from '../../job/site-blocks';
import { lookUp, textEntry } from '../../job/site-blocks-layers';
import { keyRange } from '../../tree/node';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { knownResources, misspeltResource } from './_names';
import { metaFile } from './_shown';

export const rule: Rule = {
  code: 'resources/gpu-memory-without-gpus',
  severity: 'warning',
  stage: 'schedule',
  summary: 'memory of GPUs is asked for, but no GPUs',
  needs: 'unusual-requests',
  *check({ job }) {
    const known = knownResources(job.target);
    if (known.length === 0) return;
    for (const { block, object } of job.resources.requests) {
      if (textEntry(object, 'num_of_gpus') || object.value.incomplete) continue;
      const memory = textEntry(object, 'mem_per_gpu_in_GiB');
      if (!memory) continue;
      const request = resourceManagerLayers(job, block);
      if (!request.certain || lookUp(request, 'num_of_gpus')) continue;
      const isMisspelt = object.value.list.some(({ key }) => misspeltResource(key, known)?.meant === 'num_of_gpus');
      if (isMisspelt) continue;
      const edit = { kind: 'add-entry', object, key: 'num_of_gpus', value: 1, after: null } as const;
      yield {
        at: keyRange(memory),
        message: `"${block.key}" asks for memory per GPU without "num_of_gpus", which the manager of GPUs refuses`,
        fixes: [treeFix('Ask for one GPU', metaFile(job), edit)],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'The manager of GPUs fails on a request that does not say `num_of_gpus`, so the job never gets its resources and ends as FINISHED:CAN_NOT_SCHEDULE after about 40 minutes.',
  remedy: 'Say how many GPUs the site needs.',
  sources: ['nvflare/app_common/resource_managers/gpu_resource_manager.py'],
  covers: ['MIS-07'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { <|"mem_per_gpu_in_GiB"|>: 8 } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "@default": { "num_of_gpus": 1 }, "site-1": { "mem_per_gpu_in_GiB": 8 } } }`,
  ],
};
