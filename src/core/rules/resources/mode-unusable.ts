import { describe } from '../../job/participants';
import { removeKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { oddModes } from './_modes';
import { metaFile } from './_shown';

export const rule: Rule = {
  code: 'resources/mode-unusable',
  severity: 'warning',
  stage: 'deploy',
  summary: 'the launcher options in a block of resource_spec are nothing that a site can use',
  needs: 'nested-blocks',
  *check({ job }) {
    for (const { block, entry, isRefused } of oddModes(job)) {
      if (isRefused || block.value.kind !== 'object') continue;
      yield {
        at: entry.value,
        message: `"${entry.key}" of "${block.key}" must be an object, not ${describe(entry.value)}; the site would fail over it`,
        fixes: entry.value.kind === 'null' ? [removeKey(metaFile(job), block.value, entry)] : [],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'The server does not look at these options, but the site does: since 2.9 when it receives the app, in 2.8 when its launcher of this mode starts the job. Anything but an object makes it fail there.',
  remedy: 'Write the options as an object, or take the mode out.',
  sources: ['nvflare/private/fed/utils/app_authz.py', 'nvflare/utils/job_launcher_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "docker": <|null|>, "k8s": <|"nvflare:2.9"|> } } }`,
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "docker": <|"nvflare:2.8"|> } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "k8s": {} } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "k8s": null } }, "launcher_spec": { "site-1": { "k8s": { "image": "nvflare:2.9" } } } }`,
  ],
};
