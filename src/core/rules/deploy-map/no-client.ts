import { SERVER_SITE } from '../../job/job-def';
import { keyRange } from '../../tree/node';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { deployToAll } from './_deploy-to-all';

export const rule: Rule = {
  code: 'deploy-map/no-client',
  severity: 'error',
  stage: 'submit',
  summary: 'only the server is deployed to',
  check({ job }) {
    const { allSites, bySite, certain, entry, apps, oddSites } = job.deployment;
    if (!certain || allSites || !entry || !bySite.has(SERVER_SITE) || bySite.size > 1) return [];
    if (oddSites.length > 0 || apps.some(({ participants }) => participants.fault)) return [];
    return [
      {
        at: keyRange(entry),
        message: 'deploy_map names only the server; without a client the server answers with an internal error',
        fixes: deployToAll(job),
      },
    ];
  },
};

export const about: RuleAbout = {
  why: 'A job needs at least one client. When the deploy map names just the server, its check fails with an internal error that has no text.',
  remedy: 'Name at least one client site, or write `["@ALL"]`.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
  covers: ['MIS-14'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", <|"deploy_map"|>: { "app": ["server"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1"] } }`,
  ],
};
