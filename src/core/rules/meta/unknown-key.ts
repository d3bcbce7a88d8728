import { keyRange } from '../../tree/node';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { intendedKey, isPrivate, metaKey } from './_keys';

export const rule: Rule = {
  code: 'meta/unknown-key',
  severity: 'info',
  stage: 'never',
  summary: 'a key of the meta file is one that NVFLARE does not know',
  needs: 'unusual-keys',
  *check({ job }) {
    for (const entry of job.unusualKeys) {
      if (metaKey(entry.key) || isPrivate(entry.key) || intendedKey(entry)) continue;
      yield {
        at: keyRange(entry),
        message: `NVFLARE does not read "${entry.key}"; data of your own belongs under "custom_props"`,
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'NVFLARE keeps the key with the job and shows it, but nothing reads it.',
  remedy: 'Put data of your own under `custom_props`, or start the name of a note with an underscore.',
  sources: ['nvflare/apis/job_def.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", <|"agent_id"|>: "a1", "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "$schema": "meta.schema.json", "_note": "for the tutorial", "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
