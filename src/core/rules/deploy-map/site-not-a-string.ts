import { describe } from '../../job/participants';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'deploy-map/site-not-a-string',
  severity: 'error',
  stage: 'submit',
  summary: 'a list of sites inside of a list holds something that is not a string',
  needs: 'unusual-sites',
  *check({ job }) {
    for (const node of job.deployment.oddSites) {
      if (node.kind === 'unknown') continue;
      const fixes =
        node.kind === 'integer'
          ? [treeFix('Make it a string', job.meta?.file ?? '', { kind: 'replace', node, value: String(node.value) }, true)]
          : [];
      yield {
        at: node,
        message: `a site must be a string, not ${describe(node)}; the server answers with an internal error`,
        fixes,
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'In an object among the sites of an app, the server takes every element of `sites` or `targets` for a name without looking, and answers with an internal error when it is something else.',
  remedy: 'Write the name of the site as a string.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": [{ "sites": ["server", <|null|>] }] } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", { "targets": [<|1|>] }] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": { "targets": ["server", "1"] } } }`,
  ],
};
