import { isJobName } from '../../job/job-def';
import { isSince } from '../../job/release';
import { keyRange } from '../../tree/node';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'deploy-map/invalid-app-name',
  severity: 'error',
  stage: 'submit',
  summary: 'an app has a name that the server refuses',
  *check({ job }) {
    if (!isSince(job.target, '2.8')) return;
    for (const { entry, name } of job.deployment.apps) {
      if (entry.keyKind !== undefined) {
        yield {
          at: keyRange(entry),
          message: `an app's name must be a text; ${name} is read as another type here. Put it in quotes`,
        };
      } else if (!isJobName(name)) {
        const text = name === '' ? 'an app has an empty name' : `"${name}" cannot be the name of an app`;
        yield {
          at: keyRange(entry),
          message: `${text}; a name starts with a letter or digit and goes on with letters, digits, ".", "_" and "-"`,
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Since 2.8 the name of an app starts with a letter or digit and goes on with letters, digits, dots, underscores and hyphens. The name is also the name of its folder, directly in the job folder.',
  remedy: 'Rename the key and the folder.',
  sources: ['nvflare/apis/utils/format_check.py', 'nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { <|"my app"|>: ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server"], <|"apps/client"|>: ["site-1"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
