import { RESOURCE_DEFAULT } from '../../job/job-def';
import type { Job } from '../../job/model';
import { MOST_GPUS_OR_GIB } from '../../job/resource-blocks';
import { hasResourceDefault, textEntry } from '../../job/site-blocks-layers';
import type { ConfigNode, ObjectNode } from '../../tree/node';
import type { Report } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { metaFile } from './_shown';

export const rule: Rule = {
  code: 'resources/unlikely-amount',
  severity: 'warning',
  stage: 'schedule',
  summary: 'more is asked for than any site has',
  needs: 'unusual-resources',
  *check({ job }) {
    const defaults = hasResourceDefault(job.target) ? textEntry(job.resources.object, RESOURCE_DEFAULT)?.value : undefined;
    if (defaults?.kind === 'object') yield* largeAmounts(job, RESOURCE_DEFAULT, defaults);
    for (const { block, object } of job.resources.requests) {
      if (object.value.list.some(({ value }) => isAbove(value))) yield* largeAmounts(job, block.key, object);
    }
  },
};

export const about: RuleAbout = {
  why: 'A job waits until enough sites have what it asks for, and ends as FINISHED:CAN_NOT_SCHEDULE after about 40 minutes. `mem_per_gpu_in_GiB` counts GiB, so thousands of it are mostly MiB.',
  remedy: 'Write the number of GPUs, and the memory of each in GiB.',
  sources: ['nvflare/app_common/resource_managers/gpu_resource_manager.py'],
  covers: ['MIS-06'],
};

function* largeAmounts(job: Job, site: string, object: ObjectNode): Generator<Report> {
  for (const { key, value: node } of object.value.list) {
    if (!isAbove(node)) continue;
    if (key === 'num_of_gpus')
      yield { at: node, message: `"${site}" asks for ${Number(node.value)} GPUs, which no site has; correct the number` };
    else if (key === 'mem_per_gpu_in_GiB') yield tooMuchMemory(metaFile(job), site, node);
  }
}

function tooMuchMemory(file: string, site: string, node: ConfigNode): Report {
  const value = Number(node.value) / 1024;
  return {
    at: node,
    message: `"${site}" asks for ${Number(node.value)} GiB of memory per GPU; is that MiB?`,
    fixes: Number.isInteger(value) ? [treeFix(`Change to ${value} GiB`, file, { kind: 'replace', node, value })] : [],
  };
}

function isAbove(node: ConfigNode): boolean {
  return (node.kind === 'integer' || node.kind === 'float') && node.value > MOST_GPUS_OR_GIB;
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "num_of_gpus": 1, "mem_per_gpu_in_GiB": <|16384|> } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "@default": { "num_of_gpus": <|8192|> } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "num_of_gpus": 8, "mem_per_gpu_in_GiB": 80 } } }`,
  ],
};
