import { isSince } from '../../job/release';
import { keyRange } from '../../tree/node';
import { removeKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { metaKey } from './_keys';
import { scheduleFault } from './_schedule-state';

export const rule: Rule = {
  code: 'meta/server-key',
  severity: 'warning',
  stage: 'never',
  summary: 'a key of the meta file is one that only the server sets',
  needs: 'unusual-keys',
  *check({ job }) {
    const { meta, metaObject, target } = job;
    if (!meta || !metaObject) return;
    for (const entry of job.unusualKeys) {
      const { key } = entry;
      if (metaKey(key)?.setBy !== 'server' || (key === 'job_id' && isSince(target, '2.4')) || scheduleFault(entry, target))
        continue;
      const isFoundOut = key === 'byoc' && isSince(target, '2.8');
      const isKept = SURVIVE.has(key) || (key === 'byoc' && !isFoundOut);
      yield {
        at: keyRange(entry),
        message: `"${key}" is set by the server; an author's value ${isKept ? 'is kept and misleads' : 'has no effect'}`,
        fixes: [removeKey(meta.file, metaObject, entry, true)],
        ...(isFoundOut && { severity: 'info' }),
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'Keys such as `status`, `submit_time` and `submitter_name` come into a meta file when it is copied from a job that ran. The server overwrites most of them; what it keeps is told as if it had happened to the new job.',
  remedy: 'Remove the key.',
  sources: ['nvflare/private/fed/server/job_cmds.py', 'nvflare/apis/impl/job_def_manager.py'],
  covers: ['MIS-37'],
};

/** The keys that no step of a submission overwrites. */
const SURVIVE: ReadonlySet<string> = new Set([
  'approvals',
  'cloned_from',
  'content_location',
  'from_hub_site',
  'last_schedule_time',
  'schedule_count',
  'schedule_history',
]);

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", <|"status"|>: "RUNNING", <|"submitter_name"|>: "ann@example.org", "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", <|"study"|>: "lungs", <|"byoc"|>: true, "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "scope": "public", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
