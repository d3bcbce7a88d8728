import { SERVER_SITE } from '../../job/job-def';
import type { Job } from '../../job/model';
import { NameFinder } from '../../text/nearest';
import { type ArrayNode, type ConfigNode, type Entry, entry, keyRange } from '../../tree/node';
import { isFalsy } from '../../tree/query';
import type { Fix, Report } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'clients/mandatory-not-deployed',
  severity: 'error',
  stage: 'submit',
  summary: 'a mandatory client gets no app',
  needs: 'mandatory-clients',
  *check({ job }) {
    const { deployment, metaObject } = job;
    const found = metaObject && entry(metaObject, 'mandatory_clients');
    if (!found || deployment.allSites || !deployment.certain || !deployment.entry || deployment.sites.length === 0) return;
    if (isFalsy(found.value) !== false) return;
    const names = new NameFinder(() => [...deployment.bySite.keys()].filter((name) => name !== SERVER_SITE));
    switch (found.value.kind) {
      case 'string':
        if ([...found.value.value].some((letter) => !isClient(job, letter))) yield notAList(job, found);
        return;
      case 'array':
        for (const item of found.value.value) {
          if (
            item.kind !== 'object' &&
            item.kind !== 'array' &&
            item.kind !== 'unknown' &&
            !(item.kind === 'string' && isClient(job, item.value))
          ) {
            yield notDeployed(job, found.value, item, names);
          }
        }
        return;
      case 'object':
        for (const member of found.value.value.list) {
          if (!isClient(job, member.key))
            yield {
              at: keyRange(member),
              message: `"${member.key}" is mandatory, but gets no app; write a list of sites that do`,
            };
        }
    }
  },
};

export const about: RuleAbout = {
  why: 'When the deploy map names its sites, the server refuses a job with a mandatory client that is not among them. `server` is not a client. A plain text is taken for its single letters.',
  remedy: 'Write the name as in the deploy map, or deploy an app to the site.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
  covers: ['MIS-13'],
};

function isClient(job: Job, site: string): boolean {
  return site !== SERVER_SITE && job.deployment.bySite.has(site);
}

function notAList(job: Job, { value }: Entry): Report {
  const text = value.kind === 'string' ? value.value : '';
  return {
    at: value,
    message: 'mandatory_clients must be a list; NVFLARE takes this text for its single letters',
    fixes: job.meta ? [treeFix('Make it a list', job.meta.file, { kind: 'replace', node: value, value: [text] }, true)] : [],
  };
}

function notDeployed(job: Job, array: ArrayNode, item: ConfigNode, names: NameFinder): Report {
  const { deployment, meta } = job;
  const site = item.kind === 'string' ? item.value : undefined;
  const near = site === undefined ? undefined : names.find(site);
  const fixes: Fix[] = [];
  if (meta && near !== undefined)
    fixes.push(treeFix(`Change to "${near}"`, meta.file, { kind: 'replace', node: item, value: near }));
  if (meta && site === SERVER_SITE) fixes.push(treeFix(`Remove "${site}"`, meta.file, { kind: 'remove-item', array, item }));
  for (const app of deployment.apps) {
    const list = app.entry.value;
    if (!meta || site === undefined || site === SERVER_SITE || list.kind !== 'array' || !job.apps.get(app.name)?.client) continue;
    fixes.push(treeFix(`Deploy "${app.name}" to "${site}"`, meta.file, { kind: 'add-item', array: list, value: site }));
  }
  const what =
    site === SERVER_SITE
      ? '"server" is not a client and cannot be mandatory; remove it'
      : `${site === undefined ? 'this value' : `"${site}"`} is mandatory, but deploy_map sends no app there`;
  const related =
    near === undefined
      ? []
      : (deployment.bySite.get(near) ?? []).map((use) => ({
          file: use.file,
          range: use.range,
          message: `"${near}" is deployed to here`,
        }));
  return { at: item, message: what, fixes, related };
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "mandatory_clients": [<|"site-2"|>], "deploy_map": { "app": ["server", "site-1"] } }`,
    `
--- meta.json
{ "name": "demo", "mandatory_clients": <|"site-1"|>, "deploy_map": { "app": ["server", "site-1"] } }`,
    `
--- meta.json
{ "name": "demo", "mandatory_clients": [<|"server"|>], "deploy_map": { "app": ["server", "site-1"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "mandatory_clients": ["site-1"], "deploy_map": { "app": ["server", "site-1"] } }`,
  ],
};
