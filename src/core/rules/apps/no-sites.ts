import { keyRange } from '../../tree/node';
import { removeKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'apps/no-sites',
  severity: 'info',
  stage: 'never',
  summary: 'the deploy map names an app but no site for it',
  *check({ job }) {
    const { apps, sites } = job.deployment;
    if (sites.length === 0) return;
    for (const { name, entry, participants } of apps) {
      if (participants.items.length > 0 || participants.fault || !participants.certain) continue;
      const map = job.deployment.entry?.value;
      yield {
        at: keyRange(entry),
        message: `app "${name}" goes to no site`,
        fixes: job.meta && map?.kind === 'object' ? [removeKey(job.meta.file, map, entry)] : [],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'The app is uploaded with the job and must be complete, but no site gets it.',
  remedy: 'Name its sites, or remove the app from the deploy map.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"], <|"later"|>: [] } }
--- later/config/notes.txt
`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
