import { entry } from '../../tree/node';
import { removeKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { SCHEDULER_KEYS, scheduleFault } from './_schedule-state';

export const rule: Rule = {
  code: 'meta/schedule-count',
  severity: 'error',
  stage: 'schedule',
  summary: 'a count of the scheduler stands in the meta file and keeps the job from starting',
  needs: 'unusual-keys',
  *check({ job }) {
    const { meta, metaObject, target } = job;
    if (!meta || !metaObject) return;
    for (const key of SCHEDULER_KEYS) {
      const found = entry(metaObject, key);
      const message = found && scheduleFault(found, target);
      if (message)
        yield { at: found.value, message: `${message}; remove it`, fixes: [removeKey(meta.file, metaObject, found, true)] };
    }
  },
};

export const about: RuleAbout = {
  why: 'The server does not take its own counts out of a meta file that was copied from a job that ran. A job with ten attempts or more is given up at once, and values of another type stop the scheduler.',
  remedy: 'Remove `schedule_count`, `last_schedule_time` and `schedule_history`.',
  sources: ['nvflare/app_common/job_schedulers/job_scheduler.py'],
  covers: ['MIS-37'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "schedule_count": <|10|>, "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "schedule_count": <|"1"|>, "last_schedule_time": <|null|>, "schedule_history": <|"none"|>, "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "schedule_count": 1, "schedule_history": [], "deploy_map": { "app": ["@ALL"] } }`,
    `
--- target 2.2
--- meta.json
{ "name": "demo", "schedule_count": 10, "deploy_map": { "app": ["server", "site-1"] } }`,
  ],
};
