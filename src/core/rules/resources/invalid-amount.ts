import { RESOURCE_DEFAULT } from '../../job/job-def';
import type { Job } from '../../job/model';
import { isSince } from '../../job/release';
import { textEntry } from '../../job/site-blocks-layers';
import { PORTABLE_OPTIONS } from '../../job/site-blocks-options';
import { portableMemoryLike } from '../../job/site-blocks-values';
import type { ConfigNode, Entry, ObjectNode } from '../../tree/node';
import type { Fix, Report } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { hasDefaultBlock } from './_blocks';
import { metaFile, shown } from './_shown';

export const rule: Rule = {
  code: 'resources/invalid-amount',
  severity: 'error',
  stage: 'submit',
  summary: 'an amount of GPUs, processors or memory is not one',
  needs: 'unusual-resources',
  *check({ job }) {
    if (!isSince(job.target, '2.9')) return;
    const defaults = textEntry(job.resources.object, RESOURCE_DEFAULT)?.value;
    if (defaults?.kind === 'object') yield* wrongAmounts(job, RESOURCE_DEFAULT, defaults);
    const hasDefault = hasDefaultBlock(job) === true;
    for (const { block, object } of job.resources.requests) {
      if ((object === block.value || hasDefault) && !object.value.list.every(isPlainCount))
        yield* wrongAmounts(job, block.key, object);
    }
  },
};

export const about: RuleAbout = {
  why: 'Since 2.9 the server checks `num_of_gpus`, `num_of_cpus` and `memory` where it can lay them over the default block: in `@default`, in flat blocks, and with a default block also under `process`. Texts, fractions and null are refused, and so are all units of memory but Mi, Gi and Ti.',
  remedy: 'Write whole numbers without quotes, and memory as a string like "8Gi".',
  sources: ['nvflare/utils/job_launcher_utils.py'],
};

/** Most amounts are counts, and a count is right for all but memory. */
function isPlainCount({ key, value }: Entry): boolean {
  return value.kind === 'integer' && value.value > 0 && key !== 'memory';
}

function* wrongAmounts(job: Job, site: string, object: ObjectNode): Generator<Report> {
  for (const { key, value } of object.value.list) {
    const option = PORTABLE_OPTIONS.find(({ name }) => name === key);
    if (!option || option.accepts(value, '')) continue;
    yield {
      at: value,
      message: `"${option.name}" of "${site}" must be ${option.expected}, not ${shown(job, value)}`,
      fixes: fixesFor(metaFile(job), option.name, value),
    };
  }
}

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
