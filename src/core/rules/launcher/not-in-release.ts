import { isSince, releaseName } from '../../job/release';
import { keyRange } from '../../tree/node';
import { removeKey } from '../fixes';
import { metaFile } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'launcher/not-in-release',
  severity: 'warning',
  stage: 'never',
  summary: 'the release does not know launcher_spec',
  needs: 'launcher-options',
  check({ job }) {
    const { entry } = job.launchers;
    if (isSince(job.target, '2.8') || !entry || entry.value.kind === 'null' || !job.metaObject) return [];
    return [
      {
        at: keyRange(entry),
        message: `launcher_spec came with NVFLARE 2.8; NVFLARE ${releaseName(job.target)} does not read it`,
        fixes: [removeKey(metaFile(job), job.metaObject, entry)],
        tag: 'unnecessary',
      },
    ];
  },
};

export const about: RuleAbout = {
  why: 'NVFLARE reads `launcher_spec` since 2.8. An older server keeps it with the job, and no launcher looks at it.',
  remedy: 'Take it out, or check for the release that the federation runs. In 2.6 and 2.7 images stand in `deploy_map`.',
  sources: ['nvflare/apis/job_def.py', 'nvflare/utils/job_launcher_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- target 2.7
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, <|"launcher_spec"|>: { "default": { "docker": { "image": "nvflare:2.7" } } } }`,
  ],
  good: [
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": { "docker": { "image": "nvflare:2.8" } } } }`,
  ],
};
