import { isSince, releaseName } from '../../job/release';
import { keyRange } from '../../tree/node';
import { removeKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { metaKey } from './_keys';

export const rule: Rule = {
  code: 'meta/key-too-new',
  severity: 'warning',
  stage: 'never',
  summary: 'a key of the meta file came with a later release',
  needs: 'unusual-keys',
  *check({ job }) {
    const { target, unusualKeys, meta, metaObject } = job;
    for (const entry of unusualKeys) {
      const known = metaKey(entry.key);
      if (known?.setBy !== 'author' || known.since === undefined) continue;
      if (isSince(target, known.since)) continue;
      yield {
        at: keyRange(entry),
        message: `"${entry.key}" came with NVFLARE ${known.since}; ${releaseName(target)} does not read it`,
        fixes: meta && metaObject ? [removeKey(meta.file, metaObject, entry)] : [],
        tag: 'unnecessary',
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'The release that the job is checked for does not read the key. It accepts the job and runs it without what the key says.',
  remedy:
    'Remove the key, or name the release that the job is meant for. What `launcher_spec` says of images stands in `deploy_map` in 2.6 and 2.7.',
  sources: ['nvflare/apis/job_def.py', 'nvflare/utils/job_launcher_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- target 2.7
--- meta.json
{ "name": "demo", <|"launcher_spec"|>: {}, "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- target 2.8
--- meta.json
{ "name": "demo", "launcher_spec": {}, "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
