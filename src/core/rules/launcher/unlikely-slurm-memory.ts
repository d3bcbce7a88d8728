import { isSince } from '../../job/release';
import { textEntry } from '../../job/site-blocks-layers';
import { treeFix } from '../fixes';
import { metaFile } from '../resources/_shown';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { optionsOf } from './_modes';

/** In MiB; Python and NVFLARE alone need about as much. */
const LEAST = 256;

export const rule: Rule = {
  code: 'launcher/unlikely-slurm-memory',
  severity: 'warning',
  stage: 'run',
  summary: 'a Slurm job has hardly any memory',
  needs: 'launcher-options',
  *check({ job }) {
    if (!isSince(job.target, '2.9')) return;
    for (const { options } of optionsOf(job, 'slurm')) {
      const node = textEntry(options, 'mem_per_node')?.value;
      if (node?.kind !== 'integer' || node.value < 1 || node.value >= LEAST) continue;
      const value = node.value * 1024;
      yield {
        at: node,
        message: `"mem_per_node" is ${node.value} MiB; is that GiB?`,
        fixes: [treeFix(`Change to ${value} MiB`, metaFile(job), { kind: 'replace', node, value })],
      };
    }
  },
};

export const about: RuleAbout = {
  why: 'The option `mem_per_node` counts MiB. With a few of them Slurm ends the job as soon as it loads its libraries.',
  remedy: 'Write the memory in MiB: 32768 for 32 GiB.',
  sources: ['nvflare/app_opt/job_launcher/slurm/launcher.py', 'nvflare/app_opt/job_launcher/slurm/batch.py'],
  covers: ['MIS-33'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "site-1": { "slurm": { "mem_per_node": <|32|> } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "site-1": { "slurm": { "mem_per_node": 32768 } } } }`,
  ],
};
