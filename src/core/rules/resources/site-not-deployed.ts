import { RESOURCE_DEFAULT } from '../../job/job-def';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { isMeantAsDefault } from './_default-name';
import { undeployedBlocks } from './_undeployed';

export const rule: Rule = {
  code: 'resources/site-not-deployed',
  severity: 'warning',
  stage: 'never',
  summary: 'resource_spec has a block for a site that the job does not go to',
  needs: 'resource-spec',
  check({ job }) {
    return undeployedBlocks(job, job.resources, ({ key }) => key === RESOURCE_DEFAULT || isMeantAsDefault(key));
  },
};

export const about: RuleAbout = {
  why: 'Blocks are found by the exact name of a site. The block of a site that the job is not deployed to is never read, and a site without a block is asked for nothing, so it runs the job without reserving a GPU.',
  remedy: 'Write the name as `deploy_map` has it, or take the block out.',
  sources: ['nvflare/app_common/job_schedulers/job_scheduler.py', 'nvflare/utils/job_launcher_utils.py'],
  covers: ['MIS-17'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1", "site-2"] },
  "resource_spec": { "site-1": { "num_of_gpus": 1 }, <|"Site_2"|>: { "num_of_gpus": 1 } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "mandatory_clients": ["site-1"],
  "resource_spec": { <|"site_1"|>: { "num_of_gpus": 1 }, <|"site 2"|>: { "num_of_gpus": 1 } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1"] }, "resource_spec": { "site-1": { "num_of_gpus": 1 }, "@default": { "num_of_gpus": 2 } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "num_of_gpus": 1 }, "site-2": { "num_of_gpus": 1 } } }`,
  ],
};
