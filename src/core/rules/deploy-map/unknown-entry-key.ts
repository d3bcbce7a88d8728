import { unknownItemKeys } from '../../job/participants';
import { isSince } from '../../job/release';
import { keyRange } from '../../tree/node';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'deploy-map/unknown-entry-key',
  severity: 'error',
  stage: 'submit',
  summary: 'an object in a list of sites has a key that the server refuses',
  *check({ job }) {
    if (!isSince(job.target, '2.8')) return;
    for (const { entry, participants } of job.deployment.apps) {
      if (participants.form !== 'list-with-objects') continue;
      for (const unknown of unknownItemKeys(entry.value)) {
        const remedy =
          unknown.key === 'image' ? '; since 2.8 images are named in launcher_spec' : '; only "sites" and "targets" are allowed';
        yield { at: keyRange(unknown), message: `"${unknown.key}" is not allowed among the sites of an app${remedy}` };
      }
    }
  },
};

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
