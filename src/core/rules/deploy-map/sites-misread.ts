import { describe } from '../../job/participants';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'deploy-map/sites-misread',
  severity: 'warning',
  stage: 'schedule',
  summary: 'the letters of a text, or the keys of an object, are taken for sites',
  needs: 'unusual-sites',
  *check({ job }) {
    for (const { participants, entry } of job.deployment.apps) {
      const { value } = entry;
      if (participants.form !== 'invalid' || participants.fault) continue;
      const what = value.kind === 'string' ? 'each letter of this text' : 'each key of this object';
      yield {
        at: value,
        message: `before NVFLARE 2.7.2 ${what} is taken for a site; write a list of sites instead of ${describe(value)}`,
        fixes:
          value.kind === 'string'
            ? [treeFix('Make it a list', job.meta?.file ?? '', { kind: 'replace', node: value, value: [value.value] }, true)]
            : [],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'Before 2.7.2 the sites of an app were a list and nothing else, but the server did not look. Of a text it took each letter for a site, of an object each key. Where the rest of the deploy map has a server and no site twice, the job is accepted, and the sites that were meant never get it.',
  remedy: 'Write a list of site names, which every release and the simulator read.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py', 'nvflare/app_common/job_schedulers/job_scheduler.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- target 2.6
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1"], "app2": <|{ "sites": ["site-2"] }|> } }`,
    `
--- target 2.5
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1"], "app2": <|"2"|> } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": { "sites": ["server", "site-1"] } } }`,
    `
--- target 2.6
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1"] } }`,
  ],
};
