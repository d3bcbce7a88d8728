import { isSince, type Release } from '../../job/release';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

const START = { start: 0, end: 0 };

export const rule: Rule = {
  code: 'job/link',
  severity: 'warning',
  stage: 'pack',
  summary: 'the job folder holds a symbolic link',
  *check({ job }) {
    for (const path of job.links.dead) {
      yield {
        at: START,
        severity: 'error',
        message: `"${path}" is a symbolic link to nothing, over which packing the job fails; remove it, or put a file in its place`,
      };
    }
    for (const path of job.links.folders) {
      yield {
        at: START,
        message: `the folder "${path}" is a symbolic link; ${thenOfFolder(job.target)}; put a copy in its place`,
      };
    }
    if (!isSince(job.target, '2.9')) return;
    for (const file of job.links.files) {
      yield { file, at: START, message: 'this file is a symbolic link, which signing the job refuses; put a copy in its place' };
    }
  },
};

export const about: RuleAbout = {
  why: 'The admin console and the FLARE API pack a linked folder as an empty one. Since 2.9 they refuse any link when they sign the job, which they do wherever the user has a private key. `nvflare job submit` makes a copy first and so packs what a link points to. A link to nothing stops all of them, and the simulator.',
  remedy: 'Put a copy in the place of the link; remove a link to nothing.',
  sources: ['nvflare/fuel/utils/zip_utils.py', 'nvflare/lighter/utils.py', 'nvflare/tool/job/job_cli.py'],
  covers: ['MIS-42'],
};

/** What becomes of a linked folder; `nvflare job submit`, new in 2.4, works on a copy in which links are followed. */
function thenOfFolder(target: Release): string {
  if (!isSince(target, '2.4')) return 'its content is not packed';
  const packing = 'only "nvflare job submit" packs its content';
  return isSince(target, '2.9') ? `signing the job refuses it, and ${packing}` : packing;
}

export const examples: RuleExamples = {
  bad: [
    `
--- link data/
--- meta.json
<||>{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
    `
--- link app/config/extra.json
--- app/config/extra.json
<||>{}`,
    `
--- target 2.5
--- dead-link data/images
--- meta.json
<||>{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- target 2.8
--- link app/config/extra.json
--- app/config/extra.json
{}`,
  ],
};
