import { describe } from '../../job/participants';
import { isSince } from '../../job/release';
import { isFalsy } from '../../tree/query';
import { removeKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { metaFile } from './_shown';

export const rule: Rule = {
  code: 'resources/block-not-an-object',
  severity: 'error',
  stage: 'submit',
  summary: 'the resources of a site are not an object',
  needs: 'unusual-resources',
  *check({ job }) {
    const { object } = job.resources;
    if (!object) return;
    const strict = isSince(job.target, '2.9');
    for (const entry of object.value.list) {
      const { value, key } = entry;
      if (value.kind === 'object' || value.kind === 'unknown') continue;
      const empty = isFalsy(value) === true;
      if (empty && !strict) continue;
      yield {
        at: value,
        message: `the resources of "${key}" must be an object, not ${describe(value)}`,
        fixes: empty ? [removeKey(metaFile(job), object, entry)] : [],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'Every value in `resource_spec` must be an object of resources; the server refuses the job otherwise. Before 2.9 empty values such as `null` slipped through.',
  remedy: 'Write the resources as an object, `{ "num_of_gpus": 1 }`, or take the site out.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": <|["gpu", 1]|>, "site-2": <|null|> } }`,
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": <|2|> } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": {} } }`,
  ],
};
