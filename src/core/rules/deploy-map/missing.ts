import { keyRange } from '../../tree/node';
import { isFalsy } from '../../tree/query';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'deploy-map/missing',
  severity: 'error',
  stage: 'submit',
  summary: 'the meta has no deploy_map, or an empty one',
  check({ job }) {
    const { metaObject, meta, deployment } = job;
    if (!metaObject || !meta) return [];
    const { entry } = deployment;
    if (!entry && metaObject.value.incomplete) return [];
    if (isFalsy(entry?.value) !== true) return [];
    const apps = [...job.apps.values()].filter((app) => app.server || app.client);
    const value = Object.fromEntries(
      apps.length === 0 ? [['app', ['@ALL']]] : apps.map((app) => [app.name, apps.length === 1 ? ['@ALL'] : []]),
    );
    const fix = entry
      ? treeFix('Deploy the apps to all sites', meta.file, { kind: 'replace', node: entry.value, value })
      : treeFix('Add "deploy_map"', meta.file, { kind: 'add-entry', object: metaObject, key: 'deploy_map', value });
    return [
      {
        at: entry ? keyRange(entry) : { start: metaObject.start, end: Math.min(metaObject.start + 1, metaObject.end) },
        message: entry ? 'deploy_map is empty, so no app goes to any site' : 'deploy_map is missing, so no app goes to any site',
        fixes: apps.length > 1 ? [] : [fix],
      },
    ];
  },
};

export const about: RuleAbout = {
  why: 'The deploy map says which app goes to which sites. Without it there is nothing to deploy, and the server refuses the job.',
  remedy: 'Add `deploy_map` with one key per app folder and its sites as a list.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
<|{|> "name": "demo" }`,
    `
--- meta.json
{ "name": "demo", <|"deploy_map"|>: {} }`,
    `
--- meta.conf
name = demo
<|deploy_map|> = []`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
