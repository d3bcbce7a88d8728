import { describe } from '../../job/participants';
import { isSince } from '../../job/release';
import { isFalsy } from '../../tree/query';
import { removeKey } from '../fixes';
import { metaFile } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'launcher/block-not-an-object',
  severity: 'error',
  stage: 'submit',
  summary: 'the launcher options of a site are not an object',
  needs: 'launcher-options',
  *check({ job }) {
    const { object } = job.launchers;
    if (!object || !isSince(job.target, '2.8')) return;
    for (const entry of object.value.list) {
      const { value } = entry;
      if (value.kind === 'object' || value.kind === 'unknown') continue;
      yield {
        at: value,
        message: `the launcher options of "${entry.key}" must be an object, not ${describe(value)}`,
        fixes: isFalsy(value) === true ? [removeKey(metaFile(job), object, entry)] : [],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'Every value in `launcher_spec` must be an object with a launcher mode as each key; the server refuses the job otherwise.',
  remedy: 'Write the options under their mode, `{ "docker": { "image": … } }`, or take the site out.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": <|null|>, "site-1": <|"docker"|> } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": {} } }`,
    `
--- target 2.7
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": null } }`,
  ],
};
