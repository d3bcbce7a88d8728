import { isSince } from '../../job/release';
import { textEntry } from '../../job/site-blocks-layers';
import { keyRange } from '../../tree/node';
import { removeKey } from '../fixes';
import { metaFile } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'launcher/unread-process-options',
  severity: 'info',
  stage: 'never',
  summary: 'launcher_spec has options for the process launcher, which reads none',
  needs: 'launcher-options',
  *check({ job }) {
    if (!isSince(job.target, '2.8')) return;
    for (const block of job.launchers.object?.value.list ?? []) {
      if (block.value.kind !== 'object') continue;
      const entry = textEntry(block.value, 'process');
      if (entry?.value.kind !== 'object' || entry.value.value.list.length === 0) continue;
      yield {
        at: keyRange(entry),
        message: `the options under "process" of "${block.key}" are read by nobody; resources belong into resource_spec`,
        fixes: [removeKey(metaFile(job), block.value, entry)],
        tag: 'unnecessary',
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'The launcher that starts a job as a process of the site takes no options from a job. The server accepts `process` in `launcher_spec`, and nobody looks at what is under it.',
  remedy: 'Take it out. What a process needs of the site is asked for in `resource_spec`.',
  sources: ['nvflare/app_common/job_launcher/process_launcher.py', 'nvflare/utils/job_launcher_utils.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "site-1": { <|"process"|>: { "num_of_gpus": 1 } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "resource_spec": { "site-1": { "process": { "num_of_gpus": 1 } } } }`,
  ],
};
