import { RESOURCE_DEFAULT } from '../../job/job-def';
import { describe } from '../../job/participants';
import { isSince } from '../../job/release';
import { textEntry } from '../../job/site-blocks-layers';
import type { ConfigNode } from '../../tree/node';
import { isFalsy } from '../../tree/query';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { hasDefaultBlock } from './_blocks';
import { breaksMembershipTest } from './_odd-value';
import { processFixes } from './_process-fixes';

export const rule: Rule = {
  code: 'resources/process-unusable',
  severity: 'error',
  stage: 'schedule',
  summary: 'the process resources of a site cannot be asked for',
  needs: 'nested-blocks',
  *check({ job }) {
    if (!isSince(job.target, '2.8')) return;
    const is29 = isSince(job.target, '2.9');
    if (is29 && hasDefaultBlock(job) !== false) return;
    for (const block of job.resources.nested) {
      if (block.value.kind !== 'object' || (is29 && block.key === RESOURCE_DEFAULT)) continue;
      const value = textEntry(block.value, 'process')?.value;
      if (!value || value.kind === 'object' || value.kind === 'unknown') continue;
      if (is29 && (breaksMembershipTest(value, ['num_of_gpus']) || makesDict(value))) continue;
      yield {
        at: value,
        message: `"process" of "${block.key}" must be an object, not ${describe(value)}; the job is accepted and then never starts`,
        fixes: processFixes(job, block),
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'The server accepts some values of `process` that are no objects. In 2.9 its scheduler then fails on the job in every round, and later jobs wait as well; in 2.8 the site refuses the request each time.',
  remedy: 'Write the resources under `process` as an object, `{ "num_of_gpus": 1 }`, or take `process` out.',
  sources: ['nvflare/utils/job_launcher_utils.py', 'nvflare/app_common/job_schedulers/job_scheduler.py'],
};

/** Whether Python's `dict(value)` works: on what is empty, and on a list of pairs. */
function makesDict(value: ConfigNode): boolean {
  if (isFalsy(value) === true) return true;
  if (value.kind !== 'array') return false;
  return value.value.every(
    (item) => item.kind === 'unknown' || ((item.kind === 'array' || item.kind === 'string') && item.value.length === 2),
  );
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "process": <|"gpu"|> } } }`,
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "process": <|null|> } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "process": {} } } }`,
  ],
};
