import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { missingConfigs } from './_missing-config';

export const rule: Rule = {
  code: 'apps/no-client-config',
  severity: 'error',
  stage: 'submit',
  summary: 'an app goes to clients but has no client configuration',
  needs: 'unsound-apps',
  check({ job }) {
    return missingConfigs(job, 'client');
  },
};

export const about: RuleAbout = {
  why: 'The server refuses a job when an app that goes to a client or to `@ALL` has no `config_fed_client` file directly in its folder `config`.',
  remedy: 'Create the file, or deploy the app to the server only.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- !app/config/config_fed_client.json
--- meta.json
{ "name": "demo", "deploy_map": { <|"app"|>: ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
