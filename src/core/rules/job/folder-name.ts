import { isJobName } from '../../job/job-def';
import { isSince } from '../../job/release';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'job/folder-name',
  severity: 'warning',
  stage: 'pack',
  summary: 'the FLARE API refuses the name of the job folder',
  check({ job }) {
    const { name } = job.sources;
    if (isJobName(name) || name === '' || name === '.' || !isSince(job.target, '2.8')) return [];
    return [
      {
        at: { start: 0, end: 0 },
        message: `the FLARE API does not submit a folder named "${name}"; only letters, digits, ".", "-" and "_" are allowed, with a letter or digit first`,
      },
    ];
  },
};

export const about: RuleAbout = {
  why: 'Since 2.8 the FLARE API submits only folders whose names have letters, digits, dots, hyphens and underscores and start with a letter or digit. The admin console, `nvflare job submit` and the simulator do not mind.',
  remedy: 'Rename the folder.',
  sources: ['nvflare/fuel/flare_api/flare_api.py', 'nvflare/fuel/utils/validation_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- folder my job
--- meta.json
<||>{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- folder my-job_1.0
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
    `
--- target 2.7
--- folder my job
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
