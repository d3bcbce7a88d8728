import { describe } from '../../job/participants';
import { isFalsy } from '../../tree/query';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'deploy-map/not-an-object',
  severity: 'error',
  stage: 'submit',
  summary: 'deploy_map is not an object of apps',
  check({ job }) {
    const value = job.deployment.entry?.value;
    if (!value || value.kind === 'object' || value.kind === 'unknown' || isFalsy(value) !== false) return [];
    return [{ at: value, message: `deploy_map must be an object of apps and their sites, not ${describe(value)}` }];
  },
};

export const about: RuleAbout = {
  why: 'The server expects an object whose keys are app folders and whose values are their sites. Any other value is refused; before 2.8 the server answered with an internal error.',
  remedy: 'Write `{ "app": ["server", "site-1"] }` with the name of your app folder.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": <|["server", "site-1"]|> }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": <|"app"|> }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
