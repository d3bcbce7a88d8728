import { differences, LOADERS } from '../read-differently';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'meta/read-differently',
  severity: 'warning',
  stage: 'never',
  summary: 'something in the meta file is read otherwise than it looks, or not by every version of the library that reads it',
  *check({ job }) {
    if (job.meta) yield* differences(job.meta);
  },
};

export const about: RuleAbout = {
  why: 'HOCON and YAML have rules of their own for strings without quotes, and the libraries that NVFLARE reads them with differ from their definitions in places. The job is accepted with another value than the one that seems to stand there. NVFLARE does not say which OmegaConf a server installs, and 2.4 refuses a colon without a space behind it in brackets.',
  remedy: 'Put strings in quotes, and spaces between values.',
  sources: LOADERS,
  covers: ['MIS-44'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.conf
name = "demo<|\t|>1"
deploy_map { app = ["@ALL"] }`,
    `
--- meta.yml
name: demo
deploy_map: { app<|:|>["@ALL"] }`,
  ],
  good: [
    `
--- meta.conf
name = demo
deploy_map { app = ["@ALL"] }`,
  ],
};
