import { pythonInt } from '../../job/python-int';
import { get } from '../../tree/node';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'clients/min-clients-not-an-integer',
  severity: 'error',
  stage: 'schedule',
  summary: 'min_clients is not written as a whole number',
  *check({ job }) {
    const node = job.metaObject && get(job.metaObject, 'min_clients');
    if (!node || node.kind === 'integer' || node.kind === 'unknown' || !job.meta) return;
    const number = pythonInt(node);
    const whole = number.kind === 'number' && number.value > 0 ? number.value : 1;
    const fixes: Fix[] = [treeFix(`Change to ${whole}`, job.meta.file, { kind: 'replace', node, value: whole }, true)];
    if (node.kind === 'float' || node.kind === 'boolean') {
      if (number.kind !== 'number' || number.value <= 0) return;
      yield {
        at: node,
        message: `min_clients must be a whole number; this one counts as ${whole} in one place and as written in another`,
        severity: 'warning',
        fixes,
      };
      return;
    }
    if (node.kind !== 'null' && number.kind !== 'number') return;
    const what = node.kind === 'null' ? 'null' : 'a string';
    yield {
      at: node,
      message: `min_clients is ${what}, which the server's scheduler cannot compare with a number; it would start no job any more`,
      fixes,
    };
  },
};

export const about: RuleAbout = {
  why: 'The check at submission converts the value only for itself; the job keeps it as written. The scheduler cannot compare a string or null with the number of clients, so the job never starts, and no job that was submitted after it starts either until an admin removes it.',
  remedy: 'Write a whole number without quotes, or leave the key out for 1.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py', 'nvflare/app_common/job_schedulers/job_scheduler.py'],
  covers: ['MIS-08'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "min_clients": <|"1"|>, "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "min_clients": <|null|>, "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.conf
name = demo
min_clients = <|"1"|>
deploy_map { app = ["@ALL"] }`,
    `
--- meta.json
{ "name": "demo", "min_clients": <|1.5|>, "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "min_clients": 1, "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
