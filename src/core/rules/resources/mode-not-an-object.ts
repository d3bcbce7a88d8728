import { describe } from '../../job/participants';
import { removeKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { oddModes } from './_modes';
import { metaFile } from './_shown';

export const rule: Rule = {
  code: 'resources/mode-not-an-object',
  severity: 'error',
  stage: 'submit',
  summary: 'the launcher options in a block of resource_spec are not an object',
  needs: 'nested-blocks',
  *check({ job }) {
    for (const { block, entry, isRefused } of oddModes(job)) {
      if (!isRefused || block.value.kind !== 'object') continue;
      yield {
        at: entry.value,
        message: `"${entry.key}" of "${block.key}" must be an object, not ${describe(entry.value)}`,
        fixes: entry.value.kind === 'null' ? [removeKey(metaFile(job), block.value, entry)] : [],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'Since 2.9 the server looks into the options of `docker`, `k8s` and `slurm` in a block of `resource_spec`. It refuses Docker options that are no object, and answers with an internal error where it has to compare the others with the resources of the site.',
  remedy: 'Write the options as an object, or better move them to `launcher_spec`.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py', 'nvflare/utils/job_launcher_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "docker": <|"nvflare:latest"|> } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "site-1": { "process": { "num_of_gpus": 1 }, "k8s": <|null|>, "slurm": <|[]|> } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "@default": { "memory": "8Gi" }, "site-1": { "docker": <|null|> } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "docker": { "image": "nvflare:latest" } } } }`,
  ],
};
