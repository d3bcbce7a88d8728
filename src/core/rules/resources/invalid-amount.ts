import { RESOURCE_DEFAULT } from '../../job/job-def';
import { isSince } from '../../job/release';
import { PORTABLE_OPTIONS } from '../../job/site-blocks-options';
import { portableMemoryLike } from '../../job/site-blocks-values';
import type { ConfigNode } from '../../tree/node';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { hasDefaultBlock, requestedIn, resourceBlocks } from './_blocks';
import { metaFile, shown } from './_shown';

export const rule: Rule = {
  code: 'resources/invalid-amount',
  severity: 'error',
  stage: 'submit',
  summary: 'an amount of GPUs, processors or memory is not one',
  *check({ job }) {
    if (!isSince(job.target, '2.9')) return;
    const hasDefault = hasDefaultBlock(job) === true;
    for (const block of resourceBlocks(job)) {
      const object = block.key === RESOURCE_DEFAULT ? block.value : requestedIn(block, job);
      if (object?.kind !== 'object' || (object !== block.value && !hasDefault)) continue;
      for (const { key, value } of object.value.list) {
        // Most amounts are counts; a count is right for all but memory.
        if (value.kind === 'integer' && value.value > 0 && key !== 'memory') continue;
        const option = PORTABLE_OPTIONS.find(({ name }) => name === key);
        if (!option || option.accepts(value, '')) continue;
        yield {
          at: value,
          message: `"${option.name}" of "${block.key}" must be ${option.expected}, not ${shown(job, value)}`,
          fixes: fixesFor(metaFile(job), option.name, value),
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Since 2.9 the server checks `num_of_gpus`, `num_of_cpus` and `memory` where it can lay them over the default block: in `@default`, in flat blocks, and with a default block also under `process`. Texts, fractions and null are refused, and so are all units of memory but Mi, Gi and Ti.',
  remedy: 'Write whole numbers without quotes, and memory as a text like "8Gi".',
  sources: ['nvflare/utils/job_launcher_utils.py'],
};

function fixesFor(file: string, key: string, node: ConfigNode): readonly Fix[] {
  if (key === 'memory') {
    const meant = node.kind === 'string' ? portableMemoryLike(node.value) : undefined;
    return meant ? [treeFix(`Change to "${meant}"`, file, { kind: 'replace', node, value: meant }, true)] : [];
  }
  const text = node.kind === 'string' ? node.value.trim() : node.kind === 'float' ? String(node.value) : '';
  const least = key === 'num_of_gpus' ? 0 : 1;
  if (!/^[0-9]{1,9}$/.test(text) || Number(text) < least) return [];
  return [treeFix(`Change to ${Number(text)}`, file, { kind: 'replace', node, value: Number(text) }, true)];
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "num_of_gpus": <|"2"|>, "num_of_cpus": <|0|>, "memory": <|"8GB"|> } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "@default": { "memory": <|8|> }, "site-1": { "process": { "num_of_gpus": <|1.0|> } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "num_of_gpus": 0, "num_of_cpus": 1, "memory": "512Mi" } } }`,
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "num_of_gpus": 1, "memory": "8GB" } } }`,
  ],
};
