import { MOST_CLIENTS, SERVER_SITE } from '../../job/job-def';
import { describe } from '../../job/participants';
import { pythonInt } from '../../job/python-int';
import { get } from '../../tree/node';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'clients/invalid-min-clients',
  severity: 'error',
  stage: 'submit',
  summary: 'min_clients is a value that the server refuses',
  *check({ job }) {
    const node = job.metaObject && get(job.metaObject, 'min_clients');
    if (!node || node.kind === 'null' || !job.meta) return;
    const number = pythonInt(node);
    if (number.kind === 'unknown') return;
    if (number.kind === 'number' && number.value > 0 && number.value <= MOST_CLIENTS) return;
    const { allSites, bySite } = job.deployment;
    const clients = bySite.size - (bySite.has(SERVER_SITE) ? 1 : 0);
    const suggestion = Math.max(1, allSites ? 1 : clients);
    const fixes = [treeFix(`Change to ${suggestion}`, job.meta.file, { kind: 'replace', node, value: suggestion })];
    if (number.kind !== 'number') {
      const crash = number.kind === 'crash' ? '; the server answers with an internal error' : '';
      const what =
        node.kind === 'string' ? `"${node.value.slice(0, 40)}"` : node.kind === 'float' ? String(node.value) : describe(node);
      yield { at: node, message: `min_clients must be a whole number, not ${what}${crash}`, fixes };
    } else if (number.value <= 0) {
      yield { at: node, message: `min_clients is ${number.value}, but must be at least 1`, fixes };
    } else {
      yield { at: node, message: `min_clients is ${number.value}, but must be at most 1,000,000`, fixes };
    }
  },
};

export const about: RuleAbout = {
  why: 'The least number of clients must be a whole number from 1 to 1,000,000. The server refuses other values, and what it cannot read as a number.',
  remedy: 'Write a whole number without quotes.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "min_clients": <|0|>, "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "min_clients": <|"two"|>, "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "min_clients": <|1000001|>, "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "min_clients": <|Infinity|>, "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "min_clients": 1000000, "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
