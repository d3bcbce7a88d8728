import { get, keyRange } from '../../tree/node';
import { renameKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { intendedKey } from './_keys';

export const rule: Rule = {
  code: 'meta/misspelt-key',
  severity: 'warning',
  stage: 'never',
  summary: 'a key of the meta file is probably misspelt',
  needs: 'unusual-keys',
  *check({ job }) {
    const { meta, metaObject } = job;
    if (!meta || !metaObject) return;
    for (const entry of job.unusualKeys) {
      const meant = intendedKey(entry);
      if (!meant) continue;
      const other = get(metaObject, meant.key);
      yield {
        at: keyRange(entry),
        message: `NVFLARE does not read "${entry.key}"; ${other ? `"${meant.key}" is given too` : `did you mean "${meant.key}"?`}`,
        fixes: other ? [] : [renameKey(meta.file, entry, meant.key, meant.isSure)],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'NVFLARE keeps keys that it does not know and never reads them. What a misspelt key should say is then not said, and the default holds: any number of clients is enough, no client must take part, no resources are reserved.',
  remedy: 'Rename the key.',
  sources: ['nvflare/apis/job_def.py'],
  covers: ['MIS-35'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", <|"min_client"|>: 2, <|"required_clients"|>: ["site-1"], "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", <|"deployMap"|>: { "app": ["@ALL"] } }`,
    `
--- meta.conf
name = demo
<|min_sites|> = 2
deploy_map { app = ["@ALL"] }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "min_clients": 2, "score": 0.5, "deployment": "test", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
