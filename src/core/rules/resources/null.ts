import { isSince } from '../../job/release';
import { isFalsy } from '../../tree/query';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { metaFile, shown } from './_shown';

export const rule: Rule = {
  code: 'resources/null',
  severity: 'error',
  stage: 'schedule',
  summary: 'resource_spec or one of its blocks is null',
  needs: 'unusual-resources',
  *check({ job }) {
    if (isSince(job.target, '2.9')) return;
    const { entry, object } = job.resources;
    const fixes = (node: typeof entry) =>
      node ? [treeFix('Replace by an empty object', metaFile(job), { kind: 'replace', node: node.value, value: {} }, true)] : [];
    if (entry && (entry.value.kind === 'null' || isZero(entry.value.kind, entry.value.value))) {
      yield {
        at: entry.value,
        message: `resource_spec is ${shown(job, entry.value)}; the scheduler fails on it in every round, and later jobs wait for ever`,
        fixes: fixes(entry),
      };
    }
    if (isSince(job.target, '2.8')) return;
    for (const block of object?.value.list ?? []) {
      if (block.value.kind === 'object' || isFalsy(block.value) !== true) continue;
      yield {
        at: block.value,
        message: `the resources of "${block.key}" are ${shown(job, block.value)}; the site refuses a request that is no object, so the job waits for it in vain`,
        fixes: fixes(block),
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'Before 2.9 the server accepts a job whose `resource_spec` is null, and then its scheduler fails on it in every round: the job never starts, and no job that was submitted after it does. Before 2.8 a block that is null makes its site refuse the job each time.',
  remedy: 'Leave it out, or write an empty object.',
  sources: ['nvflare/app_common/job_schedulers/job_scheduler.py', 'nvflare/private/fed/client/scheduler_cmds.py'],
};

/** Python can look for a site in an empty text or list, but not in a number or a truth value. */
function isZero(kind: string, value: unknown): boolean {
  return (kind === 'integer' || kind === 'float' || kind === 'boolean') && Number(value) === 0;
}

export const examples: RuleExamples = {
  bad: [
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": <|null|> }`,
    `
--- target 2.7
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": <|null|> } }`,
  ],
  good: [
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": null } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": null }`,
  ],
};
