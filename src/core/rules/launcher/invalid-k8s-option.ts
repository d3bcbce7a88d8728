import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { invalidOptions } from './_invalid-options';

export const rule: Rule = {
  code: 'launcher/invalid-k8s-option',
  severity: 'warning',
  stage: 'run',
  summary: 'an option for Kubernetes has a value that cannot work',
  needs: 'launcher-options',
  check({ job }) {
    return invalidOptions(job, 'k8s', 'Kubernetes');
  },
};

export const about: RuleAbout = {
  why: 'The server does not look at these options. The launcher at the site, or Kubernetes itself, refuses the value, and the pod is not started; a memory without a unit is a number of bytes.',
  remedy: 'Write quantities as Kubernetes does: "8Gi" for memory and storage, "4" or "500m" for processors.',
  sources: ['nvflare/app_opt/job_launcher/k8s_launcher.py'],
  covers: ['MIS-33'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "default": { "k8s": { "image": "nvflare:2.9", "memory": <|"8GB"|>, "cpu": <|"four"|>, "ephemeral_storage": <|4|>, "python_path": <|""|> } } } }`,
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "site-1": { "k8s": { "image": "nvflare:2.9", "memory": <|"16"|>, "pending_timeout": <|-1|> } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "default": { "k8s": { "image": "nvflare:2.9", "cpu": "500m", "cpu_request": 0.5, "memory": "2Gi", "memory_request": "1.5G", "ephemeral_storage": "4Gi" } } } }`,
  ],
};
