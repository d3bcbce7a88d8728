import { isAllSites, LAUNCHER_DEFAULT } from '../../job/job-def';
import { isSince } from '../../job/release';
import { textEntry } from '../../job/site-blocks-layers';
import { keyRange } from '../../tree/node';
import { removeKey, renameKey } from '../fixes';
import { isMeantAsDefault } from '../resources/_default-name';
import { metaFile } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'launcher/wrong-default',
  severity: 'warning',
  stage: 'never',
  summary: 'a block of launcher_spec is meant for all sites, but has the wrong name',
  needs: 'launcher-options',
  *check({ job }) {
    const { object } = job.launchers;
    if (!object || !isSince(job.target, '2.8')) return;
    for (const block of object.value.list) {
      const { key } = block;
      if (block.keyKind || key === LAUNCHER_DEFAULT || (job.deployment.bySite.has(key) && !isAllSites(key))) continue;
      if (!isMeantAsDefault(key) && !/^default/i.test(key)) continue;
      const file = metaFile(job);
      yield {
        at: keyRange(block),
        message: `"${key}" is taken for the name of a site; the block for all sites is "default" in launcher_spec`,
        fixes: textEntry(object, LAUNCHER_DEFAULT)
          ? [removeKey(file, object, block)]
          : [renameKey(file, block, LAUNCHER_DEFAULT, isMeantAsDefault(key))],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'The block `default` of `launcher_spec` holds for every site. `@default`, which is right in `resource_spec`, and `@ALL`, which is right in `deploy_map`, are taken for the names of sites here, and no site reads them.',
  remedy: 'Name the block `default`.',
  sources: ['nvflare/utils/job_launcher_utils.py'],
  covers: ['MIS-19'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { <|"@default"|>: { "docker": { "image": "nvflare:2.9" } }, <|"@ALL"|>: { "k8s": { "image": "nvflare:2.9" } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { <|"default_site"|>: { "docker": { "image": "nvflare:2.9" } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": { "docker": { "image": "nvflare:2.9" } } } }`,
  ],
};
