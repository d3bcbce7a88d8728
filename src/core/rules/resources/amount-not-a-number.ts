import type { Job } from '../../job/model';
import { isSince } from '../../job/release';
import { resourceManagerLayers } from '../../job/site-blocks';
import { lookUp } from '../../job/site-blocks-layers';
import type { ConfigNode, Entry } from '../../tree/node';
import type { Report } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { hasDefaultBlock } from './_blocks';
import { metaFile, shown } from './_shown';

export const rule: Rule = {
  code: 'resources/amount-not-a-number',
  severity: 'warning',
  stage: 'schedule',
  summary: 'a resource manager is asked for an amount that is no number of its kind',
  needs: 'unusual-requests',
  *check({ job }) {
    if (!isSince(job.target, '2.2')) return;
    const isChecked = isSince(job.target, '2.9');
    const hasDefault = hasDefaultBlock(job) !== false;
    for (const { block, object } of job.resources.requests) {
      for (const { key, value } of object.value.list) {
        if (value.kind === 'integer' && value.value >= 0) continue;
        if (key === 'num_of_gpus') {
          // What the server checks itself is reported as a refusal.
          const isRefused = isChecked && (object === block.value || hasDefault);
          if (!isRefused && isUnusable(value, true)) yield report(job, block.key, key, value);
        } else if (key === 'mem_per_gpu_in_GiB' && isUnusable(value, false) && asksForGpus(job, block)) {
          yield report(job, block.key, key, value);
        }
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'The manager of GPUs compares `num_of_gpus` and `mem_per_gpu_in_GiB` with numbers. A string, a list or null makes it fail on each request, so the job never starts; fractions of GPUs and negative numbers make it reserve every GPU that it has.',
  remedy: 'Write a number without quotes and without a unit: whole for `num_of_gpus`, in GiB for `mem_per_gpu_in_GiB`.',
  sources: ['nvflare/app_common/resource_managers/gpu_resource_manager.py'],
  covers: ['MIS-07'],
};

/** Python takes `true` for 1 here. */
function isUnusable(node: ConfigNode, isWhole: boolean): boolean {
  if (node.kind === 'integer') return node.value < 0;
  if (node.kind === 'float') return node.value < 0 || (isWhole && !Number.isInteger(node.value));
  return node.kind !== 'boolean' && node.kind !== 'unknown';
}

function asksForGpus(job: Job, site: Entry): boolean {
  const gpus = lookUp(resourceManagerLayers(job, site), 'num_of_gpus')?.entry.value;
  return !(gpus?.kind === 'integer' && gpus.value === 0);
}

function report(job: Job, site: string, key: string, node: ConfigNode): Report {
  const number = node.kind === 'string' ? /^([0-9]{1,6})\s*(?:gi?b?)?$/i.exec(node.value.trim())?.[1] : undefined;
  const value = Number(number);
  return {
    at: node,
    message: `"${key}" of "${site}" must be ${key === 'num_of_gpus' ? 'a whole number' : 'a number of GiB'}, not ${shown(job, node)}`,
    fixes: number === undefined ? [] : [treeFix(`Change to ${value}`, metaFile(job), { kind: 'replace', node, value }, true)],
  };
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "num_of_gpus": 1, "mem_per_gpu_in_GiB": <|"8GB"|> }, "site-2": { "process": { "num_of_gpus": <|"1"|> } } } }`,
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "num_of_gpus": <|0.5|> } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "num_of_gpus": 1, "mem_per_gpu_in_GiB": 0.5 } } }`,
  ],
};
