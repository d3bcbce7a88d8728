import { LAUNCHER_DEFAULT } from '../../job/job-def';
import { isSince } from '../../job/release';
import { isMeantAsDefault } from '../resources/_default-name';
import { undeployedBlocks } from '../resources/_undeployed';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'launcher/site-not-deployed',
  severity: 'warning',
  stage: 'never',
  summary: 'launcher_spec has a block for a site that the job does not go to',
  needs: 'launcher-options',
  *check({ job }) {
    if (!isSince(job.target, '2.8')) return;
    // The server fails on names that are no texts, which is told by `launcher/site-not-a-text`.
    const failsOnOthers = isSince(job.target, '2.9');
    yield* undeployedBlocks(
      job,
      job.launchers,
      ({ key, keyKind }) => key === LAUNCHER_DEFAULT || isMeantAsDefault(key) || (failsOnOthers && keyKind !== undefined),
    );
  },
};

export const about: RuleAbout = {
  why: 'Blocks are found by the exact name of a site. The block of a site that the job is not deployed to is never read, and the site that was meant may lack its image.',
  remedy: 'Write the name as `deploy_map` has it, or take the block out.',
  sources: ['nvflare/utils/job_launcher_utils.py'],
  covers: ['MIS-17'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", "site-1"] },
  "launcher_spec": { "server": { "docker": { "image": "nvflare:2.9" } }, <|"site_1"|>: { "docker": { "image": "nvflare:2.9" } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": {} }, "launcher_spec": { <|"Site-1"|>: { "docker": { "image": "nvflare:2.9" } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "server": { "docker": { "image": "nvflare:2.9" } }, "site-1": { "docker": { "image": "nvflare:2.9" } } } }`,
  ],
};
