import { isAllSites, isSiteName, SERVER_SITE } from '../../job/job-def';
import { describe } from '../../job/participants';
import { get } from '../../tree/node';
import { isFalsy } from '../../tree/query';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'clients/mandatory-never-there',
  severity: 'error',
  stage: 'schedule',
  summary: 'a mandatory client can never be there',
  needs: 'mandatory-clients',
  *check({ job }) {
    const node = job.metaObject && get(job.metaObject, 'mandatory_clients');
    if (!node || !job.meta || !job.deployment.allSites || isFalsy(node) !== false) return;
    if (node.kind !== 'array') {
      const fixes =
        node.kind === 'string'
          ? [treeFix('Make it a list', job.meta.file, { kind: 'replace', node, value: [node.value] }, true)]
          : [];
      yield {
        at: node,
        message: `mandatory_clients must be a list of sites, not ${describe(node)}; the job would never start`,
        fixes,
      };
      return;
    }
    for (const item of node.value) {
      if (item.kind === 'unknown' || (item.kind === 'string' && isSiteName(item.value) && item.value !== SERVER_SITE)) continue;
      const what = item.kind === 'string' ? `"${item.value}"` : describe(item);
      const why =
        item.kind === 'string' && item.value === SERVER_SITE
          ? 'the server is not a client'
          : item.kind === 'string' && isAllSites(item.value)
            ? 'it stands for all sites only in deploy_map'
            : 'no client can have this name';
      yield {
        at: item,
        message: `${what} is mandatory, but ${why}, so the job would never start; remove it`,
        fixes: [treeFix(`Remove ${what}`, job.meta.file, { kind: 'remove-item', array: node, item })],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'With `@ALL` the server does not look at the mandatory clients at submission. The scheduler then waits for a client of exactly that name and gives up after ten attempts, about forty minutes later.',
  remedy: 'Write a list with the names of client sites.',
  sources: ['nvflare/app_common/job_schedulers/job_scheduler.py'],
  covers: ['MIS-12', 'MIS-13'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "mandatory_clients": <|"site-1"|>, "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "mandatory_clients": ["site-1", <|"server"|>, <|"@ALL"|>], "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "mandatory_clients": ["site-1"], "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
