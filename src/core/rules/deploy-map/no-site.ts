import { keyRange } from '../../tree/node';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { deployToAll } from './_deploy-to-all';

export const rule: Rule = {
  code: 'deploy-map/no-site',
  severity: 'error',
  stage: 'submit',
  summary: 'the deploy map names apps but no site',
  *check({ job }) {
    const { deployment } = job;
    const isEmpty =
      deployment.apps.length > 0 &&
      deployment.apps.every(({ participants }) => participants.items.length === 0 && !participants.fault);
    if (isEmpty && deployment.certain && deployment.entry) {
      yield { at: keyRange(deployment.entry), message: 'deploy_map names no site for any app', fixes: deployToAll(job) };
    }
  },
};

export const about: RuleAbout = {
  why: 'The server refuses a job none of whose apps goes anywhere.',
  remedy: 'Name the sites of each app, or write `["@ALL"]` for the server and all clients.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", <|"deploy_map"|>: { "app": [] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"], "later": [] } }
--- later/config/notes.txt
`,
  ],
};
