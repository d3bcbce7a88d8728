import { isSince } from '../../job/release';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'deploy-map/not-for-simulator',
  severity: 'info',
  stage: 'never',
  summary: 'the sites of an app are written in a form that the simulator does not read',
  needs: 'unusual-sites',
  *check({ job }) {
    if (!isSince(job.target, '2.6')) return;
    for (const { participants, entry } of job.deployment.apps) {
      if (participants.fault || participants.form === 'list' || participants.form === 'invalid') continue;
      const names = participants.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
      const isWhole = participants.certain && names.length === participants.items.length;
      const fixes: Fix[] = isWhole
        ? [treeFix('Write a plain list of sites', job.meta?.file ?? '', { kind: 'replace', node: entry.value, value: names })]
        : [];
      yield {
        at: entry.value,
        message: 'the server reads sites in this form, but the simulator only reads a list of strings',
        fixes,
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'The server reads the sites of an app also as a string or as objects; the simulator reads only a list of strings and stops with a Python error at any other form.',
  remedy: 'Write a plain list of site names when the job shall run in the simulator too.',
  sources: ['nvflare/private/fed/app/simulator/simulator_runner.py'],
  covers: ['MIS-31'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": <|"@ALL"|> } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": <|["server", { "sites": ["site-1"] }]|> } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
