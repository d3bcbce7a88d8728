import { fixOf } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'meta/shadowed',
  severity: 'warning',
  stage: 'never',
  summary: 'the job has two meta files, and NVFLARE reads only one',
  needs: 'unsound-meta',
  *check({ job }) {
    const { meta, sources } = job;
    for (const loser of meta?.shadowed ?? []) {
      const source = sources.texts.get(loser);
      yield {
        file: loser,
        at: { start: 0, end: source?.kind === 'text' ? source.text.length : 0 },
        message: `NVFLARE never reads this file, because it takes ${meta?.file}`,
        related: [{ file: meta?.file ?? '', range: { start: 0, end: 0 }, message: 'this file is read instead' }],
        fixes: [fixOf(`Delete ${loser}`, [{ kind: 'delete-file', file: loser }])],
        tag: 'unnecessary',
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'NVFLARE takes the first that it finds of `meta.json`, `meta.conf`, `meta.yml`, `meta.yaml` and the same names with `.default`. What stands in the others is never read.',
  remedy: 'Keep one of them.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py', 'nvflare/fuel/utils/config.py'],
  covers: ['MIS-28'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.yml
<|name: demo|>
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- target 2.3
--- meta.yml
name: demo
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
