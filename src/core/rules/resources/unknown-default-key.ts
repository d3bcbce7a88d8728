import { RESOURCE_DEFAULT } from '../../job/job-def';
import { isSince } from '../../job/release';
import { PORTABLE_RESOURCES } from '../../job/site-blocks';
import { launcherModes, textEntry } from '../../job/site-blocks-layers';
import { nearest } from '../../text/nearest';
import { entry, keyRange } from '../../tree/node';
import { removeKey, renameKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { metaFile } from './_shown';

export const rule: Rule = {
  code: 'resources/unknown-default-key',
  severity: 'error',
  stage: 'submit',
  summary: 'the default resources have a key that they may not have',
  needs: 'unusual-resources',
  *check({ job }) {
    if (!isSince(job.target, '2.9')) return;
    const block = textEntry(job.resources.object, RESOURCE_DEFAULT)?.value;
    if (block?.kind !== 'object') return;
    const known: readonly string[] = PORTABLE_RESOURCES;
    for (const found of block.value.list) {
      if (!found.keyKind && known.includes(found.key)) continue;
      const near = nearest(found.key, known);
      const mode = launcherModes(job.target).some((name) => name === found.key);
      const fixes = [removeKey(metaFile(job), block, found)];
      if (near && !entry(block, near)) fixes.unshift(renameKey(metaFile(job), found, near, true));
      yield {
        at: keyRange(found),
        message: `"@default" may hold only num_of_gpus, num_of_cpus and memory, not "${found.key}"${mode ? '; options of launchers for all sites go to launcher_spec.default' : near ? `; did you mean "${near}"?` : ''}`,
        fixes,
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'The block `@default` of `resource_spec` holds only what launchers of every kind understand: `num_of_gpus`, `num_of_cpus` and `memory`. The server refuses a job with any other key there.',
  remedy: 'Move the key into the blocks of the sites that need it.',
  sources: ['nvflare/utils/job_launcher_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "@default": { "num_of_gpus": 1, <|"mem_per_gpu_in_GiB"|>: 8, <|"num_of_cpu"|>: 2 } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "@default": { <|"docker"|>: { "image": "nvflare:2.9" } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "resource_spec": { "@default": { "num_of_gpus": 1, "num_of_cpus": 4, "memory": "8Gi" }, "site-1": { "mem_per_gpu_in_GiB": 8 } } }`,
  ],
};
