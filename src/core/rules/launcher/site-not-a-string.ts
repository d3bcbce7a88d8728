import { isSince } from '../../job/release';
import { keyRange } from '../../tree/node';
import { renameKey } from '../fixes';
import { metaFile } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'launcher/site-not-a-string',
  severity: 'error',
  stage: 'submit',
  summary: 'a site in launcher_spec is not a string',
  needs: 'launcher-options',
  *check({ job }) {
    if (!isSince(job.target, '2.9')) return;
    for (const block of job.launchers.object?.value.list ?? []) {
      if (!block.keyKind || block.value.kind !== 'object') continue;
      yield {
        at: keyRange(block),
        message: `${block.key} is read as another type than a string here, and the server answers with an internal error; put it in quotes`,
        fixes: [renameKey(metaFile(job), block, block.key, true)],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'YAML reads keys such as `1`, `on` and `null` as numbers, booleans and null. The server takes every key of `launcher_spec` for a string, and answers with an internal error.',
  remedy: 'Put the name of the site in quotes.',
  sources: ['nvflare/utils/job_launcher_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.yml
name: demo
deploy_map: { app: [server, "1"] }
launcher_spec: { <|1|>: { docker: { image: "nvflare:2.9" } } }`,
  ],
  good: [
    `
--- meta.yml
name: demo
deploy_map: { app: [server, "1"] }
launcher_spec: { "1": { docker: { image: "nvflare:2.9" } } }`,
  ],
};
