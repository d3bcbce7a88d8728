import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { unknownOptions } from './_unknown-options';

export const rule: Rule = {
  code: 'launcher/unknown-k8s-option',
  severity: 'warning',
  stage: 'never',
  summary: 'an option for Kubernetes is one that its launcher does not know',
  needs: 'launcher-options',
  check({ job }) {
    return unknownOptions(job, 'k8s', 'ignores it');
  },
};

export const about: RuleAbout = {
  why: 'The launcher for Kubernetes reads the options that it knows and passes over all others in silence, so the pod runs without what was asked for.',
  remedy: 'Use the name that the launcher knows, or take the option out.',
  sources: ['nvflare/app_opt/job_launcher/k8s_launcher.py'],
  covers: ['MIS-33'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "default": { "k8s": { "image": "nvflare:2.9", <|"num_gpus"|>: 1, <|"ephemeral_storge"|>: "4Gi", <|"namespace"|>: "fl" } } } }`,
    `
--- target 2.8
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "default": { "k8s": { "image": "nvflare:2.8", <|"pending_timeout"|>: 60 } } } }`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] },
  "launcher_spec": { "default": { "k8s": { "image": "nvflare:2.9", "cpu": "4", "memory": "16Gi", "memory_request": "8Gi", "ephemeral_storage": "8Gi" } } } }`,
  ],
};
