import { describe } from '../../job/participants';
import { isSince } from '../../job/release';
import { isFalsy } from '../../tree/query';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { metaFile } from './_shown';

export const rule: Rule = {
  code: 'resources/not-an-object',
  severity: 'error',
  stage: 'submit',
  summary: 'resource_spec is not an object',
  needs: 'unusual-resources',
  check({ job }) {
    const value = job.resources.entry?.value;
    if (!value || value.kind === 'object' || value.kind === 'unknown') return [];
    const empty = isFalsy(value) === true;
    if (isSince(job.target, '2.9') ? value.kind === 'null' : empty) return [];
    return [
      {
        at: value,
        message: `resource_spec must be an object with a block for each site, not ${describe(value)}`,
        fixes: empty
          ? [treeFix('Replace by an empty object', metaFile(job), { kind: 'replace', node: value, value: {} }, true)]
          : [],
      },
    ];
  },
};

export const about: RuleAbout = {
  why: 'The server looks for one block per site in `resource_spec` and refuses a job in which it is anything but an object. Before 2.9 empty values such as `[]` slipped through.',
  remedy: 'Write an object with the name of a site as each key, or leave `resource_spec` out.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": <|["site-1", { "num_of_gpus": 1 }]|> }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": <|[]|> }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": null }`,
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": [] }`,
  ],
};
