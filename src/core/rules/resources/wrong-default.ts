import { isAllSites, RESOURCE_DEFAULT } from '../../job/job-def';
import { isSince, releaseName } from '../../job/release';
import { PORTABLE_RESOURCES } from '../../job/site-blocks';
import { textEntry } from '../../job/site-blocks-layers';
import { keyRange } from '../../tree/node';
import { removeKey, renameKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { isMeantAsDefault } from './_default-name';
import { metaFile } from './_shown';

export const rule: Rule = {
  code: 'resources/wrong-default',
  severity: 'warning',
  stage: 'never',
  summary: 'a block of resource_spec is meant for all sites, but has the wrong name',
  needs: 'resource-spec',
  *check({ job }) {
    const { object } = job.resources;
    if (!object) return;
    const knows = isSince(job.target, '2.9');
    const portable: readonly string[] = PORTABLE_RESOURCES;
    for (const block of object.value.list) {
      if (block.keyKind || (knows && block.key === RESOURCE_DEFAULT)) continue;
      if (!isMeantAsDefault(block.key) || (job.deployment.bySite.has(block.key) && !isAllSites(block.key))) continue;
      const fits = block.value.kind === 'object' && block.value.value.list.every(({ key }) => portable.includes(key));
      const isFree = !textEntry(object, RESOURCE_DEFAULT);
      const release = releaseName(job.target);
      yield {
        at: keyRange(block),
        message: knows
          ? `"${block.key}" is taken for the name of a site; the block for all sites is "@default" in resource_spec`
          : `"${block.key}" is taken for the name of a site; NVFLARE ${release} has no block for all sites in resource_spec`,
        fixes:
          knows && isFree && fits
            ? [renameKey(metaFile(job), block, RESOURCE_DEFAULT, true)]
            : [removeKey(metaFile(job), object, block)],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'Since 2.9 the block `@default` of `resource_spec` holds for every site; before, there is no such block. `default`, which is right in `launcher_spec`, and `@ALL`, which is right in `deploy_map`, are taken for the names of sites here, and no site reads them.',
  remedy: 'Name the block `@default`. Before 2.9 write a block for each site.',
  sources: ['nvflare/utils/job_launcher_utils.py', 'nvflare/app_common/job_schedulers/job_scheduler.py'],
  covers: ['MIS-19'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { <|"default"|>: { "num_of_gpus": 1 }, <|"@ALL"|>: { "num_of_gpus": 2 } } }`,
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { <|"@default"|>: { "num_of_gpus": 1 } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "@default": { "num_of_gpus": 1 } } }`,
  ],
};
