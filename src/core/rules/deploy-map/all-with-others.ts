import { isAllSites, SERVER_SITE } from '../../job/job-def';
import type { Job, SiteUse } from '../../job/model';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { removeSite } from './_remove-site';

export const rule: Rule = {
  code: 'deploy-map/all-with-others',
  severity: 'error',
  stage: 'submit',
  summary: '@ALL stands beside other sites',
  needs: 'unusual-sites',
  check({ job }) {
    const { allSites, sites } = job.deployment;
    if (!allSites || sites.length < 2) return [];
    const file = job.meta?.file ?? '';
    const other = sites.find((site) => site !== allSites) as SiteUse;
    const more = sites.length > 2 ? ` and ${sites.length - 2} more` : '';
    return [
      {
        at: allSites.range,
        message: `"${allSites.value}" means the server and all clients, but deploy_map also names "${other.value}"${more}; keep one of them`,
        related: [{ file, range: other.range, message: `"${other.value}" is named in app "${other.app}"` }],
        fixes: [...keepAlone(job, allSites), ...withoutAll(job, allSites)],
      },
    ];
  },
};

/** One app, whatever sites it names: all of them get it. */
function keepAlone({ deployment, meta }: Job, all: SiteUse): readonly Fix[] {
  const [only, ...others] = deployment.apps;
  if (!meta || !only || others.length > 0 || only.participants.form !== 'list') return [];
  return [treeFix(`Keep "${all.value}" alone`, meta.file, { kind: 'replace', node: only.entry.value, value: [all.value] })];
}

/** Only where the server and a client are left. */
function withoutAll(job: Job, all: SiteUse): readonly Fix[] {
  const left = job.deployment.sites.filter((site) => site !== all && !isAllSites(site.value)).map(({ value }) => value);
  const fix = left.includes(SERVER_SITE) && left.some((site) => site !== SERVER_SITE) ? removeSite(job, all) : undefined;
  return fix ? [fix] : [];
}

export const about: RuleAbout = {
  why: '`@ALL` already means the server and every client that is connected. The server refuses a deploy map that names it together with any other site, in the same app or in another, or names it twice.',
  remedy: 'Keep `@ALL` alone, or name all sites one by one.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": [<|"@ALL"|>, "server"] } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server"], "app2": [<|"@all"|>] } }
--- app2/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@All"] } }`,
  ],
};
