import { describe } from '../../job/participants';
import { isSince } from '../../job/release';
import { isFalsy } from '../../tree/query';
import { treeFix } from '../fixes';
import { metaFile } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'launcher/not-an-object',
  severity: 'error',
  stage: 'submit',
  summary: 'launcher_spec is not an object',
  needs: 'launcher-options',
  check({ job }) {
    const value = job.launchers.entry?.value;
    if (!isSince(job.target, '2.8') || !value || value.kind === 'object' || value.kind === 'unknown' || value.kind === 'null')
      return [];
    return [
      {
        at: value,
        message: `launcher_spec must be an object with a block for each site, not ${describe(value)}`,
        fixes:
          isFalsy(value) === true
            ? [treeFix('Replace by an empty object', metaFile(job), { kind: 'replace', node: value, value: {} }, true)]
            : [],
      },
    ];
  },
};

export const about: RuleAbout = {
  why: 'The server looks for one block per site in `launcher_spec` and refuses a job in which it is anything but an object or null.',
  remedy: 'Write an object with the name of a site, or `default`, as each key, or leave `launcher_spec` out.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": <|"docker"|> }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": <|[]|> }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": null }`,
  ],
};
