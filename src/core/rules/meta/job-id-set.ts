import { isJobName } from '../../job/job-def';
import { isSince } from '../../job/release';
import { entry, keyRange } from '../../tree/node';
import { isFalsy } from '../../tree/query';
import { removeKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'meta/job-id-set',
  severity: 'warning',
  stage: 'never',
  summary: 'the meta file brings a job id of its own',
  needs: 'unusual-keys',
  check({ job }) {
    const { meta, metaObject, target } = job;
    const found = metaObject && entry(metaObject, 'job_id');
    if (!meta || !found || !isSince(target, '2.4') || isFalsy(found.value) !== false) return [];
    const isChecked = isSince(target, '2.8');
    if (isChecked && !(found.value.kind === 'string' && isJobName(found.value.value))) return [];
    const then = isChecked
      ? 'the server refuses the job when it already has one of this id'
      : 'a stored job of this id would be replaced';
    return [
      {
        at: keyRange(found),
        message: `job_id should be left to the server; ${then}`,
        fixes: [removeKey(meta.file, metaObject, found)],
      },
    ];
  },
};

export const about: RuleAbout = {
  why: 'A job id stays in a meta file that was downloaded or copied from a job that ran. Since 2.8 the server refuses an id that is already in its store; from 2.4 to 2.7 the new job replaces the stored one with all its results.',
  remedy: 'Remove `job_id`, and the server makes a new one.',
  sources: ['nvflare/apis/impl/job_def_manager.py'],
  covers: ['MIS-36'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", <|"job_id"|>: "f0e9a1d2-3b4c-4d5e-8f60-718293a4b5c6", "deploy_map": { "app": ["@ALL"] } }`,
    `
--- target 2.5
--- meta.json
{ "name": "demo", <|"job_id"|>: "my job", "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "job_id": null, "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
