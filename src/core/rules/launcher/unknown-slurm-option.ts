import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { unknownOptions } from './_unknown-options';

export const rule: Rule = {
  code: 'launcher/unknown-slurm-option',
  severity: 'warning',
  stage: 'run',
  summary: 'an option for Slurm is one that its launcher does not know',
  needs: 'launcher-options',
  check({ job }) {
    return unknownOptions(job, 'slurm', 'does not start the job');
  },
};

export const about: RuleAbout = {
  why: 'The launcher for Slurm fails on an option that it does not know, so the job does not start at a site that runs its jobs with Slurm. Partition, account and quality of service belong to the site and are no options of a job.',
  remedy: 'Use the name that the launcher knows, or take the option out.',
  sources: ['nvflare/app_opt/job_launcher/slurm/launcher.py', 'nvflare/app_opt/job_launcher/slurm/config.py'],
  covers: ['MIS-33'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "site-1": { "slurm": { "nodes": 2, <|"gpu_per_node"|>: 1, <|"partition"|>: "gpu" } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "site-1": { "slurm": { "nodes": 2, "gpus_per_node": 1, "cpus_per_node": 8, "mem_per_node": 32768, "time": "02:00:00" } } } }`,
  ],
};
