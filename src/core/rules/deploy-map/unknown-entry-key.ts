import type { Job } from '../../job/model';
import { unknownItemKeys } from '../../job/participants';
import { isSince } from '../../job/release';
import { type ConfigNode, type Entry, keyRange } from '../../tree/node';
import type { Fix } from '../finding';
import { removeKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { moveImage } from './_move-image';

export const rule: Rule = {
  code: 'deploy-map/unknown-entry-key',
  severity: 'error',
  stage: 'submit',
  summary: 'an object in a list of sites has a key that the server refuses',
  needs: 'unusual-sites',
  *check({ job }) {
    if (!isSince(job.target, '2.8')) return;
    for (const { entry, participants } of job.deployment.apps) {
      if (participants.form !== 'list-with-objects') continue;
      for (const unknown of unknownItemKeys(entry.value)) {
        const remedy =
          unknown.key === 'image' ? '; since 2.8 images are named in launcher_spec' : '; only "sites" and "targets" are allowed';
        yield {
          at: keyRange(unknown),
          message: `"${unknown.key}" is not allowed among the sites of an app${remedy}`,
          fixes: fixesFor(job, entry.value, unknown),
        };
      }
    }
  },
};

function fixesFor(job: Job, list: ConfigNode, unknown: Entry): readonly Fix[] {
  const items = list.kind === 'array' ? list.value : [];
  const item = items.find((one) => one.kind === 'object' && one.value.list.includes(unknown));
  if (!job.meta || item?.kind !== 'object') return [];
  return [...moveImage(job, item, unknown), removeKey(job.meta.file, item, unknown)];
}

export const about: RuleAbout = {
  why: 'Since 2.8 an object in the list of sites of an app may hold `sites` or `targets` and nothing else. `image`, which 2.6 and 2.7 read there, moved to `launcher_spec`.',
  remedy: 'Remove the key; write a container image under `launcher_spec`.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py'],
  covers: ['MIS-32'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", { "sites": ["site-1"], <|"image"|>: "fl:1" }] } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", { "sites": ["site-1"] }] } }`,
    `
--- target 2.6
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["server", { "sites": ["site-1"], "image": "fl:1" }] } }`,
  ],
};
