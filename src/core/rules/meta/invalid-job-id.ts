import { isJobName } from '../../job/job-def';
import { describe } from '../../job/participants';
import { isSince } from '../../job/release';
import { entry } from '../../tree/node';
import { isFalsy } from '../../tree/query';
import { removeKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'meta/invalid-job-id',
  severity: 'error',
  stage: 'submit',
  summary: 'job_id is not a name that the server takes for an id',
  needs: 'unusual-keys',
  check({ job }) {
    const { meta, metaObject, target } = job;
    const found = metaObject && entry(metaObject, 'job_id');
    if (!meta || !found || !isSince(target, '2.8') || isFalsy(found.value) !== false) return [];
    const { value } = found;
    if (value.kind === 'string' && isJobName(value.value)) return [];
    const what =
      value.kind === 'string'
        ? 'job_id may hold only letters, digits, ".", "-" and "_"'
        : `job_id must be a string, not ${describe(value)}`;
    return [
      {
        at: value,
        message: `${what}; leave it out, and the server makes one`,
        fixes: [removeKey(meta.file, metaObject, found, true)],
      },
    ];
  },
};

export const about: RuleAbout = {
  why: 'Since 2.8 the server refuses a job id that is not a string of letters, digits, dots, hyphens and underscores which starts with a letter or digit. It makes an id itself when there is none.',
  remedy: 'Remove `job_id`.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py', 'nvflare/apis/utils/format_check.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "job_id": <|"my job"|>, "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "job_id": <|17|>, "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "job_id": "", "deploy_map": { "app": ["@ALL"] } }`,
    `
--- target 2.7
--- meta.json
{ "name": "demo", "job_id": "my job", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
