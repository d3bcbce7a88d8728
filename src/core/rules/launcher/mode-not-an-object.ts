import { describe } from '../../job/participants';
import { isSince } from '../../job/release';
import { launcherModes, textEntry } from '../../job/site-blocks-layers';
import { isFalsy } from '../../tree/query';
import { removeKey } from '../fixes';
import { metaFile } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'launcher/mode-not-an-object',
  severity: 'error',
  stage: 'submit',
  summary: 'the options of a launcher mode are not an object',
  needs: 'launcher-options',
  *check({ job }) {
    if (!isSince(job.target, '2.8')) return;
    for (const block of job.launchers.object?.value.list ?? []) {
      if (block.value.kind !== 'object') continue;
      for (const mode of launcherModes(job.target)) {
        const found = textEntry(block.value, mode);
        const value = found?.value;
        if (!found || !value || value.kind === 'object' || value.kind === 'unknown') continue;
        yield {
          at: value,
          message: `the options of "${mode}" for "${block.key}" must be an object, not ${describe(value)}`,
          fixes: isFalsy(value) === true ? [removeKey(metaFile(job), block.value, found)] : [],
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'Under each mode in `launcher_spec` the server expects an object of options, and refuses the job otherwise; null is refused too.',
  remedy: 'Write the options as an object, `{ "image": … }`, or take the mode out.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "default": { "docker": <|"nvflare:2.9"|> }, "site-1": { "k8s": <|null|>, "process": <|[]|> } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": { "process": {} } } }`,
  ],
};
