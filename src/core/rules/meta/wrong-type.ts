import { describe } from '../../job/participants';
import { isSince } from '../../job/release';
import { type ShapeProblem, shapeProblems } from '../../schema/shape';
import { isFalsy } from '../../tree/query';
import { asKind } from '../as-kind';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { metaKey } from './_keys';

export const rule: Rule = {
  code: 'meta/wrong-type',
  severity: 'warning',
  stage: 'run',
  summary: 'a value in the meta file has another type than its key takes',
  needs: 'unusual-keys',
  *check({ job }) {
    for (const problem of job.metaObject ? shapeProblems(job.metaObject) : []) {
      const since = metaKey(String(problem.path[0]))?.since;
      if (since !== undefined && !isSince(job.target, since)) continue;
      yield {
        at: problem.node,
        message: `${problem.message}, not ${describe(problem.node)}`,
        ...(endsTheRun(problem) && { severity: 'error' }),
        fixes: job.meta ? asMeant(job.meta.file, problem) : [],
      };
    }
  },
};

function asMeant(file: string, { node, kinds }: ShapeProblem): readonly Fix[] {
  const value = asKind(node, kinds);
  if (value === undefined) return [];
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  return [treeFix(`Change to ${JSON.stringify(value)}`, file, { kind: 'replace', node, value }, isPlain)];
}

export const about: RuleAbout = {
  why: 'Nobody checks these values when the job is submitted. Those who read them later take them for granted: a `stats_pool_config` that is not an object ends the processes of the job when they start; others are found not to fit, or not found at all.',
  remedy: 'Write a value of the type that the message names.',
  sources: [
    'nvflare/private/fed/utils/fed_utils.py',
    'nvflare/fuel/f3/stats_pool.py',
    'nvflare/private/fed/utils/app_deployer.py',
  ],
};

/** What `StatsPoolManager` cannot go on with: it asks the object for its keys, and the pools for a name in them. */
function endsTheRun({ path, node }: ShapeProblem): boolean {
  if (path[0] !== 'stats_pool_config' || isFalsy(node) !== false) return false;
  return path.length === 1 || (path.length === 2 && node.kind !== 'object');
}

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "scope": <|1|>, "custom_props": <|["a"]|>, "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "stats_pool_config": <|["*"]|>, "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.json
{ "name": "demo", "stats_pool_config": { "save_pools": ["*", <|1|>] }, "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "scope": "public", "stats_pool_config": { "save_pools": ["*"] }, "custom_props": {}, "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
