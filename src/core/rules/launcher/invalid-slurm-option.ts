import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { invalidOptions } from './_invalid-options';

export const rule: Rule = {
  code: 'launcher/invalid-slurm-option',
  severity: 'warning',
  stage: 'run',
  summary: 'an option for Slurm has a value that its launcher refuses',
  needs: 'launcher-options',
  check({ job }) {
    return invalidOptions(job, 'slurm', 'Slurm');
  },
};

export const about: RuleAbout = {
  why: 'The server does not look at these options. The launcher at a site that runs its jobs with Slurm fails on the value, so the job does not start there.',
  remedy: 'Write whole numbers for counts, MiB for `mem_per_node`, and a string for `time`.',
  sources: ['nvflare/app_opt/job_launcher/slurm/launcher.py', 'nvflare/app_opt/job_launcher/slurm/config.py'],
  covers: ['MIS-33'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "site-1": { "slurm": { "nodes": <|"2"|>, "gpus_per_node": <|0|>, "mem_per_node": <|"8Gi"|>, "time": <|7200|> } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "site-1": { "slurm": { "image": <|"nvflare.sif"|>, "nodes": 2, "pending_timeout": <|0|>, "additional_node_command": <|"python 'run.py"|> } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "site-1": { "slurm": { "image": "/shared/images/job.sif", "nodes": 2, "gpus_per_node": 1, "time": "02:00:00", "pending_timeout": 300, "additional_node_command": "python 'run it.py'" } } } }`,
  ],
};
