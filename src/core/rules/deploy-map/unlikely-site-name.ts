import { isAllSites, isSiteName, SERVER_SITE } from '../../job/job-def';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'deploy-map/unlikely-site-name',
  severity: 'warning',
  stage: 'schedule',
  summary: 'no site can have this name',
  *check({ job }) {
    const { unusualSites, bySite } = job.deployment;
    const hasServer = bySite.has(SERVER_SITE);
    for (const { value, node, file } of unusualSites) {
      if (isSiteName(value)) {
        if (hasServer && looksLikeServer(value)) {
          yield { at: node, message: `"${value}" is taken for a client of that name; the server is only meant by "server"` };
        }
        continue;
      }
      if (isAllSites(value)) continue;
      const trimmed = value.trim();
      const fixes =
        trimmed !== value && (isSiteName(trimmed) || isAllSites(trimmed))
          ? [treeFix(`Change to "${trimmed}"`, file, { kind: 'replace', node, value: trimmed }, true)]
          : [];
      const what = value === '' ? 'a site has an empty name' : `no site can be named "${value}"`;
      yield { at: node, message: `${what}; site names have letters, digits, "-" and "_"`, fixes };
    }
  },
};

export const about: RuleAbout = {
  why: 'Sites are provisioned with letters, digits, hyphens and underscores in their names, and a job finds a site only under exactly its name. Sites that are not connected are passed over in silence, so the job runs without this one, or waits for it.',
  remedy: 'Write the name as the project file of the federation has it.',
  sources: ['nvflare/apis/utils/format_check.py', 'nvflare/app_common/job_schedulers/job_scheduler.py'],
  covers: ['MIS-05'],
};

function looksLikeServer(site: string): boolean {
  return site.length === SERVER_SITE.length && site !== SERVER_SITE && site.toLowerCase() === SERVER_SITE;
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", <|"site 1"|>, <|" site-2"|>] } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1", <|"Server"|>] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site_1", "Hospital-2"] } }`,
  ],
};
