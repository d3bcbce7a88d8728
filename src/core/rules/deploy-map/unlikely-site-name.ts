import { ALL_SITES, isAllSites, isSiteName, SERVER_SITE } from '../../job/job-def';
import type { Deployment, SiteUse } from '../../job/model';
import type { Fix, Report } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'deploy-map/unlikely-site-name',
  severity: 'warning',
  stage: 'schedule',
  summary: 'no site can have this name',
  needs: 'unusual-sites',
  *check({ job }) {
    const { deployment } = job;
    for (const site of deployment.unusualSites) {
      const report = reportOn(site, deployment);
      if (report) yield report;
    }
  },
};

function reportOn(site: SiteUse, { sites, bySite }: Deployment): Report | undefined {
  const { value, node, file } = site;
  if (isAllSites(value)) return undefined;
  if (meansAllSites(value)) {
    const message = `"${value}" is taken for a client of that name; all sites are only meant by "${ALL_SITES}"`;
    return { at: node, message, fixes: sites.length === 1 ? [changeTo(file, node, ALL_SITES)] : [] };
  }
  if (!isSiteName(value)) return unlikely(site);
  if (!looksLikeServer(value) || !bySite.has(SERVER_SITE)) return undefined;
  return { at: node, message: `"${value}" is taken for a client of that name; the server is only meant by "${SERVER_SITE}"` };
}

function unlikely({ value, node, file }: SiteUse): Report {
  const names = value.split(/[,;\s]+/).filter((name) => name !== '');
  const isGood = names.every((name) => isSiteName(name) || isAllSites(name));
  if (isGood && names.length > 1 && /[,;]/.test(value)) {
    const message = `this is one string with ${names.length} names in it, which NVFLARE takes for the name of one site; write each as a string of its own`;
    return { at: node, message };
  }
  const [only, ...others] = names;
  const fixes = isGood && only !== undefined && others.length === 0 ? [changeTo(file, node, only, true)] : [];
  const what = value === '' ? 'a site has an empty name' : `no site can be named "${value}"`;
  return { at: node, message: `${what}; site names have letters, digits, "-" and "_"`, fixes };
}

function changeTo(file: string, node: SiteUse['node'], value: string, isPreferred = false): Fix {
  return treeFix(`Change to "${value}"`, file, { kind: 'replace', node, value }, isPreferred);
}

export const about: RuleAbout = {
  why: 'Sites are provisioned with letters, digits, hyphens and underscores in their names, and a job finds a site only under exactly its name. Sites that are not connected are passed over in silence, so the job runs without this one, or waits for it.',
  remedy: 'Write the name as the project file of the federation has it.',
  sources: ['nvflare/apis/utils/format_check.py', 'nvflare/app_common/job_schedulers/job_scheduler.py'],
  covers: ['MIS-05'],
};

/** `ALL`, `@ALLL`, `@all_clients`, `*`: other ways in which authors write `@ALL`. A site that is named so is unlikely. */
function meansAllSites(site: string): boolean {
  return LIKE_ALL.has(site.charCodeAt(0)) && /^(?:\*|@ *all.*|all(?:[-_ ]?(?:sites|clients))?)$/i.test(site);
}

/** The first letters of those; nearly no name of a site has to be looked at further. */
const LIKE_ALL: ReadonlySet<number> = new Set([...'*@aA'].map((letter) => letter.charCodeAt(0)));

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
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": [<|"ALL"|>] } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", <|"*"|>], "app2": [<|"all"|>] } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", <|"site-1, site-2"|>] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site_1", "Hospital-2", "allentown"] } }`,
  ],
};
