import { MOST_CLIENTS, SERVER_SITE } from '../../job/job-def';
import { pythonInt } from '../../job/python-int';
import { get } from '../../tree/node';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'clients/too-few-sites',
  severity: 'error',
  stage: 'submit',
  summary: 'min_clients asks for more clients than the deploy map names',
  check({ job }) {
    const { deployment, meta, metaObject } = job;
    const node = metaObject && get(metaObject, 'min_clients');
    if (!node || !meta || deployment.allSites || !deployment.certain || !deployment.entry) return [];
    if (deployment.oddSites.length > 0) return [];
    const number = pythonInt(node);
    const count = deployment.bySite.size - (deployment.bySite.has(SERVER_SITE) ? 1 : 0);
    if (number.kind !== 'number' || number.value > MOST_CLIENTS || number.value <= count || count === 0) return [];
    return [
      {
        at: node,
        message: `min_clients is ${number.value}, but deploy_map names ${count} client${count === 1 ? '' : 's'}`,
        related: [
          { file: meta.file, range: deployment.entry.value, message: `${count} client${count === 1 ? '' : 's'} in deploy_map` },
        ],
        fixes: [treeFix(`Change to ${count}`, meta.file, { kind: 'replace', node, value: count })],
      },
    ];
  },
};

export const about: RuleAbout = {
  why: 'When the deploy map names its sites, the server counts the different ones besides the server and refuses a job that asks for more.',
  remedy: 'Lower `min_clients`, or deploy to more sites.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "min_clients": <|3|>, "deploy_map": { "app": ["server", "site-1", "site-2"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "min_clients": 2, "deploy_map": { "app": ["server", "site-1", "site-2"] } }`,
    `
--- meta.json
{ "name": "demo", "min_clients": 30, "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
