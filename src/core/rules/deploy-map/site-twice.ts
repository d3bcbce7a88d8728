import type { Fix } from '../finding';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { removeSite } from './_remove-site';

export const rule: Rule = {
  code: 'deploy-map/site-twice',
  severity: 'error',
  stage: 'submit',
  summary: 'a site is named twice in the deploy map',
  needs: 'unusual-sites',
  *check({ job }) {
    const { allSites, bySite, sites } = job.deployment;
    if (allSites || bySite.size === sites.length) return;
    for (const [site, uses] of bySite) {
      const [first, ...others] = uses;
      if (!first) continue;
      for (const use of others) {
        const fixes = [removeSite(job, use), use.app === first.app ? undefined : removeSite(job, first)].filter(
          (fix): fix is Fix => fix !== undefined,
        );
        yield {
          at: use.range,
          message:
            use.app === first.app
              ? `"${site}" is named twice in app "${use.app}"`
              : `"${site}" gets app "${use.app}" here, but app "${first.app}" already goes there; a site has one app`,
          related: [{ file: first.file, range: first.range, message: `"${site}" gets app "${first.app}" here` }],
          fixes: use.app === first.app ? fixes.map((fix) => ({ ...fix, isPreferred: true })) : fixes,
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Each site gets exactly one app. The server refuses a job that names a site twice, also when both times it is the same app.',
  remedy: 'Remove the site from all but one list.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1", <|"site-1"|>] } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1"], "app2": ["site-2", <|"site-1"|>] } }
--- app2/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1", "Site-1"] } }`,
  ],
};
