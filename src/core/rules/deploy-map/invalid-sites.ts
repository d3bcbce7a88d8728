import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'deploy-map/invalid-sites',
  severity: 'error',
  stage: 'submit',
  summary: 'the sites of an app are written in a form that the server does not read',
  needs: 'unusual-sites',
  *check({ job }) {
    for (const { participants, entry } of job.deployment.apps) {
      const { fault } = participants;
      if (!fault) continue;
      const fixes: Fix[] = [];
      const file = job.meta?.file ?? '';
      if (fault.node === entry.value && fault.node.kind === 'string') {
        fixes.push(treeFix('Make it a list', file, { kind: 'replace', node: fault.node, value: [fault.node.value] }, true));
      }
      const crash = fault.refusal === 'crash' ? ' (the server answers with an internal error)' : '';
      yield { at: fault.node, message: fault.message + crash, fixes };
    }
  },
};

export const about: RuleAbout = {
  why: 'The sites of an app are a list of names. 2.6 added objects with a list under `sites` inside that list; 2.7.2 added a single name as a string and an object with a list under `sites` or `targets`. The server refuses other forms, or takes a string for its single letters.',
  remedy: 'Write a list of site names, which every release and the simulator read.',
  sources: ['nvflare/private/fed/utils/fed_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", <|3|>] } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": <|null|>, "app2": ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": <|{ "site": ["@ALL"] }|> } }`,
    `
--- target 2.6
--- meta.json
{ "name": "demo", "deploy_map": { "app": <|"@ALL"|> } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": "@ALL" } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": { "targets": ["server", "site-1"] } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": [{ "sites": ["server"] }, "site-1"] } }`,
  ],
};
