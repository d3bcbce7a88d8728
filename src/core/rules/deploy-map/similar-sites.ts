import { SERVER_SITE } from '../../job/job-def';
import type { SiteUse } from '../../job/model';
import { fold } from '../../text/nearest';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'deploy-map/similar-sites',
  severity: 'warning',
  stage: 'schedule',
  summary: 'two sites have nearly the same name',
  needs: 'unusual-sites',
  *check({ job }) {
    const { bySite, unusualSites } = job.deployment;
    if (unusualSites.length === 0) return;
    const byLook = new Map<string, SiteUse>();
    for (const [site, [use]] of bySite) {
      if (!use) continue;
      const look = fold(site);
      // What looks like the server is told by `deploy-map/unlikely-site-name`.
      if (look === SERVER_SITE) continue;
      const other = byLook.get(look);
      if (!other) byLook.set(look, use);
      else {
        yield {
          at: use.range,
          message: `"${site}" and "${other.value}" are two different sites to NVFLARE; is one of them misspelt?`,
          related: [{ file: other.file, range: other.range, message: `"${other.value}" is named here` }],
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Names of sites are compared letter by letter. `site-1`, `Site-1` and `site_1` are three sites to NVFLARE, and those that do not exist are passed over in silence.',
  remedy: 'Keep the name that the federation knows.',
  sources: ['nvflare/app_common/job_schedulers/job_scheduler.py'],
  covers: ['MIS-05'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1", <|"Site_1"|>] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1", "site-11"] } }`,
  ],
};
