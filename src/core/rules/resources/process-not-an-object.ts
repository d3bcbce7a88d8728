import { RESOURCE_DEFAULT } from '../../job/job-def';
import { describe } from '../../job/participants';
import { isSince } from '../../job/release';
import { textEntry } from '../../job/site-blocks-layers';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { hasDefaultBlock } from './_blocks';
import { breaksMembershipTest } from './_odd-value';
import { processFixes } from './_process-fixes';

export const rule: Rule = {
  code: 'resources/process-not-an-object',
  severity: 'error',
  stage: 'submit',
  summary: 'the process resources of a site are not an object',
  needs: 'nested-blocks',
  *check({ job }) {
    if (!isSince(job.target, '2.9')) return;
    const everyValue = hasDefaultBlock(job) === true;
    for (const block of job.resources.nested) {
      if (block.value.kind !== 'object' || block.key === RESOURCE_DEFAULT) continue;
      const value = textEntry(block.value, 'process')?.value;
      if (!value || value.kind === 'object' || value.kind === 'unknown') continue;
      if (!everyValue && !breaksMembershipTest(value, ['num_of_gpus'])) continue;
      yield {
        at: value,
        message: `"process" of "${block.key}" must be an object, not ${describe(value)}; the server would answer with an internal error`,
        fixes: processFixes(job, block),
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'Since 2.9 the server looks into `process` when it compares the resources with `launcher_spec`, and answers with an internal error where that is no object.',
  remedy: 'Write the resources under `process` as an object, `{ "num_of_gpus": 1 }`, or take `process` out.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py', 'nvflare/utils/job_launcher_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "process": <|null|> }, "site-2": { "process": <|2|> } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "@default": {}, "site-1": { "process": <|[]|> } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "process": { "num_of_gpus": 1 } } } }`,
  ],
};
